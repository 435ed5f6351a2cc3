package org.idiome.genomics.normal;

import static org.assertj.core.api.Assertions.assertThat;

import org.idiome.genomics.normal.Spelling.Match;
import org.idiome.testkit.Cases;
import org.idiome.testkit.Made;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  /// PharmGKB/PharmCAT#222, #173, #128: the TA repeat of UGT1A1, and others.
  @ParameterizedTest
  @CsvSource({
    "233760233, CAT, C, 233760233, CATAT, CAT, SAME",
    "233760234, A, ATA, 233760233, CAT, CATAT, SAME",
    "233760233, CAT, C, 233760235, TAT, T, SAME",
    "233760233, CAT, C, 233760233, CATAT, C, DIFFERENT",
    "233760233, CAT, C, 233760245, TAT, T, CANNOT_TELL",
    "233760233, CAT, C, 233760245, GCC, G, DIFFERENT",
    "100, A, G, 100, A, G, SAME",
    "100, A, G, 99, CA, CG, SAME",
    "100, A, G, 100, A, T, DIFFERENT",
    "100, A, AT, 100, A, ATT, DIFFERENT",
    "100, CT, CTCT, 102, G, GCT, DIFFERENT",
    "100, CT, C, 101, GA, G, CANNOT_TELL"
  })
  void comparesByWhatTheyMakeOfTheReference(
      int at, String ref, String alt, int otherAt, String otherRef, String otherAlt, Match match) {
    var one = Spelling.at(at, ref, alt);
    var other = Spelling.at(otherAt, otherRef, otherAlt);
    assertThat(one.compare(other)).isEqualTo(match);
    assertThat(other.compare(one)).isEqualTo(match);
  }

  @Test
  void neverContradictsTheSequence() {
    Cases.check(
        "a match that is told is that of the sequences",
        made -> {
          var sequence = made.text("AC", 20) + "ACACAC";
          var one = made(made, sequence);
          var other = made(made, sequence);
          var match = one.compare(other);
          if (match != Match.CANNOT_TELL) {
            assertThat(match == Match.SAME)
                .as(sequence + " " + one + " " + other)
                .isEqualTo(applied(sequence, one).equals(applied(sequence, other)));
          }
        });
  }

  private static Spelling made(Made made, String sequence) {
    int start = made.between(0, sequence.length() - 1);
    int end = made.between(start + 1, Math.min(sequence.length(), start + 4));
    var alternate = made.text("AC", 4);
    var reference = sequence.substring(start, end);
    return new Spelling(start, reference, alternate.equals(reference) ? "G" : alternate);
  }

  private static String applied(String sequence, Spelling spelling) {
    return sequence.substring(0, spelling.start0())
        + spelling.alternate()
        + sequence.substring(spelling.start0() + spelling.reference().length());
  }
}
