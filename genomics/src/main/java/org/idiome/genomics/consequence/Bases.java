package org.idiome.genomics.consequence;

/// The other strand.
final class Bases {
  private static final String OWN = "ACGTMRWSYKVHDBN";
  private static final String OTHER = "TGCAKYWSRMBDHVN";

  private Bases() {}

  static char complement(char base) {
    int at = OWN.indexOf(base);
    return at < 0 ? 'N' : OTHER.charAt(at);
  }

  static String reverseComplement(String bases) {
    var text = new StringBuilder(bases.length());
    for (int i = bases.length() - 1; i >= 0; i--) {
      text.append(complement(bases.charAt(i)));
    }
    return text.toString();
  }
}
