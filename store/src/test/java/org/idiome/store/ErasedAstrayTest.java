package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows that damage moved from who is erased go where they can be told, or it is said that some may
/// be left.
class ErasedAstrayTest {
  private static final String PLANTED = "Plantedperson";
  private static final String OTHER = "otherperson";

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void keepTwo() {
    root = folder.resolve("store");
    MadePeople.keep(root, OTHER, PLANTED);
    MadePeople.run(root, OTHER);
    MadePeople.run(root, PLANTED);
  }

  private void change(String file, String statement) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + root + "/" + file);
        var change = connection.createStatement()) {
      change.execute("PRAGMA foreign_keys = OFF");
      assertThat(change.executeUpdate(statement)).as(statement).isPositive();
    }
  }

  private boolean isUncertain() {
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      var person = Objects.requireNonNull(upkeep.person(PLANTED));
      var erased = upkeep.erase(person, MadePeople.head("erase"), false, false, 0);
      assertThat(erased.isPending()).as(String.valueOf(erased.why())).isFalse();
      return erased.isUncertain();
    }
  }

  private void isGone() throws Exception {
    assertThat(isUncertain()).isFalse();
    assertThat(ByteSearch.search(root, List.of(PLANTED))).isEmpty();
    assertThat(Store.check(root).damage())
        .allSatisfy(one -> assertThat(one.what()).as("it stays named").isEqualTo("batch 1"));
    assertThat(MadePeople.told(root, OTHER)).contains("subject " + OTHER, "key " + OTHER);
  }

  private static final String THEIRS =
      " WHERE segment IN (SELECT segment FROM segment WHERE person = 2)";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE quantity SET segment = 9999" + THEIRS + " AND row = 3",
        "UPDATE statement SET segment = 9999" + THEIRS,
        "UPDATE segment_part SET segment = 9990 + part" + THEIRS
      })
  void rowsOfASegmentThatNobodyHasGo(String damage) throws Exception {
    change("idiome.sqlite", damage);
    isGone();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE quantity SET row = row + 900, segment = (SELECT min(segment) FROM quantity)",
        "UPDATE quantity SET row = row + 900, segment = (SELECT min(segment) FROM statement)",
        "UPDATE statement SET row = row + 900, segment = (SELECT min(segment) FROM statement)",
        "UPDATE statement SET row = row + 900, segment = (SELECT min(segment) FROM quantity)"
      })
  void itIsSaidWhereAnotherMayHaveThem(String damage) throws SQLException {
    change("idiome.sqlite", damage + THEIRS + " AND row = 0");
    assertThat(isUncertain()).isTrue();
    assertThat(Store.check(root).damage()).isNotEmpty();
  }

  /// Each dense row says whose it is.
  @Test
  void denseRowsThatAreSaidToBeAnothersGo() throws Exception {
    change(
        "idiome.sqlite",
        "UPDATE segment_part SET segment = (SELECT s.segment FROM segment s JOIN segment_part l"
            + " USING (segment) WHERE s.person = 1 AND l.part <> segment_part.part)"
            + THEIRS);
    assertThat(isUncertain()).as("the other's do not add up").isTrue();
    assertThat(ByteSearch.search(root, List.of(PLANTED))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE run SET person = 'zz' WHERE person = '" + PLANTED + "'",
        "UPDATE run SET person = '" + OTHER + "' WHERE person = '" + PLANTED + "'",
        "UPDATE run SET person = 'zz', listed = 'x' WHERE person = '" + PLANTED + "'",
        "UPDATE finding SET run = 99 WHERE run = 2"
      })
  void runsAndFindingsGo(String damage) throws Exception {
    change("journal.sqlite", damage);
    if (damage.contains("listed")) {
      isUncertain();
      assertThat(ByteSearch.search(root, List.of(PLANTED))).isEmpty();
    } else {
      isGone();
    }
  }

  @Test
  void itIsSaidWhereAnotherRunMayHaveFindings() throws SQLException {
    change("journal.sqlite", "UPDATE finding SET run = 1 WHERE run = 2");
    assertThat(isUncertain()).isTrue();
  }
}
