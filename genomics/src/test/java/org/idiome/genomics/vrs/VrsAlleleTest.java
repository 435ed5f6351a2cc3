package org.idiome.genomics.vrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.genomics.contig.Contigs;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.reference.Window;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VrsAlleleTest {
  private static final String ANY = "SQ.aKF498dAxcJAqme6QYQ7EZ07-fiw8Kw2";

  private static String refget(String name) {
    var known = Contigs.of(GenomeBuild.GRCH38, new Contig(name));
    return Objects.requireNonNull(Objects.requireNonNull(known).refget());
  }

  /// Specification: runs of nine A that grow.
  @ParameterizedTest
  @CsvSource({"2, 2", "11, 1", "4, 4", "9, 9", "10, 5"})
  void theLargestSubunitThatFits(int added, int subunit) {
    var sequence = new Window("C" + "A".repeat(9) + "G");
    var change = NormalForm.of(sequence, 1, "A", "A".repeat(1 + added));
    assertThat(VrsAllele.of(ANY, change).state())
        .isEqualTo(new SequenceExpression.ReferenceLength(VrsNumber.of(9 + added), subunit));
  }

  @Test
  void whatIsNotMadeOfTheReferenceIsWrittenOut() {
    var sequence = new Window("CAG");
    assertThat(VrsAllele.of(ANY, NormalForm.of(sequence, 1, "A", "AT")).state())
        .isEqualTo(new SequenceExpression.Literal("T"));
    assertThat(VrsAllele.of(ANY, NormalForm.of(sequence, 1, "A", "TT")).state())
        .isEqualTo(new SequenceExpression.Literal("TT"));
    assertThatThrownBy(() -> VrsAllele.of(ANY, NormalForm.of(sequence, 1, "A", "A")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// Published identifiers of a genome, as far as they need no sequence around them.
  @Test
  void publishedIdentifiers() throws IOException {
    int seen = 0;
    for (var line : Files.readAllLines(Truth.data("variants/vrs/vcf-alleles.tsv"))) {
      var cells = line.split("\t", -1);
      boolean isSame = cells[2].equals(cells[3]);
      if (!cells[4].startsWith("ga4gh:") || (!isSame && cells[2].length() != cells[3].length())) {
        continue;
      }
      int start0 = Integer.parseInt(cells[1]) - 1;
      var refget = refget(cells[0].substring(3));
      var own = new Window(start0, cells[2], Integer.MAX_VALUE);
      var allele =
          isSame
              ? VrsAllele.same(refget, start0, start0 + cells[2].length())
              : VrsAllele.of(refget, NormalForm.of(own, start0, cells[2], cells[3]));
      assertThat(allele.identifier()).as(line).isEqualTo(cells[4]);
      assertThat(allele.serialized()).isEqualTo(cells[5]);
      seen++;
    }
    assertThat(seen).isGreaterThan(10);
  }
}
