package org.idiome.genomics.region;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.LineReader;
import org.idiome.genomics.region.VariantIndex.Chunk;
import org.jspecify.annotations.Nullable;

/// One line of a file by its number, as problems and source rows name it.
///
/// By the [LineIndex] beside a BGZF file some MiB of text are read, else all before the line. Only
/// what is read is held to its checksums.
public final class FileLine {
  private FileLine() {}

  /// The text of a line without its end; null where the file ends before it.
  ///
  /// @param name how problems call the file
  /// @param line from 1
  /// @param wrong takes that there is an index that is not of the file
  /// @throws BadInputException where what is read is damaged
  public static @Nullable String text(
      Path file, String name, Limits limits, long line, Consumer<Problem> wrong)
      throws IOException {
    var index = LineIndex.beside(file, name, wrong);
    var mark = index == null ? null : index.before(line);
    if (mark != null) {
      try (var channel = FileChannel.open(file)) {
        if (isThere(mark, channel, name)) {
          var parts = new BlockParts(channel, name, new Chunk(mark.place(), Long.MAX_VALUE));
          return text(Input.of(parts, name, limits), limits, line - mark.line() + 1);
        }
      }
      wrong.accept(LineIndex.other(name, "not one of it"));
    }
    return text(Input.openUnhashed(file, name, limits), limits, line);
  }

  /// Whether the block of a mark is the one that was there when it was made.
  private static boolean isThere(LineIndex.Mark mark, FileChannel channel, String name)
      throws IOException {
    var block = new PackedBlock(channel, name);
    if (mark.block() >= channel.size() || !block.head(mark.block())) {
      return false;
    }
    block.trailer();
    return block.checksum() == mark.checksum() && mark.inside() < block.inflatedBytes();
  }

  private static @Nullable String text(Input from, Limits limits, long line) throws IOException {
    try (var lines = new LineReader(from, limits)) {
      while (lines.next()) {
        if (lines.number() == line) {
          return lines.text();
        }
      }
      return null;
    }
  }
}
