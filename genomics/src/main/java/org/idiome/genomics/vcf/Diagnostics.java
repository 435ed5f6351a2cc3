package org.idiome.genomics.vcf;

import java.nio.charset.StandardCharsets;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;

/// Notes what is wrong with the line at hand, and where in it.
///
/// Texts are made only for problems that are kept; a file with a fault in every line costs a count.
final class Diagnostics {
  /// Longest piece of input that a problem carries.
  private static final int QUOTE_BYTES = 80;

  private final String file;
  private final Problems problems;
  private byte[] buffer = {};
  private int start;
  private int end;
  private long line;

  Diagnostics(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /// Names the line that the next problems are about.
  void line(byte[] buffer, int start, int end, long line) {
    this.buffer = buffer;
    this.start = start;
    this.end = end;
    this.line = line;
  }

  /// A problem with a piece of the line, which is quoted as `text`.
  void add(ProblemCode code, int from, int to) {
    add(code, from, to, "", "");
  }

  /// A problem with a piece of the line, and one named value; no value where the name is empty.
  void add(ProblemCode code, int from, int to, String name, String value) {
    if (problems.isFull(code)) {
      problems.count(code, 1);
      return;
    }
    int column = Math.max(1, Math.min(from, end) - start + 1);
    var place = new Place(file, line, column, null);
    var text = quote(from, to);
    problems.add(
        name.isEmpty()
            ? Problem.of(code, place, "text", text)
            : Problem.of(code, place, name, value, "text", text));
  }

  /// A problem with the line as a whole.
  void add(ProblemCode code, String name, String value) {
    add(code, start, end, name, value);
  }

  /// The problem that ends the reading, at the line at hand.
  BadInputException fatal(ProblemCode code, String... values) {
    return new BadInputException(
        Problem.of(code, line == 0 ? Place.file(file) : Place.line(file, line), values));
  }

  private String quote(int from, int to) {
    int last = Math.min(to, from + QUOTE_BYTES);
    var text = new String(buffer, from, Math.max(0, last - from), StandardCharsets.UTF_8);
    var quoted = new StringBuilder();
    text.codePoints().forEach(c -> quoted.appendCodePoint(Character.isISOControl(c) ? 0xfffd : c));
    return last < to ? quoted.append('\u2026').toString() : quoted.toString();
  }
}
