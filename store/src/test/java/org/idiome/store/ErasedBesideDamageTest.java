package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.idiome.store.folder.StoreFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An erasure neither hides the damage of others nor is led astray by the person's own.
class ErasedBesideDamageTest {
  private static final String PLANTED = "Plantedperson";
  private static final String OTHER = "otherperson";
  private static final String OF_THE_PERSON = "list of inputs, consents, settlements and gaps";

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void keepTwoInOneBatch() {
    root = folder.resolve("store");
    MadePeople.keep(root, OTHER, PLANTED);
  }

  private void change(String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + root + "/idiome.sqlite");
        var change = connection.createStatement()) {
      for (var statement : statements) {
        change.execute(statement);
      }
    }
  }

  private Upkeep.Erased erase(String id) {
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      var person = Objects.requireNonNull(upkeep.person(id));
      return upkeep.erase(person, MadePeople.head("erase"), false, false, 0);
    }
  }

  private List<String> damage() {
    return Store.check(root).damage().stream().map(StoreCheck.Damage::what).toList();
  }

  @Test
  void whatOthersLostIsNotSealedOver() throws SQLException {
    change("UPDATE segment SET first_day = '1999-01-01' WHERE segment = 1");
    assertThat(damage()).containsExactly(OF_THE_PERSON, "batch 1");
    assertThat(erase(PLANTED).isPending()).isFalse();
    assertThat(damage()).containsExactly(OF_THE_PERSON, "batch 1");
  }

  @Test
  void whatAPendingErasureLostIsNotSealedOver() throws SQLException {
    try (var reader = Store.at(root).read()) {
      assertThat(reader.personIds()).hasSize(2);
      assertThat(erase(PLANTED).isPending()).isTrue();
    }
    change("DELETE FROM erasure_hash");
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      assertThat(upkeep.finishErasures(MadePeople.FIRST, 0)).isZero();
    }
    assertThat(damage()).containsExactly("batch 2");
  }

  private Upkeep.Erased erasedAfter(String... damage) throws Exception {
    var changes = new ArrayList<>(List.of("PRAGMA foreign_keys = OFF"));
    changes.addAll(List.of(damage));
    change(changes.toArray(String[]::new));
    var erased = erase(PLANTED);
    if (!erased.isUncertain()) {
      assertThat(ByteSearch.search(root, List.of(PLANTED))).isEmpty();
    }
    assertThat(MadePeople.told(root, OTHER)).contains("subject " + OTHER);
    return erased;
  }

  @Test
  void whatWasGivenToAnotherGoes() throws Exception {
    assertThat(erasedAfter("UPDATE intake SET person = 1 WHERE person = 2").isUncertain())
        .isFalse();
    assertThat(Store.check(root).damage()).isEmpty();
  }

  @Test
  void segmentsThatWereGivenToAnotherGo() throws Exception {
    var given = "UPDATE segment SET person = 1 WHERE person = 2";
    assertThat(erasedAfter(given).isUncertain()).isFalse();
    assertThat(Store.check(root).damage()).isEmpty();
  }

  @Test
  void linesThatWereGivenToAnotherGo() throws Exception {
    var given = "UPDATE source_lines SET person = 1 WHERE person = 2";
    assertThat(erasedAfter(given).isUncertain()).isFalse();
  }

  @Test
  void whatHungOnAnInputThatIsGoneGoes() throws Exception {
    assertThat(erasedAfter("DELETE FROM intake WHERE person = 2").isUncertain()).isFalse();
  }

  @Test
  void whatNobodyCanTellToBeTheirsIsSaid() throws Exception {
    var gone = "DELETE FROM intake WHERE person = 2";
    var links = "DELETE FROM intake_segment WHERE intake = 2";
    assertThat(erasedAfter(gone, links).isUncertain()).isTrue();
  }

  @Test
  void aSegmentOfAnotherInAnInputIsDamage() throws SQLException {
    change("UPDATE segment SET person = 1 WHERE person = 2");
    try (var reader = Store.at(root).read()) {
      reader.requireParts(1);
      assertThatThrownBy(() -> reader.requireParts(2)).isInstanceOf(StoreFault.class);
    }
  }
}
