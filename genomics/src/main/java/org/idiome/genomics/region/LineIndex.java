package org.idiome.genomics.region;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.LineReader;
import org.idiome.genomics.io.Packing;
import org.jspecify.annotations.Nullable;

/// Where some lines of a BGZF file begin: about one in four MiB of its text.
///
/// As text, a row each: `IDIOMAL1`, bytes of the file, its lines; then line, place of its block in
/// the file, place in the inflated block, CRC-32 of that block; at the end `end` and the CRC-32 of
/// all above. Immutable.
///
/// @param fileBytes size of the file that it is of
/// @param lines how many it has
/// @param marks in order
public record LineIndex(long fileBytes, long lines, List<Mark> marks) {
  /// What the name of the file has behind it.
  public static final String ENDING = ".lines";

  /// How much text is read at most before the line is reached.
  static final long SPACING_BYTES = 1 << 22;

  /// Larger is no index of ours: it would be of a million marks, of four TiB of text.
  private static final long LARGEST_BYTES = 1 << 26;

  private static final String MAGIC = "IDIOMAL1";
  private static final String END = "end\t";
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
  private static final int BLOCK_BITS = 16;
  private static final int COLUMNS = 4;

  /// The begin of a line.
  ///
  /// @param line its number, from 1
  /// @param block where its block begins in the file
  /// @param inside where it begins in the inflated block
  /// @param checksum CRC-32 of the inflated block
  record Mark(long line, long block, int inside, int checksum) {
    /// As `tabix` writes places.
    long place() {
      return block << BLOCK_BITS | inside;
    }
  }

  /// Copies the marks.
  public LineIndex {
    marks = List.copyOf(marks);
  }

  /// Reads all of a file.
  ///
  /// @param name how problems call it
  /// @return null where it is no BGZF file
  /// @throws BadInputException where it is damaged
  public static @Nullable LineIndex of(Path file, String name, Limits limits) throws IOException {
    var numbers = new ArrayList<Long>();
    var offsets = new ArrayList<Long>();
    long lines = 0;
    long inflated;
    try (var input = Input.openUnhashed(file, name, limits)) {
      if (input.packing() != Packing.BGZF) {
        return null;
      }
      var reader = new LineReader(input, limits);
      long next = SPACING_BYTES;
      while (reader.next()) {
        lines = reader.number();
        if (reader.offset() >= next) {
          numbers.add(lines);
          offsets.add(reader.offset());
          next = reader.offset() + SPACING_BYTES;
        }
      }
      inflated = input.inflatedBytes();
    }
    return new LineIndex(
        Files.size(file), lines, placed(file, name, new Begins(numbers, offsets, inflated)));
  }

  /// Lines, where they begin in the text, and how long it is.
  private record Begins(List<Long> numbers, List<Long> offsets, long inflated) {}

  /// Finds the blocks of them by the sizes that blocks state: nothing is inflated again.
  private static List<Mark> placed(Path file, String name, Begins begins) throws IOException {
    var marks = new ArrayList<Mark>();
    try (var channel = FileChannel.open(file)) {
      var block = new PackedBlock(channel, name);
      long at = 0;
      long before = 0;
      // Zero bytes behind the last block are padding.
      while (at < channel.size() && before < begins.inflated() && block.head(at)) {
        block.trailer();
        long behind = before + block.inflatedBytes();
        while (marks.size() < begins.offsets().size()
            && begins.offsets().get(marks.size()) < behind) {
          int inside = (int) (begins.offsets().get(marks.size()) - before);
          marks.add(new Mark(begins.numbers().get(marks.size()), at, inside, block.checksum()));
        }
        before = behind;
        at += block.size();
      }
      if (before != begins.inflated() || marks.size() != begins.numbers().size()) {
        throw block.damaged("BGZF block size");
      }
    }
    return marks;
  }

  /// The form in which it is kept.
  public byte[] bytes() {
    var text = new StringBuilder();
    text.append(MAGIC).append('\t').append(fileBytes).append('\t').append(lines).append('\n');
    for (var mark : marks) {
      text.append(mark.line()).append('\t').append(mark.block()).append('\t');
      text.append(mark.inside()).append('\t');
      text.append(Integer.toUnsignedString(mark.checksum())).append('\n');
    }
    return (text + END + checksum(text.toString()) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static long checksum(String text) {
    var sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }

  /// Reads what [#bytes] made; null where it is not that, to the last bit.
  static @Nullable LineIndex parse(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    int end = text.lastIndexOf(END);
    if (end < 0 || !text.substring(end).equals(END + checksum(text.substring(0, end)) + "\n")) {
      return null;
    }
    var rows = new ArrayList<long[]>();
    for (var line : text.substring(0, end).lines().toList()) {
      var cells = line.split("\t", -1);
      boolean isHead = rows.isEmpty() && cells[0].equals(MAGIC);
      var row = new long[cells.length];
      for (int i = isHead ? 1 : 0; i < row.length; i++) {
        if (!NUMBER.matcher(cells[i]).matches()) {
          return null;
        }
        row[i] = Long.parseLong(cells[i]);
      }
      if (row.length != (rows.isEmpty() ? COLUMNS - 1 : COLUMNS)) {
        return null;
      }
      rows.add(row);
    }
    return rows.isEmpty() ? null : of(rows);
  }

  private static LineIndex of(List<long[]> rows) {
    var head = rows.removeFirst();
    return new LineIndex(
        head[1],
        head[2],
        rows.stream().map(row -> new Mark(row[0], row[1], (int) row[2], (int) row[3])).toList());
  }

  /// The index beside a file, where it is of it; what keeps it from being used is said.
  ///
  /// @param wrong takes the problem
  static @Nullable LineIndex beside(Path file, String name, Consumer<Problem> wrong)
      throws IOException {
    var beside = file.resolveSibling(file.getFileName() + ENDING);
    if (!Files.isRegularFile(beside)) {
      return null;
    }
    boolean isOlder =
        Files.getLastModifiedTime(beside).compareTo(Files.getLastModifiedTime(file)) < 0;
    boolean isRead = !isOlder && Files.size(beside) <= LARGEST_BYTES;
    var index = isRead ? parse(Files.readAllBytes(beside)) : null;
    if (index == null || index.fileBytes() != Files.size(file)) {
      wrong.accept(other(name, isOlder ? "older than its file" : "not one of it"));
      return null;
    }
    return index;
  }

  static Problem other(String name, String fault) {
    return Problem.of(ProblemCode.FILE_LINES_OTHER, Place.file(name + ENDING), "fault", fault);
  }

  /// The last mark that is not behind a line, or null where that is the begin of the file.
  @Nullable Mark before(long line) {
    int from = 0;
    int to = marks.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (marks.get(middle).line() <= line) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from == 0 ? null : marks.get(from - 1);
  }
}
