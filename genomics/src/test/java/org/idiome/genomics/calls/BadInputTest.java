package org.idiome.genomics.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.problem.Reach;
import org.idiome.core.time.When;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.Packed;
import org.idiome.genomics.vcf.VcfLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that people send by mistake, each with the name of what is wrong.
class BadInputTest {
  private static final String COLUMNS =
      "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n";
  private static final String RECORD = "chr1\t10\t.\tA\tC\t.\tPASS\t.\tGT\t0/1\n";
  private static final String GOOD = "##fileformat=VCFv4.2\n" + COLUMNS + RECORD.repeat(1000);

  static Stream<Arguments> files() {
    var packed = Packed.bgzf(utf8(GOOD));
    var gzip = Packed.gzip(utf8(GOOD));
    return Stream.of(
        refused("an empty file", new byte[0], ProblemCode.FILE_EMPTY),
        refused("records without a header", utf8(RECORD), ProblemCode.VCF_HEADER_ABSENT),
        refused(
            "a header without columns",
            utf8("##fileformat=VCFv4.2\n" + RECORD),
            ProblemCode.VCF_HEADER_ABSENT),
        refused(
            "too few columns",
            utf8("##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\n"),
            ProblemCode.VCF_COLUMN_HEADER),
        refused("a JSON file", utf8("{\"id\": 1}\n"), ProblemCode.VCF_HEADER_ABSENT),
        refused(
            "gzip cut short",
            Arrays.copyOf(gzip, gzip.length - 20),
            ProblemCode.FILE_COMPRESSION_CUT),
        refused(
            "BGZF without its end block",
            Arrays.copyOf(packed, packed.length - 28),
            ProblemCode.FILE_COMPRESSION_CUT),
        refused("a damaged block", changed(packed, 60), ProblemCode.FILE_COMPRESSION_DAMAGED),
        refused("UTF-16", GOOD.getBytes(StandardCharsets.UTF_16), ProblemCode.FILE_NOT_UTF8),
        refused("UTF-16LE", GOOD.getBytes(StandardCharsets.UTF_16LE), ProblemCode.FILE_NOT_UTF8),
        refused(
            "a line without end",
            utf8("##fileformat=VCFv4.2\n##" + "x".repeat(17 << 20)),
            ProblemCode.FILE_LINE_TOO_LONG),
        refused(
            "lines without end",
            Packed.gzip(utf8(GOOD + "\n".repeat(40 << 20))),
            ProblemCode.FILE_TOO_LARGE),
        read("a byte order mark", utf8("\ufeff" + GOOD), ProblemCode.FILE_BYTE_ORDER_MARK),
        read(
            "mixed line ends",
            utf8(GOOD.replaceFirst("0/1\n", "0/1\r\n")),
            ProblemCode.FILE_MIXED_LINE_ENDS),
        read("a wrong number of columns", utf8(GOOD + "chr1\t10\n"), ProblemCode.VCF_COLUMNS),
        read(
            "a control character",
            utf8(GOOD + RECORD.replace("PASS", "PA\u0007SS")),
            ProblemCode.FILE_CONTROL_CHARACTER),
        read("no end of the last line", utf8(GOOD + RECORD.strip()), ProblemCode.VCF_LAST_LINE),
        read(
            "letters of another encoding",
            (GOOD + RECORD.replace("PASS", "\u00e4")).getBytes(StandardCharsets.ISO_8859_1),
            ProblemCode.VCF_NOT_UTF8));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] changed(byte[] bytes, int at) {
    var copy = bytes.clone();
    copy[at] ^= 0x55;
    return copy;
  }

  private static Arguments refused(String what, byte[] file, ProblemCode code) {
    return Arguments.of(what, file, code, true);
  }

  private static Arguments read(String what, byte[] file, ProblemCode code) {
    return Arguments.of(what, file, code, false);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("files")
  void namesWhatIsWrong(String what, byte[] file, ProblemCode code, boolean isRefused)
      throws IOException {
    var problems = new Problems();
    var limits = new VcfLimits(new Limits(16 << 20, 1000, 1 << 30), 1000, 1000, 1 << 20);
    try {
      var reading = CallReader.read(input(file, limits), request(), limits, problems);
      assertThat(isRefused).as(what).isFalse();
      assertThat(reading.recordsRead()).isGreaterThanOrEqualTo(1000);
      assertThat(problems.count(code)).as(what + problems.counts()).isEqualTo(1);
    } catch (BadInputException e) {
      assertThat(isRefused).as(what + " " + e.problem()).isTrue();
      assertThat(e.problem())
          .extracting(Problem::code, Problem::reach)
          .containsExactly(code, Reach.FILE);
    }
  }

  /// A file of old Macintosh line ends is one line.
  @Test
  void refusesLineEndsOfCarriageReturnsAlone() throws IOException {
    var problems = new Problems();
    var file = utf8(GOOD.replace('\n', '\r'));
    try {
      CallReader.read(input(file, VcfLimits.DEFAULT), request(), VcfLimits.DEFAULT, problems);
    } catch (BadInputException e) {
      assertThat(e.problem().code()).isEqualTo(ProblemCode.VCF_VERSION_NOT_READ);
      return;
    }
    throw new AssertionError("not refused");
  }

  private static Input input(byte[] file, VcfLimits limits) throws IOException {
    return Input.of(new ByteArrayInputStream(file), "x.vcf", limits.file());
  }

  private static VcfRequest request() {
    return VcfRequest.of(new Origin(0, Layer.GENOME, new When.Day(LocalDate.of(2025, 3, 4)), null));
  }
}
