package org.idiome.genomics.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.Packed;
import org.idiome.genomics.region.RegionInput.Asked;
import org.idiome.testkit.Cases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Made-up records, compressed and indexed by htslib; see `SOURCE.md`.
class RegionInputTest {
  private static final FileTime FIRST = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
  private static final FileTime SECOND = FileTime.from(Instant.parse("2020-01-02T00:00:00Z"));

  @TempDir Path folder;
  private Path file = Path.of("");

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = RegionInputTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  @BeforeEach
  void write() throws IOException {
    file = Files.write(folder.resolve("x.vcf.gz"), resource("regions.vcf.gz"));
    Files.setLastModifiedTime(file, FIRST);
  }

  private Path index(String ending) throws IOException {
    return index(ending, resource("regions.vcf.gz" + ending));
  }

  private Path index(String ending, byte[] bytes) throws IOException {
    Files.deleteIfExists(folder.resolve("x.vcf.gz.tbi"));
    Files.deleteIfExists(folder.resolve("x.vcf.gz.csi"));
    var index = Files.write(folder.resolve("x.vcf.gz" + ending), bytes);
    Files.setLastModifiedTime(index, SECOND);
    return index;
  }

  private List<String> lines(Problems problems, String... regions) throws IOException {
    var asked = new Asked(List.of(regions), List.of());
    try (var input = RegionInput.open(file, "x.vcf.gz", Limits.DEFAULT, asked, problems)) {
      var out = new ByteArrayOutputStream();
      var buffer = new byte[1 << 12];
      for (int read = 0; read >= 0; read = input.read(buffer, 0, buffer.length)) {
        out.write(buffer, 0, read);
      }
      return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
  }

  private List<String> ids(Problems problems, String... regions) throws IOException {
    return lines(problems, regions).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1)[2])
        .toList();
  }

  /// The records of `bcftools view -r`; of many the first and the last.
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "regions.tsv", delimiter = '\t', numLinesToSkip = 1)
  void theRecordsOfBcftools(String region, int count, String names) throws IOException {
    for (var ending : List.of("", ".tbi", ".csi")) {
      if (!ending.isEmpty()) {
        index(ending);
      }
      var problems = new Problems();
      var ids = ids(problems, region);
      assertThat(ids).as(ending).hasSize(count);
      var shown = count <= 40 ? ids : List.of(ids.getFirst(), ids.getLast());
      assertThat(String.join(",", shown)).as(ending).isEqualTo(names == null ? "" : names);
      assertThat(problems.count(ProblemCode.REGIONS_NO_INDEX)).isEqualTo(ending.isEmpty() ? 1 : 0);
    }
  }

  @Tag("slow")
  @Test
  void anIndexChangesNothingButTheTime() throws IOException {
    Cases.check(
        "the same lines with an index and without",
        made -> {
          var regions = new ArrayList<String>();
          for (int i = made.between(1, 4); i > 0; i--) {
            int from = made.between(1, 4_000_000);
            regions.add(
                "chr"
                    + made.oneOf(List.of("1", "2", "7"))
                    + ":"
                    + from
                    + "-"
                    + (from + made.between(0, 100_000)));
          }
          var asked = regions.toArray(String[]::new);
          Files.deleteIfExists(folder.resolve("x.vcf.gz.tbi"));
          Files.deleteIfExists(folder.resolve("x.vcf.gz.csi"));
          var all = lines(new Problems(), asked);
          for (var ending : List.of(".tbi", ".csi")) {
            index(ending);
            assertThat(lines(new Problems(), asked)).isEqualTo(all);
          }
        });
  }

  @Test
  void withoutAnIndexAllIsRead() throws IOException {
    var problems = new Problems();
    assertThat(ids(problems, "chr7:1-1")).containsExactly("r2601");
    assertThat(problems.count(ProblemCode.REGIONS_NO_INDEX)).isEqualTo(1);
    try (var gzip = new GZIPInputStream(Files.newInputStream(file))) {
      Files.write(folder.resolve("x.vcf.gz"), gzip.readAllBytes());
    }
    assertThat(ids(problems, "chr7:1-1")).as("plain").containsExactly("r2601");
  }

  @Test
  void anIndexThatIsOlderOrDamagedIsNotUsed() throws IOException {
    var index = index(".tbi");
    Files.setLastModifiedTime(index, FileTime.from(Instant.parse("2019-01-01T00:00:00Z")));
    var problems = new Problems();
    assertThat(ids(problems, "chr7:1-1")).containsExactly("r2601");
    assertThat(problems.kept().getFirst().values()).containsEntry("fault", "older than its file");
    for (var ending : List.of(".tbi", ".csi")) {
      byte[] whole;
      try (var gzip =
          new GZIPInputStream(new ByteArrayInputStream(resource("regions.vcf.gz" + ending)))) {
        whole = gzip.readAllBytes();
      }
      for (int cut : new int[] {0, 1, 3, 4, 7, 20, 36, 40, 60, 200, whole.length - 9}) {
        index(ending, Packed.bgzf(Arrays.copyOf(whole, cut)));
        var said = new Problems();
        assertThat(ids(said, "chr7:1-1")).as(ending + cut).containsExactly("r2601");
        assertThat(said.count(ProblemCode.REGIONS_INDEX_OTHER)).as(ending + cut).isEqualTo(1);
      }
    }
  }

  @Test
  void anIndexOfAnotherFileIsNoticed() throws IOException {
    index(".tbi");
    byte[] text;
    try (var gzip = new GZIPInputStream(Files.newInputStream(file))) {
      text = gzip.readAllBytes();
    }
    // The same lines behind a longer header.
    var other = new String(text, StandardCharsets.UTF_8).replaceFirst("##INFO", "##x=y\n##INFO");
    Files.write(file, Packed.bgzf(other.getBytes(StandardCharsets.UTF_8)));
    Files.setLastModifiedTime(file, FIRST);
    for (var region : List.of("chr1:1-100000", "chr2:1-3000000", "chr7")) {
      var bad = catchThrowableOfType(BadInputException.class, () -> ids(new Problems(), region));
      assertThat(bad).as(region).isNotNull();
      assertThat(bad.problem().code())
          .isIn(ProblemCode.REGIONS_INDEX_WRONG, ProblemCode.FILE_COMPRESSION_DAMAGED);
    }
  }

  @Tag("slow")
  @Test
  void anyDamageIsARefusalOrTheSameRecords() throws IOException {
    var expected = ids(new Problems(), "chr2:218964-");
    Cases.check(
        "a flipped byte of the file is noticed where it is read",
        made -> {
          index(".tbi");
          var bytes = resource("regions.vcf.gz");
          // Behind the first header: a file that is no BGZF any more is another matter.
          bytes[made.between(18, bytes.length - 1)] ^= (byte) (1 << made.between(0, 7));
          Files.write(file, bytes);
          Files.setLastModifiedTime(file, FIRST);
          try {
            assertThat(ids(new Problems(), "chr2:218964-")).isEqualTo(expected);
          } catch (BadInputException refused) {
            assertThat(refused.problem().code()).isNotNull();
          }
        });
  }

  @Test
  void aFileThatWasCutIsRefused() throws IOException {
    index(".tbi");
    var bytes = resource("regions.vcf.gz");
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 28));
    Files.setLastModifiedTime(file, FIRST);
    var bad =
        catchThrowableOfType(BadInputException.class, () -> ids(new Problems(), "chr1:1-16384"));
    assertThat(bad.problem().code()).isEqualTo(ProblemCode.FILE_COMPRESSION_CUT);
  }

  @Test
  void aContigThatTheFileDoesNotHaveIsSaid() throws IOException {
    for (var ending : List.of("", ".tbi")) {
      if (!ending.isEmpty()) {
        index(ending);
      }
      var problems = new Problems();
      assertThat(ids(problems, "chr9:1-5", "2:2386402-2386407")).hasSize(1);
      assertThat(problems.count(ProblemCode.REGIONS_CONTIG_ABSENT)).isEqualTo(1);
    }
  }
}
