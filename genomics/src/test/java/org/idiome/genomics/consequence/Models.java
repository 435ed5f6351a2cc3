package org.idiome.genomics.consequence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.gene.GeneModels;
import org.idiome.genomics.gene.GeneReader;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;

/// Gene models written in a test.
final class Models {
  private Models() {}

  static GeneModels of(String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    try (var input = Input.of(new ByteArrayInputStream(bytes), "models", Limits.DEFAULT)) {
      return GeneReader.read(input, Limits.DEFAULT, new Problems());
    }
  }

  /// A line of GFF3 on contig `c`.
  static String line(String type, int start1, int end1, char strand, String phase, String more) {
    return String.join("\t", "c", ".", type, "" + start1, "" + end1, ".", "" + strand, phase, more)
        + "\n";
  }

  /// One transcript `T` of one gene, GFF3.
  ///
  /// @param exons starts and ends in turn, 1-based
  /// @param coding in the same way, with the phase of each
  static String gff(char strand, int[][] exons, int[][] coding) {
    var text = new StringBuilder("##gff-version 3\n");
    int first = exons[0][0];
    int last = exons[exons.length - 1][1];
    text.append(line("gene", first, last, strand, ".", "ID=gene:G;Name=G"));
    text.append(line("mRNA", first, last, strand, ".", "ID=transcript:T;Parent=gene:G"));
    for (var exon : exons) {
      text.append(line("exon", exon[0], exon[1], strand, ".", "Parent=transcript:T"));
    }
    for (var part : coding) {
      text.append(line("CDS", part[0], part[1], strand, "" + part[2], "Parent=transcript:T"));
    }
    return text.toString();
  }
}
