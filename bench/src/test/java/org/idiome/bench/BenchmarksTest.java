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

  /// 1,000 alleles, each near three transcripts; `ga4gh:VA.` and 32 signs of a digest.
  @Test
  void theLoopsOfVariantsDoWhatTheySay() throws IOException {
    var bench = new VariantKernels();
    bench.make();
    try {
      assertThat(bench.lookedUp()).isEqualTo(1_000);
      assertThat(bench.consequences()).isEqualTo(3_000);
      assertThat(bench.genotypes()).isEqualTo(100_000);
      assertThat(bench.identified()).isEqualTo(41_000);
      assertThat(bench.translated()).isBetween(20, 90);
      assertThat(bench.leftAligned()).isBetween(65_000_000, 68_000_000);
      assertThat(bench.justified()).isGreaterThanOrEqualTo(bench.leftAligned());
    } finally {
      bench.remove();
    }
  }
}
