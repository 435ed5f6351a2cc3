package org.idiome.genomics.consequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.idiome.genomics.reference.Window;

/// A made-up gene on a made-up contig, and both of them read from the other strand.
final class MadeUpGene {
  private static final String[] STOPS = {"TAA", "TAG", "TGA"};

  private final String bases;
  private final char strand;
  private final int[][] exons;
  private final int[][] coding;

  /// @param exons starts and ends in turn, 1-based
  /// @param coding the same with the phase
  private MadeUpGene(String bases, char strand, int[][] exons, int[][] coding) {
    this.bases = bases;
    this.strand = strand;
    this.exons = exons;
    this.coding = coding;
  }

  String bases() {
    return bases;
  }

  /// A gene of up to five exons, long and short, whose coding sequence has no stop inside.
  static MadeUpGene of(Random random) {
    int before = random.nextInt(30);
    int codons = 15 + random.nextInt(60);
    int behind = random.nextInt(40);
    var messenger = new StringBuilder(bases(random, before)).append("ATG");
    while (messenger.length() < before + 3 + codons * 3) {
      var codon = bases(random, 3);
      if (!List.of(STOPS).contains(codon)) {
        messenger.append(codon);
      }
    }
    messenger.append(STOPS[random.nextInt(3)]).append(bases(random, behind));
    int codingEnd = messenger.length() - behind;
    var contig = new StringBuilder(bases(random, 20));
    var exons = new ArrayList<int[]>();
    var coding = new ArrayList<int[]>();
    int at = 0;
    while (at < messenger.length()) {
      int end = Math.min(messenger.length(), at + 3 + random.nextInt(120));
      end = exons.size() == 4 ? messenger.length() : end;
      int shift = contig.length() - at;
      exons.add(new int[] {at + shift + 1, end + shift});
      int from = Math.max(at, before);
      int to = Math.min(end, codingEnd);
      if (from < to) {
        coding.add(new int[] {from + shift + 1, to + shift, Math.floorMod(before - from, 3)});
      }
      contig.append(messenger, at, end);
      contig.append("GT").append(bases(random, random.nextInt(50))).append("AG");
      at = end;
    }
    contig.append(bases(random, 20));
    return new MadeUpGene(
        contig.toString(), '+', exons.toArray(int[][]::new), coding.toArray(int[][]::new));
  }

  /// The same gene with coding sequence missing at both ends, so that codons begin anywhere.
  MadeUpGene cut(Random random) {
    int[][] cut = new int[coding.length][];
    for (int i = 0; i < coding.length; i++) {
      cut[i] = coding[i].clone();
    }
    int[] first = cut[0];
    int less = random.nextInt(first[1] - first[0] + 1);
    first[0] += less;
    first[2] = Math.floorMod(first[2] - less, 3);
    int[] last = cut[cut.length - 1];
    last[1] -= random.nextInt(last[1] - last[0] + 1);
    return new MadeUpGene(bases, strand, exons, cut);
  }

  static String bases(Random random, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("ACGT".charAt(random.nextInt(4)));
    }
    return text.toString();
  }

  MadeUpGene turned() {
    return new MadeUpGene(Bases.reverseComplement(bases), '-', turned(exons), turned(coding));
  }

  private int[][] turned(int[][] parts) {
    int[][] other = new int[parts.length][];
    for (int i = 0; i < parts.length; i++) {
      var part = parts[parts.length - 1 - i].clone();
      int start = part[0];
      part[0] = bases.length() + 1 - part[1];
      part[1] = bases.length() + 1 - start;
      other[i] = part;
    }
    return other;
  }

  Window window() {
    return new Window(bases);
  }

  String gff() {
    return Models.gff(strand, exons, coding);
  }
}
