package org.idiome.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.region.FileLine;
import org.idiome.genomics.region.LineIndex;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Quoted;
import org.jspecify.annotations.Nullable;

/// `idiome scan FILE --line N`: the line that a problem or a source row names.
final class LineScan {
  private final Shell shell;
  private final boolean isQuiet;
  private final Path given;
  private final Path file;
  private final Limits limits;

  /// @param given as on the command line
  LineScan(Shell shell, CommonOptions common, Path given, InputFiles inputs) {
    this.shell = shell;
    this.isQuiet = common.quiet;
    this.given = given;
    this.file = inputs.at(given);
    this.limits = common.bounds.bytes();
  }

  /// Writes the index of lines beside the file.
  ///
  /// @return why there can be none, or null
  @Nullable String index() throws IOException {
    var to = given.resolveSibling(given.getFileName() + LineIndex.ENDING);
    var wrong = file.equals(given) ? OutputFile.whatIsWrongWith(to) : "standard input has no place";
    if (wrong != null) {
      return wrong;
    }
    var index = LineIndex.of(file, given.toString(), limits);
    if (index == null) {
      return "'" + given + "' is no BGZF file: bgzip makes one, which can be indexed";
    }
    OutputFile.write(to, index.bytes());
    if (!isQuiet) {
      shell.say(to + ": " + Figures.count(index.lines(), "line"));
    }
    return null;
  }

  /// Prints a line as it stands there, line end apart.
  ///
  /// @param line from 1
  /// @throws NothingException where there is none
  void print(long line) throws IOException {
    var text = line < 1 ? null : FileLine.text(file, given.toString(), limits, line, shell::say);
    if (text == null) {
      throw new NothingException(
          Quoted.text(given.toString()) + " has no line " + Figures.count(line));
    }
    shell.print((shell.isWatched() ? Inert.text(text) : text) + "\n");
  }
}
