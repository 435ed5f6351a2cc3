package org.idiome.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Genes as many as Ensembl has of man, on 24 contigs of one base throughout: one in 3,000 bases,
/// on both strands in turn, one to eight transcripts each of two to ten exons that are coded. The
/// same for the same number.
public final class MadeUpGeneSet {
  private static final int CONTIGS = 24;
  private static final int APART = 3_000;
  private static final int EXONS = 10;
  private static final int EXON = 150;
  private static final int STEP = 250;
  private static final int MOST_TRANSCRIPTS = 8;
  private static final int LINE = 60;

  private MadeUpGeneSet() {}

  /// Writes a FASTA file, a VCF file of one record and a GFF3 file.
  ///
  /// @param args number of genes, paths of the FASTA, VCF and GFF3 files
  public static void main(String[] args) throws IOException {
    int each = Math.ceilDiv(Integer.parseInt(args[0]), CONTIGS);
    int length = Math.ceilDiv((each + 1) * APART, LINE) * LINE;
    var line = "A".repeat(LINE) + "\n";
    try (var fasta = Files.newBufferedWriter(Path.of(args[1]));
        var genes = Files.newBufferedWriter(Path.of(args[3]))) {
      var draws = new Random(7);
      genes.write("##gff-version 3\n");
      for (int contig = 1; contig <= CONTIGS; contig++) {
        fasta.write(">c" + contig + "\n");
        for (int i = 0; i < length; i += LINE) {
          fasta.write(line);
        }
        for (int gene = 1; gene <= each; gene++) {
          genes.write(gene("c" + contig, contig + "_" + gene, gene * APART, gene % 2 == 0, draws));
        }
      }
    }
    var columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";
    var contig = "##contig=<ID=c1,length=" + length + ">\n";
    var record = "c1\t" + (APART + 10) + "\t.\tA\tC\t.\t.\t.\n";
    Files.writeString(Path.of(args[2]), "##fileformat=VCFv4.2\n" + contig + columns + record);
  }

  private static String gene(
      String contig, String number, int start0, boolean isForward, Random draws) {
    var text = new StringBuilder();
    var end = start0 + EXONS * STEP;
    line(text, contig, "gene", start0, end, isForward, "ID=gene:G" + number + ";Name=G" + number);
    int transcripts = 1 + draws.nextInt(MOST_TRANSCRIPTS);
    for (int i = 1; i <= transcripts; i++) {
      var id = "T" + number + "_" + i;
      int exons = 2 + draws.nextInt(EXONS - 1);
      var own = "ID=transcript:" + id + ";Parent=gene:G" + number;
      line(text, contig, "mRNA", start0, start0 + exons * STEP, isForward, own);
      for (int exon = 0; exon < exons; exon++) {
        int from = start0 + exon * STEP;
        var parent = "Parent=transcript:" + id;
        line(text, contig, "exon", from, from + EXON, isForward, parent);
        line(text, contig, "CDS", from, from + EXON, isForward, parent + ";protein_id=P" + id);
      }
    }
    return text.toString();
  }

  private static void line(
      StringBuilder text,
      String contig,
      String type,
      int start0,
      int end0,
      boolean isForward,
      String attributes) {
    text.append(contig).append("\tmade_up\t").append(type).append('\t').append(start0 + 1);
    text.append('\t').append(end0).append("\t.\t").append(isForward ? '+' : '-').append('\t');
    text.append(type.equals("CDS") ? "0" : ".").append('\t').append(attributes);
    text.append(";biotype=protein_coding\n");
  }
}
