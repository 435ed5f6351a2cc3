package org.idiome.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.journal.Journal;
import org.jspecify.annotations.Nullable;

/// What persons agreed to, and took back: rows that are only added.
public final class Consents {
  private static final String COLUMNS =
      "SELECT c.consent, c.purpose, c.said, c.from_day, c.until_day, c.by_whom, c.wording, c.batch,"
          + " b.recorded";

  private Consents() {}

  /// What was said of a purpose.
  ///
  /// @param isGiven false where it was withdrawn
  /// @param from first day, ISO 8601, or null
  /// @param until last day, or null
  /// @param by who gave or withdrew it
  /// @param wording of the text that was agreed to, or null
  public record Said(
      String purpose,
      boolean isGiven,
      @Nullable String from,
      @Nullable String until,
      String by,
      @Nullable Sha256 wording) {
    private String word() {
      return isGiven ? "given" : "withdrawn";
    }

    private Sha256 digest(long person) {
      return new Digester()
          .integer(person)
          .text(purpose)
          .text(word())
          .text(from == null ? "" : from)
          .text(until == null ? "" : until)
          .text(by)
          .text(wording == null ? "" : wording.hex())
          .end();
    }
  }

  /// A row.
  ///
  /// @param number in the order in which rows were recorded
  /// @param recorded when, UTC
  public record Row(long number, Said said, long batch, String recorded) {}

  /// All rows of a person that were ever recorded, in order: no question of an earlier time hides a
  /// withdrawal.
  public static List<Row> of(StoreReader store, long person) {
    return store
        .sql()
        .list(
            COLUMNS
                + " FROM consent c JOIN batch b USING (batch) WHERE c.person = ?"
                + " ORDER BY c.consent",
            Consents::row,
            person);
  }

  /// The row about a purpose that counts on a day: the newest that has begun; null where none has.
  public static @Nullable Row newest(List<Row> rows, String purpose, LocalDate day) {
    for (var row : rows.reversed()) {
      var from = row.said().from();
      if (row.said().purpose().equals(purpose)
          && (from == null || !LocalDate.parse(from).isAfter(day))) {
        return row;
      }
    }
    return null;
  }

  /// Whether anybody ever took anything back.
  public static boolean hasWithdrawals(StoreReader store) {
    return store.sql().number("SELECT EXISTS (SELECT 1 FROM consent WHERE said = 'withdrawn')") > 0;
  }

  /// The purposes of which anything was said of a person, sorted.
  public static SortedSet<String> purposes(List<Row> rows) {
    var purposes = new TreeSet<String>();
    rows.forEach(row -> purposes.add(row.said().purpose()));
    return purposes;
  }

  /// Adds a row to a batch.
  public static void add(StoreWriter writer, long person, Said said) {
    var wording = said.wording();
    var digest = said.digest(person).hex();
    writer
        .sql()
        .change(
            "INSERT INTO consent (person, purpose, said, from_day, until_day, by_whom, wording,"
                + " batch, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            person,
            said.purpose(),
            said.word(),
            said.from(),
            said.until(),
            said.by(),
            wording == null ? null : wording.hex(),
            writer.batch(),
            digest);
    writer.tell("consent " + digest);
  }

  /// All rows about a purpose, in order, by the ids of the persons.
  public static SortedMap<String, List<Row>> of(StoreReader store, String purpose) {
    var rows = new TreeMap<String, List<Row>>();
    store
        .sql()
        .list(
            COLUMNS
                + ", p.id FROM consent c JOIN batch b USING (batch)"
                + " JOIN person p ON p.person = c.person WHERE c.purpose = ? ORDER BY c.consent",
            row -> rows.computeIfAbsent(row.text(10), _ -> new ArrayList<>()).add(row(row)),
            purpose);
    return rows;
  }

  /// Which rows are not as they were written.
  static List<Journal.Damage> damaged(Sql sql) {
    record Kept(Row row, String person, long number, String digest) {}
    var damage = new ArrayList<Journal.Damage>();
    for (var kept :
        sql.list(
            COLUMNS
                + ", p.id, p.person, c.digest FROM consent c JOIN batch b USING (batch)"
                + " JOIN person p ON p.person = c.person ORDER BY c.consent",
            row -> new Kept(row(row), row.text(10), row.number(11), row.text(12)))) {
      if (!kept.row().said().digest(kept.number()).hex().equals(kept.digest())) {
        damage.add(new Journal.Damage(kept.person(), "consent " + kept.row().number()));
      }
    }
    return damage;
  }

  private static Row row(Sql.Row row) throws SQLException {
    var wording = row.textOrNull(7);
    return new Row(
        row.number(1),
        new Said(
            row.text(2),
            row.text(3).equals("given"),
            row.textOrNull(4),
            row.textOrNull(5),
            row.text(6),
            wording == null ? null : new Sha256(wording)),
        row.number(8),
        row.text(9));
  }
}
