package org.idiome.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// The benchmarks run and do what they say; how fast is none of a test's business.
class BenchmarksTest {
  @Test
  void readsEveryRecordHoweverTheFileIsPacked() throws IOException {
    for (var packing : new String[] {"plain", "bgzf"}) {
      var bench = new VariantReading();
      bench.packing = packing;
      bench.records = 500;
      bench.make();
      assertThat(bench.genome().recordsRead()).isEqualTo(500);
    }
  }

  @Test
  void readsEveryRowOfALayerWhereverItLies() throws IOException {
    for (int rows : new int[] {100, 3_000}) {
      var bench = new DenseReading();
      bench.rows = rows;
      bench.make();
      try {
        assertThat(bench.layer()).isEqualTo(rows);
      } finally {
        bench.remove();
      }
    }
  }
}
