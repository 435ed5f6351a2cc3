package org.idiome.genomics.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.Packed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lines of known text, of which the test keeps a list.
class FileLineTest {
  private static final FileTime FIRST = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
  private static final FileTime SECOND = FileTime.from(Instant.parse("2020-01-02T00:00:00Z"));

  @TempDir Path folder;
  private final List<Problem> wrong = new ArrayList<>();
  private Path file = Path.of("");
  private List<String> lines = List.of();
  private byte[] packed = {};

  /// Nineteen million letters that compress badly enough to lie in many blocks, a line of five
  /// million among them, so that marks stand apart by more than their spacing.
  private static List<String> lines(long seed) {
    var random = new Random(seed);
    var lines = new ArrayList<String>();
    for (int size = 0; size < 14_000_000; size += lines.getLast().length()) {
      lines.add(lines.size() + 1 + "\t" + "x".repeat(random.nextInt(900)) + random.nextLong());
    }
    lines.add(lines.size() / 2, "long\t" + "y".repeat(5_000_000));
    return lines;
  }

  private static byte[] packed(List<String> lines) {
    return Packed.bgzf((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @BeforeEach
  void write() throws IOException {
    lines = lines(1);
    packed = packed(lines);
    write(packed);
  }

  private void write(byte[] bytes) throws IOException {
    file = Files.write(folder.resolve("x.gz"), bytes);
    Files.setLastModifiedTime(file, FIRST);
  }

  private byte[] index() throws IOException {
    return Objects.requireNonNull(LineIndex.of(file, "x.gz", Limits.DEFAULT)).bytes();
  }

  private void index(byte[] bytes) throws IOException {
    var index = Files.write(folder.resolve("x.gz" + LineIndex.ENDING), bytes);
    Files.setLastModifiedTime(index, SECOND);
  }

  private @Nullable String text(long line) throws IOException {
    return FileLine.text(file, "x.gz", Limits.DEFAULT, line, wrong::add);
  }

  private void holds() throws IOException {
    var random = new Random(2);
    for (int i = 0; i < 40; i++) {
      int line = 1 + random.nextInt(lines.size());
      assertThat(text(line)).as("line %d", line).isEqualTo(lines.get(line - 1));
    }
    for (int line : new int[] {1, 2, lines.size() / 2, lines.size() / 2 + 1, lines.size()}) {
      assertThat(text(line)).as("line %d", line).isEqualTo(lines.get(line - 1));
    }
    assertThat(text(lines.size() + 1L)).isNull();
  }

  @Test
  void anIndexChangesNothingButTheTime() throws IOException {
    holds();
    index(index());
    holds();
    for (var mark : Objects.requireNonNull(LineIndex.parse(index())).marks()) {
      for (long line = mark.line() - 1; line <= mark.line() + 1; line++) {
        assertThat(text(line)).isEqualTo(lines.get((int) line - 1));
      }
    }
    assertThat(wrong).isEmpty();
  }

  /// What lies before a mark is not read: damage there is not met.
  @Test
  void byAnIndexLittleIsRead() throws IOException {
    index(index());
    var damaged = packed.clone();
    damaged[1000] ^= 1;
    write(damaged);
    assertThat(text(lines.size())).isEqualTo(lines.getLast());
    Files.delete(folder.resolve("x.gz" + LineIndex.ENDING));
    assertThat(catchThrowableOfType(BadInputException.class, () -> text(lines.size()))).isNotNull();
  }

  @Test
  void marksAreFewAndTheLinesCounted() throws IOException {
    var index = Objects.requireNonNull(LineIndex.of(file, "x.gz", Limits.DEFAULT));
    assertThat(index.lines()).isEqualTo(lines.size());
    assertThat(index.marks()).hasSizeBetween(2, 3);
    assertThat(index.bytes()).hasSizeLessThan(300);
    write(Packed.gzip("a\nb\n".getBytes(StandardCharsets.UTF_8)));
    assertThat(LineIndex.of(file, "x.gz", Limits.DEFAULT)).as("one gzip member").isNull();
    assertThat(text(2)).isEqualTo("b");
  }

  @Test
  void anIndexThatIsNotOfTheFileIsNotUsed() throws IOException {
    var own = index();
    index(own);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-03T00:00:00Z")));
    assertThat(text(lines.size())).isEqualTo(lines.getLast());
    assertThat(wrong.getFirst().code()).isEqualTo(ProblemCode.FILE_LINES_OTHER);
    assertThat(wrong.getFirst().values()).containsEntry("fault", "older than its file");
    wrong.clear();

    // Another file of the same size: the block at the mark has another checksum, or none begins.
    index(own);
    lines = lines(3);
    var other = packed(lines);
    var padded = Arrays.copyOf(other, Math.max(other.length, packed.length));
    write(padded);
    var head = "IDIOMAL1\t" + padded.length + "\t";
    var text = new String(own, StandardCharsets.UTF_8).replaceFirst("IDIOMAL1\t\\d+\t", head);
    index(resealed(text));
    assertThat(text(lines.size())).isEqualTo(lines.getLast());
    assertThat(wrong).extracting(Problem::code).containsExactly(ProblemCode.FILE_LINES_OTHER);
  }

  /// An index takes no more memory than one that is ours can.
  @Test
  void anIndexOfGigabytesIsNotRead() throws IOException {
    index(index());
    try (var beside =
        new RandomAccessFile(folder.resolve("x.gz" + LineIndex.ENDING).toFile(), "rw")) {
      beside.setLength(1L << 33);
    }
    assertThat(text(lines.size())).isEqualTo(lines.getLast());
    assertThat(wrong).extracting(Problem::code).containsExactly(ProblemCode.FILE_LINES_OTHER);
  }

  private static byte[] resealed(String text) {
    var above = text.substring(0, text.lastIndexOf("end\t"));
    var sum = new CRC32();
    sum.update(above.getBytes(StandardCharsets.UTF_8));
    return (above + "end\t" + sum.getValue() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void anyChangedByteOfAnIndexIsNoticed() throws IOException {
    var own = index();
    for (int i = 0; i < own.length; i++) {
      var changed = own.clone();
      changed[i] ^= (byte) (1 << (i % 8));
      assertThat(LineIndex.parse(changed)).as("byte %d", i).isNull();
      assertThat(LineIndex.parse(Arrays.copyOf(own, i))).as("cut at %d", i).isNull();
    }
    assertThat(LineIndex.parse(own)).isNotNull();
  }
}
