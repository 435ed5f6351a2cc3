package org.idiome.care.laboratory;

import org.idiome.core.canonical.Numbers;
import org.jspecify.annotations.Nullable;

/// Finds the part of a row's text that a number was read from.
final class ValueMark {
  private ValueMark() {}

  /// The text of the number, if it stands in the row exactly once; null otherwise.
  static @Nullable String find(String row, double number) {
    String found = null;
    for (int at = 0; at < row.length(); ) {
      int end = at;
      while (end < row.length() && isPart(row.charAt(end))) {
        end++;
      }
      if (end > at) {
        var token = row.substring(at, end);
        var parsed = Numbers.parse(token);
        if (parsed != null && parsed + 0.0 == number) {
          if (found != null) {
            return null;
          }
          found = token;
        }
      }
      at = end + 1;
    }
    return found != null && row.indexOf(found) == row.lastIndexOf(found) ? found : null;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '+';
  }
}
