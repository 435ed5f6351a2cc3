package org.idiome.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.Citation;
import org.idiome.core.concept.Coded;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.core.source.CitedRow;
import org.idiome.core.source.Locator;
import org.idiome.core.source.SourceFile;
import org.idiome.core.time.When;
import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {
  @Test
  void foundNeedsAPossibilityAndExcludedItsLimit() {
    assertThatThrownBy(() -> new State.Found(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new State.Excluded(Details.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    var one = Details.of("phenotype", new Value.Word("poor_metabolizer"));
    var other = Details.of("phenotype", new Value.Word("normal_metabolizer"));
    assertThat(new State.Found(List.of(one)).isAmbiguous()).isFalse();
    assertThat(new State.Found(List.of(one, other)).isAmbiguous()).isTrue();
  }

  @Test
  void aStateIsWrittenWithWhatSupportsIt() {
    var limit = Details.of("depth", new Value.Count(30));
    assertThat(State.found(limit).toJson().pretty()).contains("\"state\": \"found\"", "\"depth\"");
    assertThat(new State.Excluded(limit).toJson().pretty())
        .contains("\"state\": \"excluded\"", "\"limit\"");
    assertThat(new State.NotAssessed(ReasonCode.NO_DATA, Details.NONE).toJson().pretty())
        .contains("\"state\": \"not_assessed\"", "\"reason\": \"no_data\"");
  }

  @Test
  void detailsAreSortedByNameAndGivenOnce() {
    var details = Details.NONE.text("b", "x").count("a", 2).word("c", "w");
    assertThat(details).isEqualTo(Details.NONE.word("c", "w").text("b", "x").count("a", 2));
    assertThat(details.entries().stream().map(Map.Entry::getKey)).containsExactly("a", "b", "c");
    assertThat(details.get("a")).isEqualTo(new Value.Count(2));
    assertThat(details.get("z")).isNull();
    assertThatThrownBy(() -> details.text("a", "y")).isInstanceOf(IllegalArgumentException.class);
    assertThat(Details.NONE.isEmpty()).isTrue();
  }

  @Test
  void aKeyHasFourPartsThatNothingCanMix() {
    var key = new FindingKey("laboratory", "change", "LOINC:2345-7", FindingKey.WHOLE_PERSON);
    assertThat(key.text()).isEqualTo("laboratory|change|LOINC:2345-7|.");
    assertThat(key.toJson().pretty()).isEqualTo("\"laboratory|change|LOINC:2345-7|.\"\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a|b", "a\nb", "\u0000"})
  void aKeyRefusesBlanksAndItsOwnSeparator(String part) {
    assertThatThrownBy(() -> new FindingKey("laboratory", "change", part, "."))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anyTextOfAFileCanBePartOfAKey() {
    assertThat(FindingKey.part("sp|P04637|P53_HUMAN")).isEqualTo("sp%7CP04637%7CP53_HUMAN");
    assertThat(FindingKey.part("a\tb%7C")).isEqualTo("a%09b%257C");
    Cases.check(
        "texts stay apart as parts of a key",
        made -> {
          var one = "x" + made.text("a|%7C\n\t", 6);
          var other = "x" + made.text("a|%7C\n\t", 6);
          var key = new FindingKey("i", "k", FindingKey.part(one), ".");
          var second = new FindingKey("i", "k", FindingKey.part(other), ".");
          assertThat(key.equals(second)).isEqualTo(one.equals(other));
        });
  }

  @Test
  void everyValueSaysItsTypeInJson() {
    var values =
        List.of(
            new Value.Text("*2/*2"),
            new Value.Word("found"),
            new Value.Count(3),
            Value.number(1.5, "mg/dL"),
            new Value.Time(When.parse("2024-03")),
            new Value.Thing(Coded.of("HP:0001250")),
            new Value.Place(Locus.at(GenomeBuild.GRCH38, new Contig("10"), 94781859)),
            Value.texts(List.of("b", "a")));
    assertThat(values.stream().map(value -> first(value.toJson().pretty())))
        .containsExactly("text", "word", "count", "amount", "when", "concept", "locus", "list");
  }

  private static String first(String json) {
    return json.split("\"", 3)[1];
  }

  @Test
  void anExplanationEndsInTheRow() {
    var file = new SourceFile("a.tsv", Sha256.of(new byte[0]), 0);
    var row = new CitedRow(file, new Locator.Line(2), "a\tb", "1\t2", null);
    var tree =
        new Explanation.Claim(
            "beyond_change",
            Details.NONE,
            List.of(
                new Explanation.Rule(
                    "rcv",
                    "1",
                    Citation.of("DOI:10.1373/clinchem.2006.069369"),
                    Details.NONE,
                    null,
                    List.of()),
                new Explanation.Used(
                    "latest", new Value.Count(2), List.of(new Explanation.Row(row.marked("2")))),
                new Explanation.Note(Explanation.Note.Kind.LIMIT, "few_values", Details.NONE)));
    assertThat(tree.toJson().pretty())
        .contains("\"mark\": \"2\"", "\"note\": \"limit\"", "\"rule\": \"rcv\"")
        .doesNotContain("details");
  }

  @Test
  void reasonsAreSortedAndWrittenInSnakeCase() {
    assertThat(Arrays.stream(ReasonCode.values()).map(ReasonCode::code))
        .isSorted()
        .allMatch(code -> code.matches("[a-z]+(_[a-z]+)*"));
  }
}
