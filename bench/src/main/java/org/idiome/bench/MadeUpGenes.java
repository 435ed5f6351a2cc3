package org.idiome.bench;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/// Genes on a made-up contig, as GFF3 of Ensembl: one in 153,846 bases, on both strands in turn,
/// ten coding exons of 150 bases in 33,000, three transcripts of which two skip an exon; translated
/// from ATG to the one stop.
final class MadeUpGenes {
  private static final int APART = 153_846;
  private static final int EXONS = 10;
  private static final int EXON = 150;
  private static final int INTRON = 3_500;
  private static final int SPAN = EXONS * EXON + (EXONS - 1) * INTRON;
  private static final int BEFORE = 50_000;
  private static final List<Integer> SKIPPED = List.of(-1, 3, 6);
  private static final String BASES = "ACGT";

  private final Writer out;
  private int genes;

  MadeUpGenes(Writer out) throws IOException {
    this.out = out;
    out.write("##gff-version 3\n");
  }

  /// Writes the genes of a contig, and their codons into its bases.
  void put(String contig, byte[] bases) throws IOException {
    for (int start0 = BEFORE; start0 + SPAN < bases.length; start0 += APART) {
      boolean isForward = genes % 2 == 0;
      var id = "G" + ++genes;
      line(contig, "gene", start0, start0 + SPAN, isForward, "ID=gene:" + id + ";Name=" + id);
      translate(bases, start0, isForward);
      for (int i = 0; i < SKIPPED.size(); i++) {
        transcript(contig, start0, isForward, id, i);
      }
    }
  }

  private void transcript(String contig, int start0, boolean isForward, String gene, int number)
      throws IOException {
    var id = gene + "T" + (number + 1);
    var names = "ID=transcript:" + id + ";Parent=gene:" + gene;
    line(contig, "mRNA", start0, start0 + SPAN, isForward, names);
    for (int exon = 0; exon < EXONS; exon++) {
      if (exon != SKIPPED.get(number)) {
        int from = start0 + exon * (EXON + INTRON);
        var parent = "Parent=transcript:" + id;
        line(contig, "exon", from, from + EXON, isForward, parent);
        line(contig, "CDS", from, from + EXON, isForward, parent + ";protein_id=P" + id);
      }
    }
  }

  private void line(
      String contig, String type, int start0, int end0, boolean isForward, String attributes)
      throws IOException {
    var phase = type.equals("CDS") ? "0" : ".";
    var columns =
        List.of(
            contig,
            "made_up",
            type,
            Integer.toString(start0 + 1),
            Integer.toString(end0),
            ".",
            isForward ? "+" : "-",
            phase,
            attributes + ";biotype=protein_coding");
    out.write(String.join("\t", columns) + "\n");
  }

  private static void translate(byte[] bases, int start0, boolean isForward) {
    var places = new ArrayList<Integer>();
    for (int exon = 0; exon < EXONS; exon++) {
      for (int i = 0; i < EXON; i++) {
        places.add(start0 + exon * (EXON + INTRON) + i);
      }
    }
    var inOrder = isForward ? places : places.reversed();
    for (int at = 0; at < inOrder.size(); at += 3) {
      var three = inOrder.subList(at, at + 3);
      if (at == 0) {
        codon(bases, three, isForward, "ATG");
      } else if (at + 3 == inOrder.size()) {
        codon(bases, three, isForward, "TAA");
      } else if (isStop(bases, three, isForward)) {
        codon(bases, three, isForward, "TTC");
      }
    }
  }

  private static char base(byte[] bases, int at, boolean isForward) {
    char base = (char) bases[at];
    return isForward ? base : pair(base);
  }

  private static char pair(char base) {
    return BASES.charAt(BASES.length() - 1 - BASES.indexOf(base));
  }

  private static boolean isStop(byte[] bases, List<Integer> places, boolean isForward) {
    var codon = new StringBuilder();
    places.forEach(at -> codon.append(base(bases, at, isForward)));
    return List.of("TAA", "TAG", "TGA").contains(codon.toString());
  }

  private static void codon(byte[] bases, List<Integer> places, boolean isForward, String codon) {
    for (int i = 0; i < codon.length(); i++) {
      char base = codon.charAt(i);
      bases[places.get(i)] = (byte) (isForward ? base : pair(base));
    }
  }
}
