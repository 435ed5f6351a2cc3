package org.idiome.knowledge.pharmacogene;

import java.util.Comparator;

/// The order of allele names: runs of digits compare as numbers, all else by code unit, so that
/// `*2` stands before `*10`. Names that differ only in leading zeros fall back to plain order.
public final class NaturalOrder {
  /// The order.
  public static final Comparator<String> NAMES = NaturalOrder::compare;

  private NaturalOrder() {}

  private static int compare(String one, String two) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < two.length()) {
      int order;
      if (isDigit(one.charAt(i)) && isDigit(two.charAt(j))) {
        int endOne = endOfDigits(one, i);
        int endTwo = endOfDigits(two, j);
        order = compareNumbers(one.substring(i, endOne), two.substring(j, endTwo));
        i = endOne;
        j = endTwo;
      } else {
        order = Character.compare(one.charAt(i++), two.charAt(j++));
      }
      if (order != 0) {
        return order;
      }
    }
    int rest = Integer.compare(one.length() - i, two.length() - j);
    return rest != 0 ? rest : one.compareTo(two);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int compareNumbers(String one, String two) {
    var first = withoutLeadingZeros(one);
    var second = withoutLeadingZeros(two);
    int byLength = Integer.compare(first.length(), second.length());
    return byLength != 0 ? byLength : first.compareTo(second);
  }

  private static String withoutLeadingZeros(String digits) {
    int at = 0;
    while (at < digits.length() - 1 && digits.charAt(at) == '0') {
      at++;
    }
    return digits.substring(at);
  }
}
