package org.idiome.genomics.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.BlockGzipOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceFastaTest {
  private static final String TWO = ">a first\nACGTN\nacgtr\nGG\n>b\nTTTT\n\n";

  @TempDir Path folder;

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path file(String text) throws IOException {
    return file("ref.fa", text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] blocks(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var blocks = new BlockGzipOutput(out)) {
      blocks.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({"a,12,ACGTNACGTRGG", "b,4,TTTT"})
  void givesBasesInUpperCase(String name, int length, String bases) throws IOException {
    for (var path : new Path[] {file(TWO), file(TWO.replace("\n", "\r\n")), blocked(TWO)}) {
      try (var fasta = ReferenceFasta.open(path, "ref")) {
        var sequence = Objects.requireNonNull(fasta.sequence(name));
        assertThat(fasta.names()).containsExactly("a", "b");
        assertThat(sequence.lengthBases()).isEqualTo(length);
        assertThat(sequence.bases(0, length)).isEqualTo(bases);
        assertThat(fasta.sequence("c")).isNull();
      }
    }
  }

  private Path blocked(String text) throws IOException {
    return file("ref.fa.gz", blocks(text));
  }

  @Test
  void findsEveryBaseOfALargeFileFromManyThreads() throws Exception {
    var random = new Random(7);
    var bases = new StringBuilder();
    var text = new StringBuilder(">x\n");
    for (int i = 0; i < 500_000; i++) {
      bases.append("ACGT".charAt(random.nextInt(4)));
      text.append(bases.charAt(i)).append(i % 61 == 60 ? "\n" : "");
    }
    for (var path : new Path[] {file(text.toString()), blocked(text.toString())}) {
      try (var fasta = ReferenceFasta.open(path, "ref")) {
        var sequence = Objects.requireNonNull(fasta.sequence("x"));
        var wrong =
            random
                .ints(200_000, 0, bases.length())
                .parallel()
                .filter(at -> sequence.base(at) != bases.charAt(at))
                .count();
        assertThat(wrong).isZero();
        assertThat(Refget.accession(sequence)).startsWith("SQ.").hasSize(35);
      }
    }
  }

  /// Golden values of the specification (GA4GH refget).
  @Test
  void refgetAccessions() throws IOException {
    try (var fasta = ReferenceFasta.open(file(">e\n>a\nAC\nGT\n"), "ref")) {
      var empty = Objects.requireNonNull(fasta.sequence("e"));
      var four = Objects.requireNonNull(fasta.sequence("a"));
      assertThat(Refget.accession(empty)).isEqualTo("SQ.z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXc");
      assertThat(Refget.accession(four)).isEqualTo("SQ.aKF498dAxcJAqme6QYQ7EZ07-fiw8Kw2");
    }
  }

  @Test
  void anIndexOfTheFileIsUsed() throws IOException {
    var fasta = file(TWO);
    // Names only the second contig, so that its use shows.
    Files.writeString(folder.resolve("ref.fa.fai"), "b\t4\t27\t4\t5\n");
    try (var opened = ReferenceFasta.open(fasta, "ref.fa")) {
      assertThat(opened.names()).containsExactly("b");
      assertThat(opened.problems()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'b\t4\t26\t4\t5', false",
    "'b\t3\t27\t4\t5', false",
    "'c\t4\t27\t4\t5', false",
    "'b\t4\t99\t4\t5', false",
    "'b\t4', false",
    "'b\tx\t27\t4\t5', false",
    "'b\t4\t27\t4\t5', true"
  })
  void anIndexOfAnotherFileIsNotBelieved(String index, boolean isOlder) throws IOException {
    var fasta = file(TWO);
    var beside = Files.writeString(folder.resolve("ref.fa.fai"), index + "\n");
    if (isOlder) {
      Files.setLastModifiedTime(beside, FileTime.fromMillis(0));
    }
    try (var opened = ReferenceFasta.open(fasta, "ref.fa")) {
      assertThat(opened.names()).containsExactly("a", "b");
      assertThat(opened.problems())
          .extracting(Problem::code)
          .containsExactly(ProblemCode.REFERENCE_INDEX_OTHER);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'ACGT\n', bases before the first name, 1",
    "'>a\nAC\nACGT\n', lines of different length, 3",
    "'>a\nACGT\nAC\nACGT\n', lines of different length, 4",
    "'>a\nACGT\n\nAC\n', lines of different length, 4",
    "'>a\nACGT\n>a\nAC\n', a name twice, 3",
    "'>a\nAC GT\n', a character that is no base, 2",
    "'> a\nACGT\n', a contig without a name, 1",
    "'\n', no contig, 1"
  })
  void refusesWhatIsNotFasta(String text, String what, long line) throws IOException {
    var path = file(text);
    var refused =
        catchThrowableOfType(
            BadInputException.class, () -> ReferenceFasta.open(path, "ref").close());
    assertThat(refused.problem().code()).isEqualTo(ProblemCode.REFERENCE_NOT_FASTA);
    assertThat(refused.problem().values()).containsEntry("what", what);
    assertThat(refused.problem().place().line()).isEqualTo(line);
  }

  @Test
  void refusesGzip() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(TWO.getBytes(StandardCharsets.UTF_8));
    }
    var path = file("ref.fa.gz", out.toByteArray());
    var refused =
        catchThrowableOfType(
            BadInputException.class, () -> ReferenceFasta.open(path, "ref").close());
    assertThat(refused.problem().code()).isEqualTo(ProblemCode.REFERENCE_NOT_BLOCKED);
  }

  @Test
  void namesEveryDamageOfBlocks() throws IOException {
    var whole = blocks(TWO);
    for (int i = 0; i < whole.length; i++) {
      var flipped = whole.clone();
      flipped[i] ^= 1;
      var path = file("ref.fa.gz", flipped);
      try (var fasta = ReferenceFasta.open(path, "ref")) {
        // Bytes of the header that say nothing: time, system, level.
        var sequence = Objects.requireNonNull(fasta.sequence("a"));
        assertThat(sequence.bases(0, 12)).isEqualTo("ACGTNACGTRGG");
      } catch (BadInputException e) {
        assertThat(e.problem().place().file()).isEqualTo("ref");
      }
      var cut = file("cut.fa.gz", Arrays.copyOf(whole, i));
      assertThat(
              catchThrowableOfType(
                  BadInputException.class, () -> ReferenceFasta.open(cut, "ref").close()))
          .as("cut at %d", i)
          .isNotNull();
    }
  }
}
