package org.idiome.genomics.consequence;

import java.util.Arrays;

/// Bases as letters, and the other strand.
final class Bases {
  private static final char[] COMPLEMENTS = complements("ACGTMRWSYKVHDBN", "TGCAKYWSRMBDHVN");

  private Bases() {}

  private static char[] complements(String own, String other) {
    var complements = new char['Z' + 1];
    Arrays.fill(complements, 'N');
    for (int i = 0; i < own.length(); i++) {
      complements[own.charAt(i)] = other.charAt(i);
    }
    return complements;
  }

  static char complement(char base) {
    return base < COMPLEMENTS.length ? COMPLEMENTS[base] : 'N';
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
