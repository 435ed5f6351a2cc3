package org.idiome.knowledge.diff;

import java.util.Comparator;

/// The order of code points, which is not that of `String` beyond the first plane.
final class CodePoints {
  static final Comparator<String> ORDER = CodePoints::compare;

  private CodePoints() {}

  private static int compare(String one, String two) {
    int length = Math.min(one.length(), two.length());
    for (int i = 0; i < length; i++) {
      char first = one.charAt(i);
      char second = two.charAt(i);
      if (first != second) {
        boolean isApart = Character.isSurrogate(first) != Character.isSurrogate(second);
        int order = Character.compare(first, second);
        return isApart && Math.min(first, second) >= Character.MIN_SURROGATE
            ? Boolean.compare(Character.isSurrogate(first), Character.isSurrogate(second))
            : order;
      }
    }
    return Integer.compare(one.length(), two.length());
  }
}
