package org.idiome.genomics.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.Problems;
import org.idiome.core.time.When;
import org.idiome.genomics.calls.CallReader;
import org.idiome.genomics.calls.Origin;
import org.idiome.genomics.calls.VcfReading;
import org.idiome.genomics.calls.VcfRequest;
import org.idiome.genomics.io.BlockGzipOutput;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.vcf.VcfLimits;
import org.junit.jupiter.api.Test;

class SimulatedGenomeTest {
  private static final long XY_SEED = seed(true);
  private static final long XX_SEED = seed(false);

  private static long seed(boolean hasY) {
    return Stream.iterate(1L, seed -> seed + 1)
        .filter(seed -> new SimulatedGenome(1, seed).hasY() == hasY)
        .findFirst()
        .orElseThrow();
  }

  private static byte[] bytes(long records, long seed) throws IOException {
    var out = new ByteArrayOutputStream();
    new SimulatedGenome(records, seed).writeTo(out);
    return out.toByteArray();
  }

  private static List<String[]> records(byte[] file) {
    return new String(file, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .toList();
  }

  @Test
  void isTheSameForTheSameSeedAndAnotherForAnother() throws IOException {
    assertThat(bytes(2_000, 5)).isEqualTo(bytes(2_000, 5)).isNotEqualTo(bytes(2_000, 6));
  }

  @Test
  void isReadWithoutAProblem() throws IOException {
    for (long seed : List.of(XX_SEED, XY_SEED)) {
      var problems = new Problems();
      var reading = read(bytes(20_000, seed), problems);
      assertThat(problems.kept()).isEmpty();
      assertThat(reading.recordsRead()).isEqualTo(20_000);
      assertThat(reading.recordsRefused()).isZero();
      assertThat(reading.isSorted()).isTrue();
      assertThat(reading.whole().build()).isEqualTo(GenomeBuild.GRCH38);
    }
  }

  private static VcfReading read(byte[] file, Problems problems) throws IOException {
    var origin = new Origin(0, Layer.GENOME, When.notStated(), null);
    try (var input =
        Input.of(new ByteArrayInputStream(file), "made.vcf", VcfLimits.DEFAULT.file())) {
      return CallReader.read(input, VcfRequest.of(origin), VcfLimits.DEFAULT, problems);
    }
  }

  @Test
  void hasOneCopyOfXAndYWhereThereIsAY() throws IOException {
    var records = records(bytes(60_000, XY_SEED));
    assertThat(records).anyMatch(record -> record[0].equals("chrY"));
    var ownX =
        records.stream()
            .filter(record -> record[0].equals("chrX"))
            .filter(record -> position(record) > 2_781_479 && position(record) < 155_701_383)
            .toList();
    assertThat(ownX).hasSizeGreaterThan(1_000).allMatch(record -> record[9].startsWith("1/1"));
    assertThat(records(bytes(60_000, XX_SEED)))
        .noneMatch(record -> record[0].equals("chrY"))
        .anyMatch(record -> record[0].equals("chrX") && record[9].startsWith("0/1"));
  }

  private static long position(String[] record) {
    return Long.parseLong(record[1]);
  }

  @Test
  void statesNoAlleleTwice() throws IOException {
    assertThat(records(bytes(50_000, 3)))
        .allSatisfy(record -> {
          var alleles = Stream.concat(Stream.of(record[3]), Stream.of(record[4].split(",")));
          assertThat(alleles.toList()).doesNotHaveDuplicates();
        });
  }

  @Test
  void refusesSizesThatAreNone() {
    for (long records : new long[] {0, -1, SimulatedGenome.MOST_RECORDS + 1}) {
      assertThatIllegalArgumentException().isThrownBy(() -> new SimulatedGenome(records, 1));
    }
  }

  @Test
  void isPackedInBlocksThatUnpackToTheSameBytes() throws IOException {
    var file = bytes(5_000, 1);
    var out = new ByteArrayOutputStream();
    try (var packed = new BlockGzipOutput(out)) {
      packed.write(file, 0, 100);
      packed.write(file[100]);
      packed.write(file, 101, file.length - 101);
    }
    try (var input = new GZIPInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(input.readAllBytes()).isEqualTo(file);
    }
  }
}
