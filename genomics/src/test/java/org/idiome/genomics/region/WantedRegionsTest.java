package org.idiome.genomics.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.region.WantedRegions.Stretch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedRegionsTest {
  private static final Set<String> CONTIGS = Set.of("chr1", "HLA-A*01:01", "a", "a:1-5");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "chr1;chr1;-1;2147483647",
        "chr1:5;chr1;4;5",
        "chr1:5-9;chr1;4;9",
        "chr1:1,005-2,000;chr1;1004;2000",
        "chr1:5-;chr1;4;2147483647",
        "chr1:5-99999999999;chr1;4;2147483647",
        "HLA-A*01:01;HLA-A*01:01;-1;2147483647",
        "HLA-A*01:01:3-4;HLA-A*01:01;2;4",
        "{a}:1-5;a;0;5",
        "{a:1-5};a:1-5;-1;2147483647"
      })
  void knownRegions(String text, String contig, int start0, int end0) {
    assertThat(WantedRegions.parse(List.of(text.replace("99999999999", "9999999999")), CONTIGS))
        .isEqualTo(new WantedRegions(Map.of(contig, List.of(new Stretch(start0, end0)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chr1:0-5",
        "chr1:9-5",
        "chr1:x",
        "chr1:",
        "chr1:-5",
        "chr1:5-6-7",
        ":5",
        "",
        "a:1-5",
        "chr1:99999999999-"
      })
  void whatIsNoRegionIsRefused(String text) {
    var bad =
        catchThrowableOfType(
            BadInputException.class, () -> WantedRegions.parse(List.of(text), CONTIGS));
    assertThat(bad).as(text).isNotNull();
    assertThat(bad.problem().code()).isEqualTo(ProblemCode.REGIONS_NOT_UNDERSTOOD);
  }

  private static WantedRegions bed(String text) throws IOException {
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return WantedRegions.bed(Input.of(bytes, "x.bed", Limits.DEFAULT), Limits.DEFAULT);
  }

  @Test
  void bedIsReadAndJoined() throws IOException {
    var regions = bed("track x\n# y\nc\t7\t9\tname\nc\t0\t3\nc\t3\t5\nd\t1\t2\n");
    assertThat(regions.byContig())
        .containsEntry("c", List.of(new Stretch(0, 5), new Stretch(7, 9)))
        .containsEntry("d", List.of(new Stretch(1, 2)));
    assertThat(WantedRegions.touches(regions.on("c"), 5, 7)).isFalse();
    assertThat(WantedRegions.touches(regions.on("c"), 5, 8)).isTrue();
    assertThat(regions.on("e")).isEmpty();
    assertThat(regions.and(bed("c\t4\t8\n")).on("c")).containsExactly(new Stretch(0, 9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"c\t5", "c 1 2", "c\t5\t5", "c\t-1\t5", "c\tx\t5", "\t1\t2"})
  void aLineOfBedThatIsNoneIsRefused(String line) {
    var bad = catchThrowableOfType(BadInputException.class, () -> bed("c\t1\t2\n" + line + "\n"));
    assertThat(bad.problem().code()).isEqualTo(ProblemCode.REGIONS_NOT_UNDERSTOOD);
    assertThat(bad.problem().place().line()).isEqualTo(2);
  }

  @Test
  void otherNamesOfAContigAreTheContig() {
    var regions = WantedRegions.parse(List.of("1:5-9"), Set.of());
    assertThat(regions.on("chr1")).containsExactly(new Stretch(4, 9));
    assertThat(regions.on("chr2")).isEmpty();
  }
}
