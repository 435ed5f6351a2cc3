package org.idiome.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.idiome.store.catalogue.Catalogue;
import org.idiome.store.folder.StoreFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who was erased is in no byte of the store; who was not is there as before.
class ErasureTest {
  private static final String PLANTED = "Plantedperson";
  private static final String OTHER = "otherperson";
  private static final String THIRD = "thirdperson";
  private static final int KILLS = Integer.getInteger("kills", 12);

  @TempDir Path folder;
  private Path root;

  /// Two batches, in which persons share dense parts; the person to be erased in both.
  @BeforeEach
  void keepPeople() {
    root = folder.resolve("store");
    MadePeople.keep(root, OTHER, PLANTED);
    MadePeople.keep(root, PLANTED, THIRD);
    MadePeople.run(root, PLANTED);
    MadePeople.run(root, OTHER);
  }

  /// The planted word, and pieces of what the person's lines became when they were deflated.
  private List<String> traces() throws SQLException {
    var traces = new ArrayList<>(List.of(PLANTED));
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + root + "/idiome.sqlite");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT deflated FROM source_lines JOIN person USING (person) WHERE id = '"
                    + PLANTED
                    + "'")) {
      while (rows.next()) {
        var bytes = rows.getBytes(1);
        for (int from = 100; from + 24 < bytes.length; from += 200) {
          traces.add("hex:" + HexFormat.of().formatHex(bytes, from, from + 24));
        }
      }
    }
    assertThat(traces).hasSizeGreaterThan(3);
    return traces;
  }

  private Set<String> found(List<String> traces) throws IOException, InterruptedException {
    var args = new ArrayList<Object>(List.of(root));
    args.addAll(traces);
    return new TreeSet<>(Elsewhere.said(ByteSearch.class, args.toArray()));
  }

  private Upkeep.Erased erase(String id, long waitMillis) {
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      var person = Objects.requireNonNull(upkeep.person(id));
      return upkeep.erase(person, MadePeople.head("erase"), false, false, waitMillis);
    }
  }

  private StoreCheck.Checked check() {
    var checked = Store.check(root);
    assertThat(checked.damage()).isEmpty();
    return checked;
  }

  private Set<String> parts() throws IOException {
    try (var files = Files.walk(root.resolve("layers"))) {
      var names = new TreeSet<String>();
      files
          .filter(Files::isRegularFile)
          .forEach(file -> names.add("layers/" + root.resolve("layers").relativize(file)));
      return names;
    }
  }

  @Test
  void leavesNoByteAndNobodyElseChanged() throws Exception {
    var traces = traces();
    var parts = parts();
    assertThat(parts).hasSize(4);
    try (var log = Catalogue.read(StoreFolder.existing(root))) {
      // While it is open its log is there, with what was written last.
      assertThat(log.number("SELECT count(*) FROM person")).isEqualTo(3);
      MadePeople.keep(root, PLANTED);
      assertThat(found(traces))
          .as("the search finds it in log, catalogue, journal and parts")
          .containsAll(parts)
          .contains("idiome.sqlite", "idiome.sqlite-wal", "journal.sqlite");
    }
    for (var trace : traces) {
      assertThat(found(List.of(trace))).as(trace).contains("idiome.sqlite");
    }
    var other = MadePeople.told(root, OTHER);
    var third = MadePeople.told(root, THIRD);
    assertThat(erase(PLANTED, 0).isPending()).isFalse();
    assertThat(found(traces)).isEmpty();
    assertThat(MadePeople.told(root, OTHER)).isEqualTo(other).contains(OTHER);
    assertThat(MadePeople.told(root, THIRD)).isEqualTo(third).contains(THIRD);
    assertThat(MadePeople.told(root, PLANTED)).isEmpty();
    assertThat(check().isSound()).isTrue();
    assertThat(parts())
        .as("rewritten under new names")
        .hasSize(4)
        .doesNotContainAnyElementsOf(parts);
  }

  @Test
  void waitsForWhoReadsAndSaysSo() throws Exception {
    var traces = traces();
    var reading = Elsewhere.start(Elsewhere.Reading.class, root, PLANTED);
    try (var out = reading.inputReader(UTF_8);
        var in = reading.outputWriter(UTF_8)) {
      assertThat(out.readLine()).isEqualTo("300");
      assertThat(erase(PLANTED, 100).isPending()).isTrue();
      assertThat(MadePeople.told(root, PLANTED)).as("gone for all who ask now").isEmpty();
      assertThat(check().pendingErasures()).isEqualTo(1);
      assertThat(found(traces)).as("said to be pending, and it is").isNotEmpty();
      try (var writer = Store.at(root).write(MadePeople.head("import"), "test", 0)) {
        assertThat(writer.pendingErasures()).as("another writer goes on").isEqualTo(1);
        MadePeople.keep(writer, "fourth");
        writer.acknowledge();
      }
      in.write("\n");
      in.flush();
      assertThat(out.readLine()).as("whoever reads an earlier state can go on").isEqualTo("300");
    }
    assertThat(reading.waitFor()).isZero();
    try (var writer = Store.at(root).write(MadePeople.head("import"), "test", 0)) {
      assertThat(writer.pendingErasures()).as("the next writer finishes it").isZero();
    }
    assertThat(found(traces)).isEmpty();
    assertThat(check().isSound()).isTrue();
  }

  @Test
  void whoComesAgainIsSomebodyNew() {
    long before = number(PLANTED);
    erase(PLANTED, 0);
    MadePeople.keep(root, PLANTED);
    assertThat(number(PLANTED)).isNotEqualTo(before);
    assertThat(MadePeople.told(root, PLANTED)).contains(PLANTED);
    assertThat(check().isSound()).isTrue();
  }

  private long number(String id) {
    try (var reader = Store.at(root).read()) {
      var person = reader.person(id);
      return person == null ? 0 : person.person();
    }
  }

  @Test
  void theLastPersonLeavesAnEmptyStore() throws Exception {
    for (var id : List.of(OTHER, THIRD, PLANTED)) {
      assertThat(erase(id, 0).isPending()).isFalse();
    }
    assertThat(parts()).isEmpty();
    assertThat(found(List.of(PLANTED, OTHER, THIRD))).isEmpty();
    assertThat(check().isSound()).isTrue();
    MadePeople.keep(root, OTHER);
    assertThat(check().isSound()).isTrue();
  }

  /// Tables of which no row hangs on a person are named here, so that a new one is thought of.
  @Test
  void reachesEveryTableOfTheCatalogue() {
    try (var sql = Catalogue.read(StoreFolder.existing(root))) {
      var tables =
          new TreeSet<>(
              sql.list(
                  "SELECT name FROM pragma_table_list WHERE schema = 'main'"
                      + " AND name NOT LIKE 'sqlite%'",
                  row -> row.text(1)));
      tables.removeAll(Hanging.tablesBelow(sql, "person"));
      assertThat(tables)
          .as("what says nothing of a person")
          .containsExactly(
              "accepted",
              "batch",
              "erasure",
              "erasure_hash",
              "journal_mark",
              "loss",
              "part",
              "part_gone",
              "store_key");
    }
  }

  @Test
  @Tag("slow")
  void survivesAKillAtAnyMoment() throws Exception {
    var random = new SplittableRandom(20261121);
    var traces = traces();
    var other = MadePeople.told(root, OTHER);
    var whole = folder.resolve("whole");
    Copies.folder(root, whole);
    long fullMillis = 0;
    int begun = 0;
    for (int kill = 0; kill <= KILLS; kill++) {
      Copies.folder(whole, root);
      var process = Elsewhere.start(Elsewhere.Erasing.class, root, PLANTED);
      try (var out = process.inputReader(UTF_8)) {
        assertThat(out.readLine()).isEqualTo("begin");
        long from = System.nanoTime();
        if (kill == 0) {
          assertThat(out.readLine()).isEqualTo("done");
          fullMillis = 1 + (System.nanoTime() - from) / 1_000_000;
        } else {
          process.waitFor(random.nextLong(fullMillis), TimeUnit.MILLISECONDS);
          process.destroyForcibly();
        }
      }
      process.waitFor();
      boolean isBegun = MadePeople.told(root, PLANTED).isEmpty();
      begun += isBegun ? 1 : 0;
      assertThat(Store.check(root).damage()).as("before the next writer").isEmpty();
      try (var writer = Store.at(root).write(MadePeople.head("import"), "test", 0)) {
        assertThat(writer.pendingErasures()).isZero();
      }
      assertThat(check().isSound()).isTrue();
      assertThat(MadePeople.told(root, OTHER)).isEqualTo(other);
      assertThat(ByteSearch.search(root, traces).isEmpty()).as("kill " + kill).isEqualTo(isBegun);
      assertThat(parts()).as("no orphan").hasSize(4);
    }
    assertThat(begun).isGreaterThan(1);
  }

  /// Cut off before its last step: it names nobody by then, and whoever asks is known by the hash.
  @Test
  void isKnownByTheHashWhereItNamesNobodyAnyMore() throws SQLException {
    long batch = erase(PLANTED, 0).batch();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + root + "/idiome.sqlite");
        var change = connection.createStatement()) {
      change.execute("UPDATE erasure SET finished = NULL");
    }
    assertThat(Store.at(root).pendingErasures()).isEqualTo(1);
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      var erased = upkeep.goOn(PLANTED, MadePeople.FIRST, 0);
      assertThat(erased.batch()).isEqualTo(batch);
      assertThat(erased.isPending()).isFalse();
      assertThat(upkeep.goOn(PLANTED, MadePeople.FIRST, 0).batch()).as("no more").isZero();
    }
    assertThat(check().isSound()).isTrue();
  }

  @Test
  @Tag("slow")
  void aCompactionThatIsKilledChangesNothingOfWhatIsSaid() throws Exception {
    var random = new SplittableRandom(20261122);
    var told = MadePeople.told(root, OTHER) + MadePeople.told(root, PLANTED);
    var whole = folder.resolve("whole");
    Copies.folder(root, whole);
    long fullMillis = 0;
    for (int kill = 0; kill <= KILLS; kill++) {
      Copies.folder(whole, root);
      var process = Elsewhere.start(Elsewhere.Compacting.class, root);
      try (var out = process.inputReader(UTF_8)) {
        assertThat(out.readLine()).isEqualTo("begin");
        long from = System.nanoTime();
        if (kill == 0) {
          assertThat(out.readLine()).isEqualTo("done");
          fullMillis = 1 + (System.nanoTime() - from) / 1_000_000;
        } else {
          process.waitFor(random.nextLong(fullMillis), TimeUnit.MILLISECONDS);
          process.destroyForcibly();
        }
      }
      process.waitFor();
      assertThat(MadePeople.told(root, OTHER) + MadePeople.told(root, PLANTED)).isEqualTo(told);
      Store.at(root).write(MadePeople.head("import"), "test", 0).close();
      assertThat(check().isSound()).isTrue();
      assertThat(MadePeople.told(root, OTHER) + MadePeople.told(root, PLANTED)).isEqualTo(told);
      assertThat(parts()).as("of two layers, before or after").hasSizeBetween(2, 4);
    }
  }

  @Test
  void compactMergesWhatIsSmallBesideReaders() throws Exception {
    var told = MadePeople.told(root, OTHER) + MadePeople.told(root, PLANTED);
    var reading = Elsewhere.start(Elsewhere.Reading.class, root, PLANTED);
    try (var out = reading.inputReader(UTF_8);
        var in = reading.outputWriter(UTF_8)) {
      assertThat(out.readLine()).isEqualTo("300");
      try (var upkeep = Store.at(root).upkeep("test", 0)) {
        var done = upkeep.compact(MadePeople.FIRST, 100);
        assertThat(done.isPending()).isTrue();
        assertThat(done.partsBefore()).isEqualTo(4);
        assertThat(done.partsAfter()).isEqualTo(2);
      }
      assertThat(parts()).as("the old ones are there still").hasSize(6);
      in.write("\n");
      in.flush();
      assertThat(out.readLine()).isEqualTo("300");
    }
    reading.waitFor();
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      assertThat(upkeep.compact(MadePeople.FIRST, 0).isPending()).isFalse();
    }
    assertThat(parts()).hasSize(2);
    assertThat(check().isSound()).isTrue();
    assertThat(MadePeople.told(root, OTHER) + MadePeople.told(root, PLANTED)).isEqualTo(told);
  }
}
