package org.idiome.genomics.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problems;
import org.idiome.core.problem.Reach;
import org.idiome.core.time.When;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Packed;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.testkit.Cases;
import org.idiome.testkit.Made;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of practice with bytes changed, cut out, doubled or put in: read or refused by name, never
/// a crash.
class FuzzTest {
  private static final String MARKS = "\t\n\r:;,=|/.<>*[]0123456789ACGTN#\"-+%\u0000\u00ff";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gvcf-illumina.vcf",
        "structural-4.4.vcf",
        "local-alleles-4.5.vcf",
        "version-4.3-features.vcf",
        "breakends.vcf",
        "specification-example.vcf",
        "gvcf-samtools.vcf",
        "trio.vcf"
      })
  @Tag("slow")
  void readsOrRefusesWhateverComes(String name) throws IOException {
    var file = Files.readAllBytes(Truth.data("variants/real/" + name));
    Cases.check(
        "a changed " + name + " is read or refused",
        made -> {
          var changed = file;
          for (int i = made.between(1, 8); i > 0; i--) {
            changed = changed(changed, made);
          }
          var packed =
              switch (made.between(0, 9)) {
                case 0 -> Packed.gzip(changed);
                case 1 -> changed(Packed.bgzf(changed), made);
                default -> changed;
              };
          assertReadOrRefused(packed);
        });
  }

  private static void assertReadOrRefused(byte[] file) throws IOException {
    var problems = new Problems();
    var limits = VcfLimits.DEFAULT;
    var input = Input.of(new ByteArrayInputStream(file), "x.vcf", limits.file());
    var whole = new Locus(GenomeBuild.GRCH37, new Contig("1"), 0, Integer.MAX_VALUE);
    var request =
        VcfRequest.of(new Origin(0, Layer.GENOME, new When.Day(LocalDate.of(2025, 3, 4)), null))
            .everySample()
            .loci(List.of(whole));
    try {
      var reading = CallReader.read(input, request, limits, problems);
      for (var sample : reading.samples()) {
        var summary = sample.summary();
        assertThat(summary.het() + summary.homAlt() + summary.missing())
            .isLessThanOrEqualTo(summary.records());
      }
    } catch (BadInputException refusal) {
      assertThat(refusal.problem().reach()).isEqualTo(Reach.FILE);
    }
  }

  private static byte[] changed(byte[] file, Made made) {
    if (file.length < 2) {
      return file;
    }
    int at = made.between(0, file.length - 1);
    int to = Math.min(file.length, at + made.between(1, 20));
    var head = Arrays.copyOf(file, at);
    return switch (made.between(0, 4)) {
      case 0 -> {
        var copy = file.clone();
        copy[at] = (byte) MARKS.charAt(made.between(0, MARKS.length() - 1));
        yield copy;
      }
      case 1 -> Packed.join(head, Arrays.copyOfRange(file, to, file.length));
      case 2 ->
          Packed.join(
              head, Arrays.copyOfRange(file, at, to), Arrays.copyOfRange(file, at, file.length));
      case 3 -> Packed.join(head, made.bytes(6), Arrays.copyOfRange(file, at, file.length));
      default -> made.coin() ? head : Packed.join(file, Arrays.copyOfRange(file, at, to));
    };
  }
}
