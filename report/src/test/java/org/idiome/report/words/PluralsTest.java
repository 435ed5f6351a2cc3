package org.idiome.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;
import org.idiome.core.finding.Details;
import org.junit.jupiter.api.Test;

/// No sentence counts one thing in the plural.
class PluralsTest {
  private static final Words WORDS = Words.english();

  /// Values that are counts and may be one.
  private static final Set<String> COUNTS =
      Set.of(
          "bounded",
          "count",
          "days",
          "empty",
          "excluded",
          "expected_false_flags",
          "features",
          "files",
          "filled",
          "found",
          "look",
          "months",
          "observations",
          "open",
          "positions_compared",
          "positions_matched",
          "questions",
          "records_read",
          "remarks",
          "rest",
          "shown",
          "values",
          "weeks",
          "years");

  /// One, and behind it in the same clause a noun or a verb in the plural.
  private static final Pattern WRONG =
      Pattern.compile(
          "(?i)(?<![\\w.–])(1|one) (more )?(?!(stands|deserves|matters|gives|that)\\b)"
              + "([a-z]{3,}(?<!is|us|ss)s|hold|stand|are|were|have|need)\\b");

  /// Said of several things only, or of values that a problem holds as text.
  private static final Pattern EXEMPT =
      Pattern.compile(".*\\.many|course\\.lead\\.some|refused\\.line\\.least|problem\\..*");

  @Test
  void oneThingIsCountedInTheSingular() {
    var wrong = new ArrayList<String>();
    for (var code : WORDS.codes()) {
      var values = Details.NONE;
      for (var name : WORDS.namesIn(code)) {
        values = COUNTS.contains(name) ? values.count(name, 1) : values.text(name, "x");
      }
      var said = WORDS.say(code, values);
      if (!EXEMPT.matcher(code).matches() && WRONG.matcher(said).find()) {
        wrong.add(code + ": " + said);
      }
    }
    assertThat(wrong).isEmpty();
  }
}
