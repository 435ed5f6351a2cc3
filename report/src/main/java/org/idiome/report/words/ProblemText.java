package org.idiome.report.words;

import java.util.ArrayList;
import java.util.Collection;
import org.idiome.core.canonical.Json;
import org.idiome.core.finding.Details;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;

/// What was wrong with an input, where, and what mends it.
///
/// Text of the input is quoted: at most 80 characters, control characters escaped.
public final class ProblemText {
  /// What begins so is kept to know a file by, and is not said.
  private static final String HIDDEN = "refused_";

  private static final int LONGEST_NAME = 200;

  private ProblemText() {}

  /// What is wrong, without its place; values that the words do not use stand in brackets behind.
  public static String message(Problem problem) {
    var words = Words.english();
    var code = "problem." + problem.code().code();
    var values = quoted(problem);
    var message = words.say(code, values);
    if (!words.has(code)) {
      return message;
    }
    var used = words.namesIn(code);
    var rest = new ArrayList<String>();
    for (var entry : values.entries()) {
      if (!"".equals(problem.values().get(entry.getKey()))
          && !entry.getKey().startsWith(HIDDEN)
          && !used.contains(entry.getKey())
          && !words.namesIn(code + ".remedy").contains(entry.getKey())) {
        rest.add(words.name(entry.getKey()) + ": " + words.value(entry.getValue()));
      }
    }
    return rest.isEmpty() ? message : message + " (" + String.join("; ", rest) + ")";
  }

  /// What mends it.
  public static String remedy(Problem problem) {
    return Words.english().say("problem." + problem.code().code() + ".remedy", quoted(problem));
  }

  private static Details quoted(Problem problem) {
    var values = Details.NONE;
    for (var entry : problem.values().entrySet()) {
      values = values.text(entry.getKey(), Quoted.text(entry.getValue()));
    }
    return values;
  }

  /// Where it stands, as text: `file:12:3 /pointer`.
  public static String place(Place place) {
    var pointer = place.pointer();
    return new Place(
            Quoted.text(place.file(), LONGEST_NAME),
            place.line(),
            place.column(),
            pointer == null ? null : Quoted.text(pointer, LONGEST_NAME))
        .text();
  }

  /// One block for a terminal: `FILE:LINE: what is wrong`, and the remedy on the next line. In a
  /// document the pointer to the value leads what is wrong.
  public static String block(Problem problem) {
    var at = problem.place();
    var place = place(new Place(at.file(), at.line(), at.column(), null));
    var pointer = at.pointer() == null ? "" : Quoted.text(at.pointer(), LONGEST_NAME) + ": ";
    return place + ": " + pointer + message(problem) + "\n  " + remedy(problem) + "\n";
  }

  /// Problems for `--json`: `{"problems":[{"code","file","line","message","remedy"}]}`.
  public static Json json(Collection<Problem> problems) {
    return Json.object().put("problems", list(problems)).end();
  }

  /// One problem of [#json].
  public static Json item(Problem problem) {
    var line = problem.place().line();
    return Json.object()
        .put("code", problem.code().code())
        .put("file", problem.place().file())
        .put("line", line == null ? null : Json.of(line))
        .put("message", message(problem))
        .put("remedy", remedy(problem))
        .end();
  }

  /// The list of [#json], for a document that holds more.
  public static Json list(Collection<Problem> problems) {
    return new Json.Arr(problems.stream().map(ProblemText::item).toList());
  }
}
