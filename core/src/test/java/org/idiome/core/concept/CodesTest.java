package org.idiome.core.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.source.CitedRow;
import org.idiome.core.source.Locator;
import org.idiome.core.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
  private static final Sha256 HASH = Sha256.of(new byte[0]);

  @ParameterizedTest
  @ValueSource(strings = {"HP:0001250", "LOINC:2345-7", "DOI:10.1002/cpt.2526", "ex.a_b-1:x:y"})
  void readsCuries(String text) {
    assertThat(Curie.of(text)).hasToString(text);
    assertThat(Curie.parse(text)).isEqualTo(Curie.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "HP",
        "HP:",
        ":1",
        "1HP:2",
        "HP 1:2",
        "HP:0001250 ",
        "HP:a b",
        "HP:a\tb",
        "HP:a\u00a0b",
        "HP:a\u2028b",
        "HP:a\u0085b",
        "http://example.org",
        "ΗΡ:1"
      })
  void refusesWhatIsNoCurie(String text) {
    assertThat(Curie.parse(text)).isNull();
    assertThatThrownBy(() -> Curie.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ordersCuriesByPrefixThenLocal() {
    var sorted = List.of(Curie.of("A:2"), Curie.of("A-:1"), Curie.of("AB:0"));
    assertThat(sorted.reversed().stream().sorted()).containsExactlyElementsOf(sorted);
  }

  @Test
  void aDisplayNeverDecidesAMeaning() {
    var named = new Coded("LOINC:2345-7", "Glucose");
    assertThat(named).isEqualTo(Coded.of("LOINC:2345-7")).hasSameHashCodeAs(Coded.of(named.id()));
    assertThat(named.curie()).isEqualTo(Curie.of("LOINC:2345-7"));
    assertThat(named.label()).isEqualTo("Glucose");
    assertThat(new Coded("TP53", " ").label()).isEqualTo("TP53");
    assertThat(Coded.of("TP53").curie()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "\u2003"})
  void refusesBlankCodes(String blank) {
    assertThatThrownBy(() -> Coded.of(blank)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Concept(Curie.of("A:1"), blank))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aGradeNeedsItsScale() {
    var citation = Citation.of("PMID:1");
    assertThatThrownBy(() -> new Evidence("guideline", null, "A", citation))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Evidence("guideline", "CPIC", null, citation))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesCountsThatDoNotAddUp() {
    var day = LocalDate.of(2026, 1, 1);
    assertThat(new SourceRelease("a", "1", day, "CC0-1.0", HASH, "1", 3, 2, 1).rowsRead())
        .isEqualTo(3);
    assertThatThrownBy(() -> new SourceRelease("a", "1", day, "CC0-1.0", HASH, "1", 3, 2, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SourceRelease("a", "1", day, "CC0-1.0", HASH, "1", 3, -1, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAssertionIsWrittenInOneWay() {
    var row =
        new CitedRow(new SourceFile("a.tsv", HASH, 0), new Locator.Line(2), null, "a\tb", null);
    var subject = new Concept(Curie.of("A:1"), "a");
    var backwards = new TreeMap<String, String>(Comparator.reverseOrder());
    backwards.put("x", "1");
    backwards.put("y", "2");
    var one =
        new Assertion(subject, Curie.of("biolink:affects"), subject, backwards, List.of(), row);
    var two =
        new Assertion(
            subject,
            Curie.of("biolink:affects"),
            subject,
            new TreeMap<>(backwards.descendingMap()),
            List.of(),
            row);
    assertThat(one.digest()).isEqualTo(two.digest());
    assertThatThrownBy(
            () -> new Assertion(subject, Curie.of("x:affects"), subject, backwards, List.of(), row))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
