package org.idiome.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;
import org.idiome.core.finding.Details;
import org.junit.jupiter.api.Test;

/// What is said of samples never tells who is, or is not, whose parent.
class FamilyWordsTest {
  private static final Words WORDS = Words.english();
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "father|mother|patern|matern|parentage|wrong parent|not (the|a) (parent|child)|biological"
              + "|adopt|illegit|consangu|incest");

  @Test
  void noWordOfTheCheckSpeaksOfParents() {
    var wrong = new ArrayList<String>();
    int asked = 0;
    for (var code : WORDS.codes()) {
      if (!code.startsWith("identity.")) {
        continue;
      }
      asked++;
      var values = Details.NONE;
      for (var name : WORDS.namesIn(code)) {
        values = values.text(name, "x");
      }
      var said = WORDS.say(code, values);
      if (FORBIDDEN.matcher(said.toLowerCase(Locale.ROOT)).find()) {
        wrong.add(code + ": " + said);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThan(80);
    assertThat(WORDS.say("identity.claim.family_differs", Details.NONE))
        .isEqualTo("The samples do not fit each other as stated; check the samples");
  }
}
