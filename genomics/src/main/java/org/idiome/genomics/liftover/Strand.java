package org.idiome.genomics.liftover;

/// Bases as the other strand has them.
final class Strand {
  private static final String BASES = "ACGTN";
  private static final String OTHERS = "TGCAN";

  private Strand() {}

  /// The reverse complement of bases in upper case.
  static String other(String bases) {
    var text = new StringBuilder(bases.length());
    for (int i = bases.length() - 1; i >= 0; i--) {
      text.append(other(bases.charAt(i)));
    }
    return text.toString();
  }

  /// The complement of a base in upper case.
  static char other(char base) {
    return OTHERS.charAt(BASES.indexOf(base));
  }

  /// Bases on the strand asked for.
  static String on(boolean isReversed, String bases) {
    return isReversed ? other(bases) : bases;
  }

  /// Whether a text is of bases in upper case.
  static boolean isBases(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> BASES.indexOf(c) >= 0);
  }
}
