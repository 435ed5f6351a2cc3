package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is not as it was written is named.
class StoreCheckTest {
  private static final int FLIPS = Integer.getInteger("flips", 200);
  private static final int PAGE = 4096;

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void keepPeople() {
    root = folder.resolve("store");
    MadePeople.keepSmall(root, "one");
    MadePeople.keepSmall(root, "two");
    MadePeople.keepSmall(root, "one");
    MadePeople.run(root, "one");
  }

  @Test
  void findsNothingInASoundStore() {
    var checked = Store.check(root);
    assertThat(checked.damage()).isEmpty();
    assertThat(checked.isSound()).isTrue();
    assertThat(checked.batches()).isEqualTo(3);
    assertThat(checked.foreign()).isEmpty();
  }

  /// Another build of the same number may have made other tables: that need not be damage.
  @Test
  void saysThatTheTablesAreOfAnotherForm() throws SQLException {
    change("ALTER TABLE store_key ADD COLUMN more TEXT");
    assertThat(Store.check(root).damage())
        .extracting(StoreCheck.Damage::what)
        .containsExactly("structure tables: not those of this form; of another build, or damaged");
  }

  @Test
  void saysWhatOthersMayOpen() throws IOException {
    Files.setPosixFilePermissions(
        root.resolve("idiome.sqlite"), PosixFilePermissions.fromString("rw-r-----"));
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    var checked = Store.check(root);
    assertThat(checked.openToOthers()).containsExactly(".", "idiome.sqlite");
    assertThat(checked.isSound()).isFalse();
  }

  @Test
  void leavesForeignFilesAloneAndNamesThem() throws IOException {
    var files = List.of("layers/genome/mine.parquet", "layers/notes.txt", "letter.txt");
    for (var file : files) {
      Files.createDirectories(root.resolve(file).resolveSibling("."));
      Files.writeString(root.resolve(file), "mine");
    }
    MadePeople.keepSmall(root, "three");
    assertThat(Store.check(root).foreign()).containsExactlyElementsOf(files);
    assertThat(Store.check(root).damage()).isEmpty();
  }

  /// Every change of every column of every row: what no finer digest covers, the batch's does.
  @Test
  void namesAChangeOfAnyColumn() throws SQLException, IOException {
    MadePeople.keep(root, "three");
    var whole = folder.resolve("whole");
    Copies.folder(root, whole);
    var unnamed = new ArrayList<String>();
    for (var column : columns()) {
      Copies.folder(whole, root);
      change(
          "PRAGMA foreign_keys = OFF",
          "PRAGMA ignore_check_constraints = ON",
          "UPDATE %s SET %s = %s WHERE rowid IN (SELECT max(rowid) FROM %s)"
              .formatted(column.table(), column.name(), column.other(), column.table()));
      try {
        if (Store.check(root).damage().isEmpty()) {
          unnamed.add(column.table() + "." + column.name());
        }
      } catch (StoreFault fault) {
        assertThat(fault.problem().code()).isEqualTo(ProblemCode.STORE_DAMAGED);
      }
    }
    assertThat(unnamed).isEmpty();
  }

  /// Of a person's table, all stretches or the last.
  @Test
  void namesLinesThatAreMissing() throws SQLException {
    change("DELETE FROM source_lines WHERE person = 1");
    assertThat(Store.check(root).damage())
        .containsExactly(new StoreCheck.Damage("idiome.sqlite", "one", "lines from 1"));
  }

  /// Lines behind the last that is kept are missed where a statement alone cites them, too, or a
  /// row of a dense part.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE quantity SET locator = 2 WHERE segment IN (SELECT segment FROM segment"
            + " WHERE person = 3)",
        "DELETE FROM intake_segment WHERE segment IN (SELECT segment FROM segment_part)"
      })
  void namesLinesThatAnyRowCites(String others) throws SQLException {
    MadePeople.keep(root, "three");
    change(
        "PRAGMA foreign_keys = OFF", others, "UPDATE source_lines SET last = 20 WHERE person = 3");
    assertThat(Store.check(root).damage())
        .contains(new StoreCheck.Damage("idiome.sqlite", "three", "lines from 21"));
  }

  /// Each is held to its own digest, and not to that of its batch alone.
  @Test
  void namesRowsOfConsentSettlementAndGapWithWhoseTheyAre() throws SQLException {
    try (var writer = Store.at(root).write(MadePeople.head("said"), "test", 0)) {
      Consents.add(writer, 1, new Consents.Said("care", false, null, null, "one", null));
      var answer = Sha256.of(new byte[0]);
      Settlements.add(writer, 1, new Settlements.Said("finding", answer, true, "ada", "why"));
      writer.acknowledge();
    }
    change(
        "UPDATE consent SET wording = 'x'",
        "UPDATE settlement SET answer = 'x'",
        "INSERT INTO gap (person, from_batch, end_batch, batch, digest) VALUES (1, 1, 2, 3, 'x')");
    assertThat(Store.check(root).damage())
        .contains(
            new StoreCheck.Damage("idiome.sqlite", "one", "consent 1"),
            new StoreCheck.Damage("idiome.sqlite", "one", "settlement 1"),
            new StoreCheck.Damage("idiome.sqlite", "one", "gap from 1"));
  }

  private record Column(String table, String name, String type) {
    /// Another value of the type, or one where there is none.
    String other() {
      // An index reads it: SQLite itself refuses what is no JSON.
      if (name.equals("facts")) {
        return "json_set(facts, '$.other', 'x')";
      }
      return type.equals("INTEGER")
          ? "coalesce(" + name + ", 0) + 1"
          : "coalesce(" + name + ", '') || 'x'";
    }
  }

  /// Of tables that have rows with numbers of their own.
  private List<Column> columns() throws SQLException {
    var columns = new ArrayList<Column>();
    for (var row :
        rows(
            "SELECT t.name, c.name, c.type FROM pragma_table_list t JOIN pragma_table_info(t.name) c"
                + " WHERE t.schema = 'main' AND t.wr = 0 AND t.name IN"
                + " ('batch', 'person', 'intake', 'segment', 'part', 'journal_mark')")) {
      columns.add(new Column(row.get(0), row.get(1), row.get(2)));
    }
    assertThat(columns).hasSizeGreaterThan(30);
    return columns;
  }

  /// One flipped byte is named, with its file, or is one of those that say nothing: every row is as
  /// it was.
  @ParameterizedTest
  @ValueSource(strings = {"idiome.sqlite", "journal.sqlite"})
  @Tag("slow")
  void namesAFlippedByteAnywhere(String name) throws IOException, SQLException {
    MadePeople.keep(root, "three", "four");
    MadePeople.audit(root, 40);
    var file = root.resolve(name);
    var before = dump(file);
    var bytes = Files.readAllBytes(file);
    var random = new SplittableRandom(20261121);
    int named = 0;
    Map<Integer, Integer> kinds = new HashMap<>();
    for (int flip = 0; flip < FLIPS; flip++) {
      int at = random.nextInt(bytes.length);
      int bit = 1 << random.nextInt(8);
      Files.write(file, flipped(bytes, at, bit));
      var where = "byte " + at + " bit " + bit;
      var files = namedFiles();
      if (files.isEmpty()) {
        assertThat(dump(file)).as(where).isEqualTo(before);
      } else {
        assertThat(files).as(where).containsOnly(name);
        named++;
        kinds.merge(bytes[at / PAGE * PAGE] & 0xff, 1, Integer::sum);
      }
    }
    Files.write(file, bytes);
    assertThat(Store.check(root).isSound()).isTrue();
    assertThat(named).isGreaterThan(FLIPS / 30);
    if (name.startsWith("idiome")) {
      assertThat(kinds).as("pages of indexes and of tables").containsKeys(0x0a, 0x0d);
    }
  }

  private static byte[] flipped(byte[] bytes, int at, int bit) {
    var damaged = bytes.clone();
    damaged[at] ^= (byte) bit;
    return damaged;
  }

  /// The files that are named; where it is no store of this form any more, the one that says so.
  private Set<String> namedFiles() {
    var files = new TreeSet<String>();
    try {
      Store.check(root).damage().forEach(damage -> files.add(damage.file()));
    } catch (StoreFault fault) {
      files.add("idiome.sqlite");
    }
    return files;
  }

  /// Its file, and the persons whose rows are in it, and nobody else.
  @Test
  @Tag("slow")
  void namesAFlippedByteOfADensePart() throws IOException {
    MadePeople.keep(root, "three", "four");
    MadePeople.keep(root, "five");
    var random = new SplittableRandom(20261122);
    var whose =
        Map.of(
            "genome/00000004-0001.parquet", List.of("three", "four"),
            "transcriptome/00000005-0002.parquet", List.of("five"));
    for (var part : List.copyOf(new TreeSet<>(whose.keySet()))) {
      var file = root.resolve("layers").resolve(part);
      var bytes = Files.readAllBytes(file);
      for (int flip = 0; flip < FLIPS / 2; flip++) {
        int at = random.nextInt(bytes.length);
        Files.write(file, flipped(bytes, at, 1 << random.nextInt(8)));
        var damage = Store.check(root).damage();
        var where = "byte " + at;
        assertThat(damage)
            .as(where)
            .contains(new StoreCheck.Damage("layers/" + part, "", "part"))
            .allMatch(one -> one.file().equals("layers/" + part));
        assertThat(damage)
            .as(where)
            .extracting(StoreCheck.Damage::person)
            .filteredOn(person -> !person.isEmpty())
            .containsExactlyElementsOf(whose.get(part));
      }
      Files.write(file, bytes);
    }
    assertThat(Store.check(root).isSound()).isTrue();
  }

  /// Every row of every table.
  private static List<String> dump(Path file) throws SQLException {
    var dump = new ArrayList<String>();
    var url = "jdbc:sqlite:" + file;
    for (var table :
        rows(
            url,
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sqlite_sequence' ORDER BY 1")) {
      for (var row : rows(url, "SELECT * FROM " + table.getFirst() + " ORDER BY 1")) {
        dump.add(table.getFirst() + row);
      }
    }
    return dump;
  }

  private List<List<String>> rows(String query) throws SQLException {
    return rows("jdbc:sqlite:" + root + "/idiome.sqlite", query);
  }

  private static List<List<String>> rows(String url, String query) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var list = new ArrayList<List<String>>();
      while (rows.next()) {
        var row = new ArrayList<String>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(rows.getString(column)));
        }
        list.add(row);
      }
      return list;
    }
  }

  private void change(String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + root + "/idiome.sqlite");
        var change = connection.createStatement()) {
      for (var statement : statements) {
        change.execute(statement);
      }
    }
  }
}
