package org.idiome.genomics.consequence;

/// Bases as letters, and the other strand.
final class Bases {
  private static final String OWN = "ACGTMRWSYKVHDBN";
  private static final String OTHER = "TGCAKYWSRMBDHVN";

  private Bases() {}

  static char complement(char base) {
    int at = OWN.indexOf(base);
    return at < 0 ? 'N' : OTHER.charAt(at);
  }

  /// Whether each is one of A, C, G and T.
  static boolean areKnown(String bases) {
    for (int i = 0; i < bases.length(); i++) {
      if ("ACGT".indexOf(bases.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  static String reverseComplement(String bases) {
    var text = new StringBuilder(bases.length());
    for (int i = bases.length() - 1; i >= 0; i--) {
      text.append(complement(bases.charAt(i)));
    }
    return text.toString();
  }
}
