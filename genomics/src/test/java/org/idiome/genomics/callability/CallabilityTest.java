package org.idiome.genomics.callability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.genomics.vcf.VcfReader;
import org.idiome.testkit.Truth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallabilityTest {
  /// Every interval of four files, none more and none less, with state and reason.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gvcf-illumina.vcf",
        "gvcf-no-call-block.vcf",
        "gvcf-non-ref.vcf",
        "gvcf-strelka-3.vcf"
      })
  void agreesWithTheTableOfIntervals(String name) throws IOException {
    var expected =
        Files.readAllLines(Truth.data("variants/real/callability.tsv")).stream()
            .filter(line -> line.startsWith(name + "\t"))
            .toList();
    assertThat(expected).isNotEmpty();
    assertThat(intervals(Truth.data("variants/real/" + name)))
        .map(interval ->
            String.join(
                "\t",
                name,
                interval.contig(),
                Integer.toString(interval.start0() + 1),
                Integer.toString(interval.end0()),
                interval.state().code(),
                interval.reason()))
        .isEqualTo(expected);
  }

  private static List<CallabilityInterval> intervals(Path file) throws IOException {
    return intervals(Input.open(file, "x", Limits.DEFAULT));
  }

  static List<CallabilityInterval> intervals(Input input) throws IOException {
    var intervals = new ArrayList<CallabilityInterval>();
    try (input) {
      var reader = new VcfReader(input, VcfLimits.DEFAULT, new Problems());
      new CallabilityIntervals(reader, 0, CallRules.DEFAULT, intervals::add).read("x");
    }
    return intervals;
  }
}
