package org.idiome.genomics.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;
import org.idiome.testkit.Cases;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputTest {
  private static final byte[] TEXT =
      "one\ntwo\nthree\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);

  @Test
  void recognisesPackingByContent() throws IOException {
    assertThat(open(TEXT).packing()).isEqualTo(Packing.PLAIN);
    assertThat(open(Packed.gzip(TEXT)).packing()).isEqualTo(Packing.GZIP);
    assertThat(open(Packed.bgzf(TEXT)).packing()).isEqualTo(Packing.BGZF);
    assertThat(open(new byte[0]).packing()).isEqualTo(Packing.PLAIN);
    assertThat(open(new byte[] {0x1f}).packing()).isEqualTo(Packing.PLAIN);
  }

  @Test
  void inflatesTheSameBytesHoweverTheyArePacked() throws IOException {
    var halves = Packed.join(Packed.gzip(TEXT), Packed.gzip(new byte[0]), Packed.gzip(TEXT));
    assertThat(all(TEXT)).isEqualTo(TEXT);
    assertThat(all(Packed.gzip(TEXT))).isEqualTo(TEXT);
    assertThat(all(Packed.bgzf(TEXT))).isEqualTo(TEXT);
    assertThat(all(halves)).isEqualTo(Packed.join(TEXT, TEXT));
    assertThat(all(Packed.join(Packed.bgzf(TEXT), Packed.bgzf(TEXT))))
        .isEqualTo(Packed.join(TEXT, TEXT));
    assertThat(all(Packed.join(Packed.gzip(TEXT), new byte[512]))).isEqualTo(TEXT);
  }

  @Test
  void readsHeadersWithNameCommentAndCheckSum() throws IOException {
    var member = Packed.gzip(TEXT);
    var head = new ByteArrayOutputStream();
    head.write(member, 0, 3);
    head.write(8 | 16);
    head.write(member, 4, 6);
    head.writeBytes("a name\0and a comment\0".getBytes(StandardCharsets.US_ASCII));
    head.write(member, 10, member.length - 10);
    assertThat(all(head.toByteArray())).isEqualTo(TEXT);
  }

  @Test
  void hashesTheBytesOfTheFileNotOfItsContent() throws IOException {
    var packed = Packed.bgzf(TEXT);
    try (var input = open(packed)) {
      input.read(new byte[10], 0, 10);
      assertThat(input.finish()).isEqualTo(Sha256.of(packed));
      assertThat(input.finish()).isEqualTo(Sha256.of(packed));
      assertThat(input.sizeBytes()).isEqualTo(packed.length);
    }
  }

  @Test
  void refusesBlocksWithoutTheirEndBlock() {
    var packed = Packed.bgzf(TEXT);
    var cut = Arrays.copyOf(packed, packed.length - Packed.END_BLOCK.length);
    assertRefused(cut, ProblemCode.FILE_COMPRESSION_CUT, "BGZF end block");
  }

  @Test
  void refusesEveryCutOfACompressedFile() {
    Cases.check(
        "a cut file is refused",
        made -> {
          var content = made.text("ACGT\n", 3_000).getBytes(StandardCharsets.US_ASCII);
          var packed = made.coin() ? Packed.gzip(content) : Packed.bgzf(content);
          int length = made.between(2, packed.length - 1);
          assertThatExceptionOfType(BadInputException.class)
              .isThrownBy(() -> all(Arrays.copyOf(packed, length)))
              .satisfies(e -> assertThat(e.problem().reach()).isEqualTo(Reach.FILE));
        });
  }

  @Test
  void neverPassesChangedBytesOffAsTheContent() {
    Cases.check(
        "a changed byte is noticed or does not matter",
        made -> {
          var content = made.text("ACGT\n", 3_000).getBytes(StandardCharsets.US_ASCII);
          var packed = made.coin() ? Packed.gzip(content) : Packed.bgzf(content);
          // From byte 12: before it stand magic, flags, time and system, which say nothing of the
          // content; a file whose magic is changed is another kind of file.
          int at = made.between(12, packed.length - 1);
          packed[at] ^= (byte) (1 << made.between(0, 7));
          try {
            assertThat(all(packed)).isEqualTo(content);
          } catch (BadInputException expected) {
            assertThat(expected.problem().reach()).isEqualTo(Reach.FILE);
          }
        });
  }

  @ParameterizedTest
  @CsvSource({"-8, CRC", "-4, length"})
  void namesWhatIsDamaged(int fromEnd, String part) {
    var packed = Packed.gzip(TEXT);
    packed[packed.length + fromEnd] ^= 1;
    assertRefused(packed, ProblemCode.FILE_COMPRESSION_DAMAGED, part);
  }

  @Test
  void refusesOtherBytesAfterTheLastMember() {
    assertRefused(
        Packed.join(Packed.gzip(TEXT), TEXT),
        ProblemCode.FILE_COMPRESSION_DAMAGED,
        "bytes after the last gzip member");
  }

  @Test
  void boundsTheInflatedSizeAndNamesTheOption() {
    var bomb = Packed.gzip(new byte[40 << 20]);
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> all(bomb))
        .satisfies(e -> {
          assertThat(e.problem().code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
          assertThat(e.problem().values())
              .containsEntry("option", "--max-inflation-ratio")
              .containsEntry("ratio", "1000");
        });
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> all(new ByteArrayInputStream(TEXT), new Limits(1000, 1000, 100)))
        .satisfies(
            e -> assertThat(e.problem().values()).containsEntry("option", "--max-inflated-bytes"));
  }

  @Test
  void namesAFileThatIsNotThereOrNotAFile(@TempDir Path folder) {
    var codes =
        Map.of(
            folder,
            ProblemCode.FILE_NOT_REGULAR,
            folder.resolve("absent.vcf"),
            ProblemCode.FILE_NOT_FOUND);
    codes.forEach((path, code) ->
        assertThatExceptionOfType(BadInputException.class)
            .isThrownBy(() -> Input.open(path, "x", Limits.DEFAULT).close())
            .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code)));
  }

  @Test
  void refusesTheCutFileOfPractice() throws IOException {
    var file = Truth.data("variants/real/truncated.vcf.gz");
    assertRefused(Files.readAllBytes(file), ProblemCode.FILE_COMPRESSION_CUT, "gzip trailer");
  }

  @ParameterizedTest
  @CsvSource({
    "'##fileformat=VCFv4.2', VCF",
    "'##source=x\n#CHROM\tPOS\tID', VCF",
    "'##gff-version 3', TEXT",
    "' {\"id\": 1}', JSON",
    "'<html>', XML",
    "'PK\u0003\u0004', ZIP",
    "BZh91AY, OTHER_COMPRESSION",
    "'BCF\u0002\u0002', BCF",
    "a\u0001b, BINARY",
    "a\tb, TEXT",
    "'', EMPTY"
  })
  void tellsContentByItsBeginning(String head, Content content) throws IOException {
    try (var input = open(Packed.gzip(head.getBytes(StandardCharsets.UTF_8)))) {
      assertThat(input.content()).isEqualTo(content);
      assertThat(input.content()).isEqualTo(content);
      var read = new byte[100];
      assertThat(Math.max(0, input.read(read, 0, 100))).isEqualTo(head.length());
    }
  }

  @Test
  void tellsUtf16WithAndWithoutItsMark() throws IOException {
    for (var charset : Set.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32")) {
      var bytes = "##fileformat".getBytes(java.nio.charset.Charset.forName(charset));
      if (!charset.equals("UTF-32")) {
        assertThat(open(bytes).content()).isEqualTo(Content.UTF16);
      } else {
        assertThat(open(bytes).content().isText()).isFalse();
      }
    }
  }

  private static void assertRefused(byte[] file, ProblemCode code, String part) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> all(file))
        .satisfies(e -> {
          assertThat(e.problem().code()).isEqualTo(code);
          assertThat(e.problem().values()).containsEntry("part", part);
        });
  }

  private static Input open(byte[] file) throws IOException {
    return Input.of(new ByteArrayInputStream(file), "x", Limits.DEFAULT);
  }

  private static byte[] all(byte[] file) throws IOException {
    return all(new ByteArrayInputStream(file), Limits.DEFAULT);
  }

  private static byte[] all(ByteArrayInputStream file, Limits limits) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var input = Input.of(file, "x", limits)) {
      var part = new byte[999];
      for (int read = input.read(part, 0, 999); read >= 0; read = input.read(part, 0, 999)) {
        out.write(part, 0, read);
      }
    }
    return out.toByteArray();
  }
}
