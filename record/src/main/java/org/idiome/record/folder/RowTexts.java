package org.idiome.record.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.source.CitedRow;
import org.idiome.core.source.Locator;
import org.idiome.core.source.SourceRow;
import org.idiome.core.source.Sources;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.LineReader;
import org.idiome.record.json.Documents;
import org.idiome.record.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// Finds the text of a row again: a line of a table with its header, or an element of a packet.
///
/// Safe for several threads. A file is read again when one of its rows is first asked for, once,
/// and must still have the hash that it had. A packet is kept as a tree, a table as compressed
/// stretches of lines ([LineStore]), so that memory stays below the size of the files.
public final class RowTexts {
  private static final int LONGEST_JSON_CHARS = 400;

  private final Sources sources;
  private final ReadingOptions options;
  private final List<Again> files = new ArrayList<>();

  /// One file that was read, and can be again.
  private static final class Again {
    final int file;
    final Path path;
    final long headerLine;
    @Nullable JsonValue tree;
    @Nullable LineStore lines;

    Again(int file, Path path, long headerLine) {
      this.file = file;
      this.path = path;
      this.headerLine = headerLine;
    }
  }

  RowTexts(Sources sources, ReadingOptions options) {
    this.sources = sources;
    this.options = options;
  }

  /// Says where a file lies; before any row is asked for.
  ///
  /// @param headerLine the line that names its columns, or 0 where there is none
  void add(int file, Path path, long headerLine) {
    files.add(new Again(file, path, headerLine));
  }

  /// Gives a document that is in memory already; before any row is asked for.
  void add(int file, JsonValue tree) {
    var again = new Again(file, Path.of(""), 0);
    again.tree = tree;
    files.add(again);
  }

  /// The line that names the columns of a file, or 0 where there is none, or nothing was taken.
  public long headerLine(int file) {
    for (var again : files) {
      if (again.file == file) {
        return again.headerLine;
      }
    }
    return 0;
  }

  /// Takes lines of a file, without their ends.
  public interface LineTaker {
    /// The next line, in `bytes` from `start` to before `end`.
    void take(byte[] bytes, int start, int end) throws IOException;
  }

  /// Reads a file again from its first line to its last.
  ///
  /// @throws BadInputException where it is no longer the one that was read
  public void eachLine(int file, LineTaker to) throws IOException {
    var again = find(file);
    try (var input = open(again)) {
      var lines = new LineReader(input, options.bytes());
      while (lines.next()) {
        to.take(lines.buffer(), lines.start(), lines.end());
      }
      requireSame(again, input.finish());
    }
  }

  /// A row with its header and text.
  ///
  /// @throws BadInputException where the file is no longer the one that was read
  public CitedRow cite(SourceRow row) {
    return cite(row, null);
  }

  /// A row with its header and text, with a part marked; the part stays in an element that is cut.
  public CitedRow cite(SourceRow row, @Nullable String mark) {
    var again = find(row.file());
    var at = sources.locator(row);
    var source = sources.file(row.file());
    return switch (at) {
      case Locator.Pointer pointer -> {
        var element = tree(again).find(pointer.pointer());
        var text = element == null ? "" : cut(element.compact(), mark);
        yield new CitedRow(source, at, null, text, mark);
      }
      case Locator.Line line -> {
        var lines = lines(again);
        var header = again.headerLine == 0 ? null : lines.line(again.headerLine);
        yield new CitedRow(source, at, header, lines.line(line.number()), mark);
      }
    };
  }

  private Again find(int file) {
    for (var again : files) {
      if (again.file == file) {
        return again;
      }
    }
    throw new IllegalArgumentException("no file " + file + " was read here");
  }

  /// At most a few hundred characters, with the marked part among them.
  static String cut(String text, @Nullable String mark) {
    if (text.length() <= LONGEST_JSON_CHARS) {
      return text;
    }
    int found = mark == null ? -1 : text.indexOf(mark);
    int length = mark == null ? 0 : Math.min(mark.length(), LONGEST_JSON_CHARS);
    int from = Math.max(0, found < 0 ? 0 : found - (LONGEST_JSON_CHARS - length) / 2);
    int end = Math.min(text.length(), from + LONGEST_JSON_CHARS);
    from = Math.max(0, end - LONGEST_JSON_CHARS);
    return (from > 0 ? "…" : "") + text.substring(from, end) + (end < text.length() ? "…" : "");
  }

  private JsonValue tree(Again again) {
    synchronized (again) {
      if (again.tree == null) {
        try (var input = open(again)) {
          again.tree = Documents.read(input, options.json()).root();
          requireSame(again, input.finish());
        } catch (IOException e) {
          throw new UncheckedIOException(again.path.toString(), e);
        }
      }
      return again.tree;
    }
  }

  private LineStore lines(Again again) {
    synchronized (again) {
      if (again.lines == null) {
        try (var input = open(again)) {
          again.lines = LineStore.of(input, options.bytes());
          requireSame(again, input.finish());
        } catch (IOException e) {
          throw new UncheckedIOException(again.path.toString(), e);
        }
      }
      return again.lines;
    }
  }

  private Input open(Again again) throws IOException {
    return Input.open(again.path, sources.name(again.file), options.bytes());
  }

  private void requireSame(Again again, Sha256 hash) {
    if (!sources.file(again.file).hash().equals(hash)) {
      again.tree = null;
      again.lines = null;
      throw new BadInputException(
          Problem.of(ProblemCode.FOLDER_FILE_CHANGED, Place.file(sources.name(again.file))));
    }
  }
}
