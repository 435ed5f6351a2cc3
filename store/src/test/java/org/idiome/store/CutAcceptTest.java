package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever accepts damage may be killed after that is on the disk, and before the journal is told
/// of it: the store goes on as if it had been.
class CutAcceptTest {
  @TempDir Path folder;

  private static void change(Path store, String file, String statement) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store.resolve(file));
        var change = connection.createStatement()) {
      change.execute(statement);
    }
  }

  private static List<String> told(Path store) throws SQLException {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + store.resolve("journal.sqlite"));
        var change = connection.createStatement();
        var row = change.executeQuery("SELECT batch, recorded, batch_digest FROM chain")) {
      assertThat(row.next()).isTrue();
      return List.of(row.getString(1), row.getString(2), row.getString(3));
    }
  }

  /// A second batch, of a later time.
  private static void keepLater(Path store) {
    var later =
        new Rows.BatchHead(
            MadePeople.FIRST.plusSeconds(100), "import two", MadePeople.head("import").software());
    try (var writer = Store.at(store).write(later, "test", 0)) {
      MadePeople.keepSmall(writer, "two");
      writer.acknowledge();
    }
  }

  /// Accepts a batch and is killed before the journal is told.
  private static Accepted.Done accept(Path store, long batch) throws SQLException {
    var told = told(store);
    var done =
        Store.at(store)
            .accept(
                List.of(batch), MadePeople.head("accept"), MadePeople.said("accept"), "test", 0);
    assertThat(told(store)).isNotEqualTo(told);
    change(
        store,
        "journal.sqlite",
        "UPDATE chain SET batch = %s, recorded = '%s', batch_digest = '%s'"
            .formatted(told.get(0), told.get(1), told.get(2)));
    return done;
  }

  private static void requireWritable(Path store) {
    assertThat(Store.check(store).damage()).isEmpty();
    MadePeople.keepSmall(store, "later");
    assertThat(MadePeople.told(store, "later")).isNotEmpty();
  }

  /// The catalogue is an older copy: nothing is left of batch 2.
  @Test
  void ofABatchThatIsMissing() throws IOException, SQLException {
    var root = folder.resolve("store");
    MadePeople.keepSmall(root, "one");
    var older = Files.readAllBytes(root.resolve("idiome.sqlite"));
    keepLater(root);
    Files.write(root.resolve("idiome.sqlite"), older);
    assertThat(Store.check(root).damage()).isNotEmpty();
    assertThat(accept(root, 2).held()).as("everybody is held").isEqualTo(3);
    requireWritable(root);
  }

  /// What the last batch says of itself was damaged, its time, too, and is sealed with another.
  @Test
  void ofABatchOfAnotherTime() throws SQLException {
    var root = folder.resolve("store");
    MadePeople.keepSmall(root, "one");
    keepLater(root);
    change(root, "idiome.sqlite", "UPDATE batch SET recorded = '0001' WHERE batch = 2");
    accept(root, 2);
    requireWritable(root);
  }
}
