package org.idiome.genomics.consequence;

import java.nio.charset.StandardCharsets;

/// What strips of bases are translated into, one letter a residue.
final class Protein {
  private Protein() {}

  /// Tells codons of selenocysteine by their place in the strip.
  interface Selenocysteines {
    boolean isAt(int inStrip);
  }

  /// All whole codons of a stretch; a stop ends nothing.
  static String through(
      GeneticCode code, String strip, int from, int to, Selenocysteines selenocysteines) {
    var residues = new byte[Math.max(0, to - from) / 3];
    for (int i = 0; i < residues.length; i++) {
      residues[i] = residue(code, strip, from + i * 3, selenocysteines);
    }
    return new String(residues, StandardCharsets.ISO_8859_1);
  }

  /// From a place to the first stop, which is part of it, or to the end.
  static String untilStop(
      GeneticCode code, String strip, int from, Selenocysteines selenocysteines) {
    var residues = new byte[Math.max(0, strip.length() - from) / 3];
    int count = 0;
    while (count < residues.length) {
      residues[count] = residue(code, strip, from + count * 3, selenocysteines);
      if (residues[count++] == GeneticCode.STOP) {
        break;
      }
    }
    return new String(residues, 0, count, StandardCharsets.ISO_8859_1);
  }

  private static byte residue(
      GeneticCode code, String strip, int at, Selenocysteines selenocysteines) {
    char residue = code.residue(strip, at);
    return (byte) (residue == GeneticCode.STOP && selenocysteines.isAt(at) ? 'U' : residue);
  }

  static boolean endsWithStop(String protein) {
    return !protein.isEmpty() && protein.charAt(protein.length() - 1) == GeneticCode.STOP;
  }

  static int commonStart(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int at = 0;
    while (at < shorter && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  /// How many residues both end with, without those that both begin with.
  static int commonEnd(String one, String other, int begun) {
    int most = Math.min(one.length(), other.length()) - begun;
    int count = 0;
    while (count < most
        && one.charAt(one.length() - 1 - count) == other.charAt(other.length() - 1 - count)) {
      count++;
    }
    return count;
  }
}
