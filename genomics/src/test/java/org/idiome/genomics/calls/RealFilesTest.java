package org.idiome.genomics.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.Problems;
import org.idiome.core.time.When;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.testkit.Truth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Files of practice and of the specifications, each with what it is known to hold.
class RealFilesTest {
  /// Counts by grep and by eye; builds by the names and lengths that stand in the header.
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "real-files.tsv", delimiter = '\t', numLinesToSkip = 1)
  void readsEachForWhatItIs(
      String file, int samples, int records, int refused, String build, int faults)
      throws IOException {
    var problems = new Problems();
    var origin = new Origin(0, Layer.GENOME, new When.Day(LocalDate.of(2025, 3, 4)), null);
    var reading =
        CallReader.read(
            Input.open(Truth.data("variants/real/" + file), file, Limits.DEFAULT),
            VcfRequest.of(origin).everySample(),
            VcfLimits.DEFAULT,
            problems);
    assertThat(reading.header().samples()).hasSize(samples);
    assertThat(reading.recordsRead()).isEqualTo(records);
    assertThat(reading.recordsRefused()).isEqualTo(refused);
    assertThat(reading.build().build().code()).isEqualTo(build);
    assertThat(problems.faults()).as(problems.counts().toString()).isEqualTo(faults);
  }
}
