package org.idiome.record.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.presence.Absence;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.time.When;
import org.idiome.testkit.Checkout;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The public months of Chen et al. 2012, by the packet of `docs/examples/chen-2012`.
///
/// The numbers were counted in the files by a script of a few lines, not by this reader.
class PublicProfileTest {
  private static final List<Integer> DAYS =
      List.of(186, 255, 289, 290, 292, 294, 297, 301, 307, 311, 322, 329, 369, 380, 400);
  private static final List<Integer> DAYS_OF_METABOLITES =
      List.of(255, 289, 290, 292, 294, 297, 301, 307, 311, 322, 369, 380);

  private static PersonRecord record;

  @BeforeAll
  static void read(@TempDir Path folder) throws IOException {
    var packet = Checkout.root().resolve("docs/examples/chen-2012/phenopacket.json");
    Files.copy(packet, folder.resolve(PersonFolder.PACKET_NAME));
    for (var name :
        List.of(
            "rna_fpkm_by_gene.tsv.gz",
            "protein_timeseries.tsv.gz",
            "metabolomics_negative_mode.csv.gz")) {
      Files.copy(Truth.data("person/ipop/" + name), folder.resolve(name));
    }
    record = Folders.read(folder);
  }

  @Test
  void readsThreeLayersOnTheDaysOfOneStudy() {
    assertThat(record.quantities())
        .containsOnlyKeys(Layer.TRANSCRIPTOME, Layer.PROTEOME, Layer.METABOLOME);
    assertThat(
            Stream.of(Layer.TRANSCRIPTOME, Layer.PROTEOME, Layer.METABOLOME)
                .map(layer -> of(record, layer)))
        .extracting(
            QuantityColumns::size, columns -> columns.features().size(), PublicProfileTest::days)
        .containsExactly(
            tuple(25_268 * 15, 25_268, DAYS),
            tuple(2475 * 15, 2475, DAYS),
            tuple(2290 * 36, 2290, DAYS_OF_METABOLITES));
  }

  @Test
  void tellsWhatIsMissingFromWhatIsZeroAndWhatWasNotDetected() {
    var rna = of(record, Layer.TRANSCRIPTOME);
    assertThat(missing(rna)).isEmpty();
    assertThat(zeros(rna)).isEqualTo(115_648);
    var proteins = of(record, Layer.PROTEOME);
    assertThat(missing(proteins)).containsOnlyKeys("not_stated on day 329").containsValue(2475L);
    assertThat(zeros(proteins)).isEqualTo(2475 + 77);
    var metabolites = of(record, Layer.METABOLOME);
    assertThat(missing(metabolites).values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(11_271);
    assertThat(missing(metabolites))
        .containsEntry("not_detected on day 292", 1987L)
        .containsEntry("not_detected on day 307", 423L)
        .hasSize(DAYS_OF_METABOLITES.size());
  }

  /// The name of one compound has a byte that is not UTF-8: its row is refused, no other is.
  @Test
  void namesTheRowThatItCouldNotRead() {
    assertThat(record.problems())
        .extracting(problem -> problem.code(), problem -> problem.place().line())
        .containsExactlyInAnyOrder(
            tuple(ProblemCode.TABLE_COLUMN_NOT_USED, 1L),
            tuple(ProblemCode.FILE_NOT_UTF8, 401L),
            tuple(ProblemCode.TABLE_ROWS_REFUSED, null));
  }

  private static QuantityColumns of(PersonRecord record, Layer layer) {
    var columns = record.quantities().get(layer);
    if (columns == null) {
      throw new AssertionError(layer + " has no values");
    }
    return columns;
  }

  private static List<Integer> days(QuantityColumns columns) {
    var days = new TreeSet<Integer>();
    for (int row = 0; row < columns.size(); row++) {
      days.add(day(columns, row));
    }
    return List.copyOf(days);
  }

  private static int day(QuantityColumns columns, int row) {
    return columns.when(row) instanceof When.StudyDay(int day) ? day : -1;
  }

  private static Map<String, Long> missing(QuantityColumns columns) {
    var counts = new TreeMap<String, Long>();
    for (int row = 0; row < columns.size(); row++) {
      if (columns.magnitude(row) instanceof Magnitude.Missing(Absence why)) {
        counts.merge(why.code() + " on day " + day(columns, row), 1L, Long::sum);
      }
    }
    return counts;
  }

  private static long zeros(QuantityColumns columns) {
    long zeros = 0;
    for (int row = 0; row < columns.size(); row++) {
      zeros += columns.isExact(row) && columns.value(row) == 0 ? 1 : 0;
    }
    return zeros;
  }
}
