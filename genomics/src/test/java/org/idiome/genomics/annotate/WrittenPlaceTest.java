package org.idiome.genomics.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.reference.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenPlaceTest {
  private static final String BASES = "GAAAAAACG";

  private static NormalForm form(int position1, String reference, String alternate) {
    return NormalForm.of(new Window(BASES), position1 - 1, reference, alternate);
  }

  /// The run of six A begins at base 2: behind the first base of the record, and no further.
  @ParameterizedTest(name = "{0} {1}>{2}")
  @CsvSource({
    "1, GA, G, 0",
    "2, AA, A, 1",
    "4, AAA, A, 3",
    "4, AAAA, AA, 3",
    "6, AAC, AC, 5",
    "1, G, GA, 0",
    "7, A, AA, 6",
    "6, AAC, AAAC, 5",
    "1, GAAAAAAC, GAAAAAC, 0",
    "8, C, T, 0"
  })
  void isBehindTheFirstBaseOfTheRecord(int position1, String reference, String alternate, int by) {
    var form = form(position1, reference, alternate);
    assertThat(WrittenPlace.by(form, position1, reference, alternate)).isEqualTo(by);
    var from = position1 + "|" + reference + "|TTT/" + alternate + "|2";
    assertThat(WrittenPlace.by(form, from)).isEqualTo(by);
  }

  @Test
  void whatCannotBeReadSaysNothing() {
    var form = form(4, "AA", "A");
    for (var origin :
        new String[] {"", "4", "4|AA|A|2", "4||A|1", "x|AA|A|1", "4|AA|A|x", "4|AA||1"}) {
      assertThat(WrittenPlace.by(form, origin)).as(origin).isEqualTo(WrittenPlace.NONE);
    }
    // Of another assembly, or of another change.
    for (var origin : new String[] {"904|AA|A|1", "4|AAA|A|1", "4|A|AA|1"}) {
      assertThat(WrittenPlace.by(form, origin)).as(origin).isEqualTo(WrittenPlace.NONE);
    }
    assertThat(WrittenPlace.by(form, 900)).isEqualTo(form.rolls());
    assertThat(WrittenPlace.by(form, 3)).isEqualTo(2);
  }
}
