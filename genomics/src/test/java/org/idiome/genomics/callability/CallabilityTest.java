package org.idiome.genomics.callability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.vcf.VcfFiles;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.genomics.vcf.VcfReader;
import org.idiome.testkit.Cases;
import org.idiome.testkit.Truth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallabilityTest {
  private static final String HEADER =
      """
      ##fileformat=VCFv4.2
      #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS
      """;

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

  /// A file with blocks and the same file with one record for each base say the same.
  @Test
  void saysTheSameOfBlocksAndOfTheirBases() throws IOException {
    var blocks = intervals(Truth.data("variants/real/gvcf-illumina.vcf"));
    var bases = intervals(Truth.data("variants/real/gvcf-illumina.expanded.vcf"));
    assertThat(bases).isEqualTo(blocks);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "judgements.tsv", delimiter = '\t', numLinesToSkip = 1)
  void judgesByTheRules(String records, @Nullable String expected) throws IOException {
    var lines = new StringBuilder(HEADER);
    for (var record : records.split("\\|(?=1 )", -1)) {
      lines.append(record.replace(' ', '\t')).append('\n');
    }
    var seen =
        intervals(VcfFiles.input(lines.toString())).stream()
            .map(interval ->
                "%d-%d %s: %s"
                    .formatted(
                        interval.start0() + 1,
                        interval.end0(),
                        interval.state().code(),
                        interval.reason()))
            .collect(Collectors.joining(";"));
    assertThat(seen).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void refusesRecordsOutOfOrder() {
    var text = HEADER + "1\t20\t.\tA\tC\t.\t.\t.\tGT\t0/1\n1\t10\t.\tA\tC\t.\t.\t.\tGT\t0/1\n";
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> intervals(VcfFiles.input(text)))
        .satisfies(e -> {
          assertThat(e.problem().code()).isEqualTo(ProblemCode.VCF_ORDER_NEEDED);
          assertThat(e.problem().place().line()).isEqualTo(4);
        });
  }

  /// Against every base looked at by itself.
  @Test
  void resolvesOverlapsAsEachBaseByItselfDoes() {
    Cases.check(
        "of spans over a base the highest rank wins, of equals the first",
        made -> {
          int count = made.between(0, 12);
          var starts = new int[count];
          var ends = new int[count];
          var ranks = new int[count];
          int start = 0;
          for (int i = 0; i < count; i++) {
            start += made.between(0, 5);
            starts[i] = start;
            ends[i] = start + made.between(0, 12);
            ranks[i] = made.between(0, 3);
          }
          var expected = new int[200];
          Arrays.fill(expected, -1);
          for (int base = 0; base < expected.length; base++) {
            for (int i = 0; i < count; i++) {
              boolean isOver = starts[i] <= base && base < ends[i];
              if (isOver && (expected[base] < 0 || ranks[i] > ranks[expected[base]])) {
                expected[base] = i;
              }
            }
          }
          var seen = new int[200];
          Arrays.fill(seen, -1);
          var sweep = new Sweep<Integer>((from, to, span) -> Arrays.fill(seen, from, to, span));
          for (int i = 0; i < count; i++) {
            sweep.add(starts[i], ends[i], ranks[i], i);
          }
          sweep.finish();
          assertThat(seen).isEqualTo(expected);
        });
  }

  @Test
  void takesItsThresholdsFromTheTable() {
    assertThat(CallRules.DEFAULT).isEqualTo(new CallRules(20, 10));
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
