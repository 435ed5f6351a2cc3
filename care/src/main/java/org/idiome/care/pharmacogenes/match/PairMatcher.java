package org.idiome.care.pharmacogenes.match;

import java.util.ArrayList;
import java.util.List;

/// Tests pairs of named alleles against one observation.
///
/// Homozygous positions are tested once an allele, blocks twice (each strand); a pair then needs
/// one look a block. Allocates two bytes and two ints for each allele and block.
final class PairMatcher {
  private static final int IMPOSSIBLE = Integer.MIN_VALUE;

  private final Definition definition;
  private final Observed observed;
  private final int blocks;
  private final int[] score;
  private final boolean[] matches;
  private final int[] penalty;
  private final boolean[] matchesFirst;
  private final boolean[] matchesSecond;
  private final int[] penaltyFirst;
  private final int[] penaltySecond;

  PairMatcher(Definition definition, Observed observed) {
    this.definition = definition;
    this.observed = observed;
    this.blocks = observed.blocks();
    int alleles = definition.alleles();
    this.score = new int[alleles];
    this.matches = new boolean[alleles];
    this.penalty = new int[alleles];
    this.matchesFirst = new boolean[alleles * blocks];
    this.matchesSecond = new boolean[alleles * blocks];
    this.penaltyFirst = new int[alleles * blocks];
    this.penaltySecond = new int[alleles * blocks];
    for (int allele = 0; allele < alleles; allele++) {
      weigh(allele);
    }
  }

  private void weigh(int allele) {
    matches[allele] = true;
    for (int block = 0; block < blocks; block++) {
      matchesFirst[allele * blocks + block] = true;
      matchesSecond[allele * blocks + block] = true;
    }
    for (int position = 0; position < definition.positions(); position++) {
      int admitted = definition.admitted(allele, position);
      int stated = definition.stated(allele, position);
      boolean counts = observed.isObserved(position) && stated != 0;
      score[allele] += counts ? 1 : 0;
      boolean isWobble = counts && Integer.bitCount(stated) > 1;
      int one = observed.first(position);
      int two = observed.second(position);
      int block = observed.block(position);
      if (block == Observed.NO_BLOCK) {
        matches[allele] &= (admitted & one) != 0;
        penalty[allele] += isWobble && one == Definition.REFERENCE_BASE ? 1 : 0;
      } else {
        int cell = allele * blocks + block;
        matchesFirst[cell] &= (admitted & one) != 0;
        matchesSecond[cell] &= (admitted & two) != 0;
        penaltyFirst[cell] += isWobble && one == Definition.REFERENCE_BASE ? 1 : 0;
        penaltySecond[cell] += isWobble && two == Definition.REFERENCE_BASE ? 1 : 0;
      }
    }
  }

  /// Every consistent pair, by first, then second allele; single alleles where there is one strand.
  List<Pair> consistent() {
    var found = new ArrayList<Pair>();
    for (int a = 0; a < definition.alleles(); a++) {
      if (!matches[a]) {
        continue;
      }
      if (observed.isHaploid()) {
        found.add(new Pair(a, Pair.NONE, score[a] - penalty[a], score[a] > 0));
        continue;
      }
      for (int b = a; b < definition.alleles(); b++) {
        int scored = matches[b] ? score(a, b) : IMPOSSIBLE;
        if (scored != IMPOSSIBLE) {
          found.add(new Pair(a, b, scored, score[a] > 0 && score[b] > 0));
        }
      }
    }
    return found;
  }

  private int score(int a, int b) {
    int sum = score[a] + score[b] - penalty[a] - penalty[b];
    for (int block = 0; block < blocks; block++) {
      int atA = a * blocks + block;
      int atB = b * blocks + block;
      boolean straight = matchesFirst[atA] && matchesSecond[atB];
      boolean crossed = matchesSecond[atA] && matchesFirst[atB];
      if (!straight && !crossed) {
        return IMPOSSIBLE;
      }
      int least = Integer.MAX_VALUE;
      if (straight) {
        least = penaltyFirst[atA] + penaltySecond[atB];
      }
      if (crossed) {
        least = Math.min(least, penaltySecond[atA] + penaltyFirst[atB]);
      }
      sum -= least;
    }
    return sum;
  }
}
