package org.idiome.knowledge.search;

/// How many letters two words differ by: replaced, left out, put in, or two neighbours swapped
/// (optimal string alignment).
final class Edits {
  private Edits() {}

  /// @param most beyond it the answer is `most + 1`
  static int between(String one, String other, int most) {
    int n = one.length();
    int m = other.length();
    if (Math.abs(n - m) > most) {
      return most + 1;
    }
    var before = new int[m + 1];
    var last = new int[m + 1];
    var row = new int[m + 1];
    for (int j = 0; j <= m; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= n; i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= m; j++) {
        int cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int value = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + cost);
        boolean isSwap =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        row[j] = isSwap ? Math.min(value, before[j - 2] + 1) : value;
        least = Math.min(least, row[j]);
      }
      if (least > most) {
        return most + 1;
      }
      var spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return Math.min(last[m], most + 1);
  }
}
