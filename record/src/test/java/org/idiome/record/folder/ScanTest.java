package org.idiome.record.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Content;
import org.idiome.genomics.io.Packing;
import org.idiome.record.table.TableShape;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {
  @TempDir Path folder;

  private Scan scan(String text) throws IOException {
    Folders.write(folder, "f", text);
    return Scan.of(folder.resolve("f"), "f", ReadingOptions.DEFAULT);
  }

  @Test
  void tellsWhatAFileIs() throws IOException {
    assertThat(scan("##fileformat=VCFv4.2\n").holds()).isInstanceOf(Scan.Holds.Variants.class);
    assertThat(scan("{\"subject\":{\"id\":\"s\"}," + Folders.META + "}").holds())
        .isInstanceOf(Scan.Holds.OnePerson.class);
    assertThat(scan("a,b\n1,2\n3\n").holds())
        .isEqualTo(new Scan.Holds.Table(new TableShape(',', List.of("a", "b"), 2, 1)));
    assertThat(scan("just words\n").holds()).isEqualTo(new Scan.Holds.Other(Content.TEXT));
    assertThat(scan("{\"a\":1}").holds()).isEqualTo(new Scan.Holds.Other(Content.JSON));
    assertThat(scan("").holds()).isEqualTo(new Scan.Holds.Other(Content.EMPTY));
    assertThat(scan("<a/>").holds()).isEqualTo(new Scan.Holds.Other(Content.XML));
  }

  @Test
  void aFileThatIsRefusedHasItsReason() throws IOException {
    var cut = scan("{\"subject\":{\"id\":\"s\"},");
    assertThat(cut.holds()).isEqualTo(new Scan.Holds.Other(Content.JSON));
    assertThat(cut.problemCounts()).containsKey(ProblemCode.JSON_CUT);
    assertThat(cut.hash().hex()).hasSize(64);
  }

  @Test
  void namesTheRowWhoseBytesAreNoText() throws IOException {
    var file = Truth.data("person/ipop/metabolomics_negative_mode.csv.gz");
    var scan = Scan.of(file, "m", ReadingOptions.DEFAULT);
    assertThat(scan.problems())
        .extracting(Problem::code, problem -> problem.place().line())
        .containsExactly(tuple(ProblemCode.FILE_NOT_UTF8, 401L));
  }

  @Test
  void countsTheRowsOfRealTables() throws IOException {
    var file = Truth.data("person/ipop/protein_timeseries.tsv.gz");
    var scan = Scan.of(file, "p", ReadingOptions.DEFAULT);
    assertThat(scan.packing()).isEqualTo(Packing.GZIP);
    var shape = scan.holds() instanceof Scan.Holds.Table table ? table.shape() : null;
    assertThat(shape).isNotNull();
    assertThat(shape == null ? 0 : shape.rows()).isEqualTo(2475);
    assertThat(shape == null ? 0 : shape.header().size()).isEqualTo(16);
    assertThat(shape == null ? 1 : shape.unevenRows()).isZero();
  }
}
