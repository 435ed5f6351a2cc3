package org.idiome.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.idiome.cli.demo.PlantedTruthTest.Planted;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds what Idiome says of the three people of the demo to what was planted in them.
///
/// Every row of the table is compared: state, value, reason, and that the explanation ends in the
/// lines that the row names. A row, or a clause of a value, that nothing knows how to compare
/// fails.
class DemoTruthTest {
  private static final Map<String, Told> PEOPLE = new HashMap<>();
  private static final Pattern LEFT_ASIDE = Pattern.compile("left out|; until ");
  private static final Set<Planted> COMPARED = new HashSet<>();

  @BeforeAll
  static void interpretAll(@TempDir Path folder) throws IOException {
    for (var person : new DemoPeople().writeInto(folder)) {
      PEOPLE.put(String.valueOf(person.getFileName()), Told.of(person));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.idiome.cli.demo.PlantedTruthTest#truth")
  void saysWhatWasPlanted(Planted planted) {
    var told = PEOPLE.get(planted.person());
    if (told == null) {
      throw new AssertionError("nobody of the demo is " + planted.person());
    }
    switch (planted.fields().get(1)) {
      case "inventory" -> {
        state(told.finding("inventory", "layer", planted.fields().get(3)), planted);
        InventoryTruth.compare(told, planted);
      }
      case "laboratory" -> {
        var finding = LaboratoryTruth.compare(told, planted);
        state(finding, planted);
        cites(told, List.of(finding), planted);
      }
      case "pharmacogenes" -> cites(told, PharmacogeneTruth.compare(told, planted), planted);
      case "record" -> RecordTruth.compare(told, planted);
      default -> throw new AssertionError("nothing compares " + planted);
    }
    COMPARED.add(planted);
  }

  @AfterAll
  static void comparedEveryRow() {
    assertThat(COMPARED).hasSameSizeAs(PlantedTruthTest.truth());
  }

  private static void state(Finding finding, Planted planted) {
    assertThat(finding.state().code()).isEqualTo(planted.fields().get(4));
    var reason = finding.state() instanceof State.NotAssessed not ? not.reason().code() : ".";
    assertThat(reason).isEqualTo(planted.fields().get(6));
  }

  /// Each place of the row is the end of a branch of one of the explanations; a value that a
  /// finding leaves aside is in the record.
  private static void cites(Told told, List<Finding> findings, Planted planted) {
    for (int i = 0; i < planted.where().size(); i++) {
      var place = planted.where().get(i);
      if (i > 0 && LEFT_ASIDE.matcher(planted.fields().get(5)).find()) {
        assertThat(told.at(place)).as(place).isNotEmpty();
        continue;
      }
      int colon = place.lastIndexOf(':');
      long line = Long.parseLong(place.substring(colon + 1));
      var shows = planted.shows().get(i).replace('␉', '\t');
      assertThat(findings.stream().flatMap(finding -> Told.rows(finding).stream()))
          .as(place)
          .anyMatch(row -> Told.covers(row, place.substring(0, colon), line, shows));
    }
  }
}
