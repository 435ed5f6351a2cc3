package org.idiome.genomics.identity;

import org.idiome.core.genome.Contig;

/// What a contig is for telling samples apart.
enum Region {
  AUTOSOME,
  X,
  Y,
  OTHER;

  static Region of(Contig contig) {
    return switch (contig.name()) {
      case "X" -> X;
      case "Y" -> Y;
      default -> isNumber(contig.name()) ? AUTOSOME : OTHER;
    };
  }

  private static boolean isNumber(String name) {
    return name.length() <= 2 && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
