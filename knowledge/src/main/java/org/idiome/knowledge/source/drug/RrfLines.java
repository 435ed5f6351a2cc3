package org.idiome.knowledge.source.drug;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.LineReader;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.source.SourceText;

/// Lines of the rich release format: fields closed by `|`, no header.
final class RrfLines implements Closeable {
  private final LineReader lines;
  private final SourceText text;
  private final int width;
  private final ReleaseSink sink;
  private List<String> cells = List.of();

  /// @param width number of fields of a line
  RrfLines(SourceText text, int width, ReleaseSink sink) throws IOException {
    this.text = text;
    this.width = width;
    this.sink = sink;
    this.lines = text.lines();
  }

  /// The fields of a line; none of a line that is not closed.
  static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    int start = 0;
    for (int end = line.indexOf('|'); end >= 0; end = line.indexOf('|', start)) {
      cells.add(line.substring(start, end));
      start = end + 1;
    }
    return start == line.length() ? cells : List.of();
  }

  /// Begins the next line of the right width at the sink; false after the last.
  ///
  /// @throws BadInputException where the file ends within a line
  boolean next() throws IOException {
    while (lines.next()) {
      cells = cells(lines.text());
      if (cells.size() != width && !lines.isEnded()) {
        throw new BadInputException(
            Problem.of(
                ProblemCode.KNOWLEDGE_FILE_CUT,
                Place.line(text.name(), lines.number()),
                "part",
                "a row"));
      }
      sink.row(lines.number());
      if (cells.size() == width) {
        return true;
      }
      sink.refuse("columns", cells.size() + " of " + width);
    }
    return false;
  }

  String cell(int place) {
    return cells.get(place);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
