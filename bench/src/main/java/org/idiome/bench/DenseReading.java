package org.idiome.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.idiome.store.Rows;
import org.idiome.store.Store;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// One reading of one layer of one person, as a run does it: one query a layer.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DenseReading {
  private static final int DAYS = 15;
  private static final int FIRST_DAY = 10;

  /// Few rows lie in the catalogue, many in Parquet.
  @Param({"1000", "378000"})
  int rows = 1000;

  private Path folder = Path.of("");
  private long segment;

  /// Makes the store.
  @Setup
  public void make() throws IOException {
    folder = Files.createTempDirectory("idiome-bench");
    var columns = QuantityColumns.of(Layer.TRANSCRIPTOME);
    for (int row = 0; row < rows; row++) {
      columns.add(
          new Coded("ENSEMBL:ENSG" + (100_000 + row / DAYS), null),
          new Magnitude.Exact(row * 0.25),
          Unit.ucum("1"),
          null,
          When.parse("2024-01-" + (FIRST_DAY + row % DAYS)),
          null,
          null,
          null,
          new SourceRow(0, row + 2L));
    }
    var built = columns.build();
    var file = Sha256.of(new byte[] {1});
    var head = new Rows.BatchHead(Instant.EPOCH, "import", "bench");
    try (var writer = Store.orNew(folder.resolve("store")).write(head, "bench", 0)) {
      var person = writer.newPerson("one");
      long intake = writer.intake(person.person(), "one", "one", file);
      writer.file(intake, new Rows.FileRow(0, "table.tsv", file, 1, 1));
      var layer = Layer.TRANSCRIPTOME.code();
      segment =
          writer.quantities(
              new Rows.NewSegment(
                  person.person(), layer, "quantity", file, built.digest(), null, null),
              built);
      writer.link(intake, segment, 0);
      writer.content(intake, "{}");
      writer.acknowledge();
    }
  }

  /// Opens the store and reads the layer.
  @Benchmark
  public int layer() {
    try (var reader = Store.at(folder.resolve("store")).read()) {
      var into = QuantityColumns.of(Layer.TRANSCRIPTOME);
      reader.quantities(segment, Layer.TRANSCRIPTOME, locator -> new SourceRow(0, locator), into);
      return into.build().size();
    }
  }

  /// Removes the store.
  @TearDown
  public void remove() throws IOException {
    try (var files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(file -> {
            try {
              Files.delete(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
