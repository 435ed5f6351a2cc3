package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.idiome.store.folder.StoreFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A row that is lost of what names a dense part is damage: nobody sweeps away the rows in it.
class LostPartRowsTest {
  private static final String OTHER = "otherperson";
  private static final String PLANTED = "Plantedperson";

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void keepPeople() {
    root = folder.resolve("store");
    MadePeople.keep(root, OTHER);
    MadePeople.keep(root, PLANTED);
  }

  private void change(String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + root + "/idiome.sqlite");
        var change = connection.createStatement()) {
      change.execute("PRAGMA foreign_keys = OFF");
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

  private void compact() {
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      upkeep.compact(MadePeople.FIRST, 0);
    }
  }

  private List<Path> parts() throws IOException {
    try (var files = Files.walk(root.resolve("layers"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /// Of a person, in whatever part.
  private long rows(long person) throws IOException {
    long rows = 0;
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      for (var part : parts()) {
        var query = "SELECT count(*) FROM read_parquet('" + part + "') WHERE person = " + person;
        try (var answer = statement.executeQuery(query)) {
          assertThat(answer.next()).isTrue();
          rows += answer.getLong(1);
        }
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
    return rows;
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "DELETE FROM segment_part WHERE part <= 2; DELETE FROM part WHERE part <= 2",
        "DELETE FROM part WHERE part <= 2",
        "DELETE FROM segment_part WHERE part <= 2",
        "UPDATE part SET name = name || 'x' WHERE part <= 2",
        "DELETE FROM segment_part WHERE part <= 2; DELETE FROM part WHERE part <= 2;"
            + " DELETE FROM segment WHERE person = 1",
        "DELETE FROM segment_part WHERE part <= 2; DELETE FROM part WHERE part <= 2;"
            + " DELETE FROM intake_segment WHERE intake = 1; DELETE FROM intake WHERE person = 1;"
            + " DELETE FROM segment WHERE person = 1; DELETE FROM person WHERE person = 1",
      })
  void thePartStaysUntilWhoIsInItIsErased(String damage) throws Exception {
    var before = parts();
    assertThat(before).hasSize(4);
    long rows = rows(1);
    change(damage.split("; *"));
    MadePeople.keepSmall(root, "new");
    assertThat(parts()).isEqualTo(before);
    assertThat(Store.check(root).damage()).isNotEmpty();
    compact();
    assertThat(rows(1)).as("compact").isEqualTo(rows);
    var erased = erase(PLANTED);
    assertThat(erased.isPending()).isFalse();
    assertThat(rows(2)).as("who was erased").isZero();
    assertThat(rows(1)).as("who was not").isEqualTo(rows);
    compact();
    assertThat(rows(1)).as("compact again").isEqualTo(rows);
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      if (upkeep.person(OTHER) == null) {
        return;
      }
    }
    erased = erase(OTHER);
    assertThat(parts()).isEmpty();
    if (!erased.isUncertain()) {
      assertThat(ByteSearch.search(root, List.of(OTHER, PLANTED))).isEmpty();
    }
  }

  /// Rows of the one would go with the other's, who would be left.
  @Test
  void nobodyIsErasedFromAPartThatIsSaidToHoldTooMuch() throws Exception {
    var before = parts();
    change("UPDATE segment_part SET part = part + 2 WHERE part <= 2");
    MadePeople.keepSmall(root, "new");
    compact();
    assertThatThrownBy(() -> erase(PLANTED))
        .isInstanceOf(StoreFault.class)
        .hasMessageContaining("segment");
    compact();
    assertThat(parts()).isEqualTo(before);
    assertThat(Store.check(root).damage()).isNotEmpty();
  }

  @Test
  void aPartThatNoRowNamesIsNamed() throws Exception {
    change("DELETE FROM segment_part", "DELETE FROM part WHERE part = 1");
    assertThat(Store.check(root).damage())
        .anySatisfy(damage -> {
          assertThat(damage.file()).startsWith("layers/").endsWith("/00000001-0001.parquet");
          assertThat(damage.what()).startsWith("part that no row names");
        });
  }

  /// Of two in one part: who is erased goes from it, whose rows no row names stays.
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "DELETE FROM segment_part WHERE part IN (5, 6) AND segment IN (SELECT segment FROM segment"
            + " WHERE person = 3)",
        "DELETE FROM segment_part WHERE part IN (5, 6); DELETE FROM part WHERE part IN (5, 6)",
      })
  void whoIsErasedGoesFromAPartThatIsKept(String damage) throws Exception {
    MadePeople.keep(root, "third", "fourth");
    long rows = rows(3);
    assertThat(rows).isEqualTo(rows(4)).isPositive();
    change(damage.split("; *"));
    MadePeople.keepSmall(root, "new");
    assertThat(erase("fourth").isPending()).isFalse();
    assertThat(rows(4)).isZero();
    assertThat(rows(3)).isEqualTo(rows);
    assertThat(erase("third").isPending()).isFalse();
    assertThat(parts()).hasSize(4);
  }

  /// What was never acknowledged goes, be it beside damage.
  @Test
  void anOrphanGoesBesideDamage() throws Exception {
    change("DELETE FROM segment_part WHERE part = 1", "DELETE FROM part WHERE part = 1");
    var before = parts();
    var genome = root.resolve("layers/genome");
    Files.writeString(genome.resolve("00000003-0001.parquet"), "cut off");
    Files.writeString(genome.resolve(".00000001-0002.parquet.aside"), "cut off");
    MadePeople.keepSmall(root, "new");
    assertThat(parts()).isEqualTo(before);
  }

  /// Left by who was killed while parts were written anew: nothing is damaged that may have named
  /// it.
  @Test
  void anOrphanOfAnEarlierBatchGoesFromAWholeStore() throws IOException {
    var before = parts();
    Files.writeString(root.resolve("layers/genome/00000001-0002.parquet"), "cut off");
    MadePeople.keepSmall(root, "new");
    assertThat(parts()).isEqualTo(before);
  }
}
