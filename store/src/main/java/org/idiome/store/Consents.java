package org.idiome.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.journal.Journal;
import org.jspecify.annotations.Nullable;

/// What persons agreed to, and took back: rows that are only added.
public final class Consents {
  private static final String COLUMNS =
      "SELECT c.consent, c.purpose, c.said, c.from_day, c.until_day, c.by_whom, c.wording, c.batch,"
          + " coalesce(b.recorded, ''), c.person, coalesce(p.id, ''), c.digest FROM consent c"
          + " LEFT JOIN batch b ON b.batch = c.batch LEFT JOIN person p ON p.person = c.person ";

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

    /// The same, said by another.
    Said by(String other) {
      return new Said(purpose, isGiven, from, until, other, wording);
    }

    /// Whether another says the same, be it that who said so was taken out of one.
    boolean isSame(Said other) {
      return equals(other)
          || (by(OthersWords.TAKEN_OUT).equals(other.by(OthersWords.TAKEN_OUT))
              && OthersWords.isAlike(by, other.by()));
    }

    private Sha256 digest(long person) {
      return Consents.digest(
          person, purpose, word(), from, until, by, wording == null ? null : wording.hex());
    }
  }

  private static Sha256 digest(long person, @Nullable String... said) {
    var digester = new Digester().integer(person);
    for (var text : said) {
      digester.text(text == null ? "" : text);
    }
    return digester.end();
  }

  /// A row.
  ///
  /// @param number in the order in which rows were recorded
  /// @param recorded when, UTC; empty in a batch that is in the making
  public record Row(long number, Said said, long batch, String recorded) {
    /// Without words that another row, which says the same, has not.
    Row cleaned(Row other) {
      return new Row(
          number, said.by(OthersWords.cleaned(said.by(), other.said().by())), batch, recorded);
    }
  }

  /// All rows of a person that were ever recorded, in order: no question of an earlier time hides a
  /// withdrawal.
  ///
  /// @throws StoreFault where one is not as it was written
  public static List<Row> of(StoreReader store, long person) {
    return store
        .sql()
        .list(COLUMNS + "WHERE c.person = ? ORDER BY c.consent", Consents::held, person);
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

  /// The purposes of which anything was said of a person, sorted.
  public static SortedSet<String> purposes(List<Row> rows) {
    var purposes = new TreeSet<String>();
    rows.forEach(row -> purposes.add(row.said().purpose()));
    return purposes;
  }

  /// Whether a person ever took anything back, or objected, be the rows as they were written or
  /// not.
  public static boolean hasTakenBack(StoreReader store, long person) {
    return store
            .sql()
            .number("SELECT count(*) FROM consent WHERE person = ? AND said = 'withdrawn'", person)
        > 0;
  }

  /// Adds a row to a batch.
  ///
  /// @throws StoreFault where what is there of the person is not as it was written
  public static void add(StoreWriter writer, long person, Said said) {
    writer.requireWhole(person);
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
  ///
  /// @param but who is left out, because not all is as it was written
  /// @throws StoreFault where a row of anybody else is not as it was written
  public static SortedMap<String, List<Row>> of(
      StoreReader store, String purpose, Set<String> but) {
    var rows = new TreeMap<String, List<Row>>();
    store
        .sql()
        .each(
            COLUMNS + "WHERE c.purpose = ? AND p.id IS NOT NULL ORDER BY c.consent",
            row -> {
              if (!but.contains(row.text(11))) {
                rows.computeIfAbsent(row.text(11), _ -> new ArrayList<>()).add(held(row));
              }
            },
            purpose);
    return rows;
  }

  /// Which rows of persons from one number through another are not as they were written.
  static List<Journal.Damage> damaged(Sql sql, long first, long last) {
    var damage = new ArrayList<Journal.Damage>();
    sql.each(
        COLUMNS + "WHERE c.person BETWEEN ? AND ? ORDER BY c.consent",
        row -> {
          if (!isSame(row)) {
            damage.add(new Journal.Damage(row.text(11), "consent " + row.number(1)));
          }
        },
        first,
        last);
    return damage;
  }

  private static Sha256 digest(Sql.Row row) throws SQLException {
    return digest(
        row.number(10),
        row.textOrNull(2),
        row.textOrNull(3),
        row.textOrNull(4),
        row.textOrNull(5),
        row.textOrNull(6),
        row.textOrNull(7));
  }

  private static boolean isSame(Sql.Row row) throws SQLException {
    return digest(row).hex().equals(row.text(12));
  }

  /// Changes who said so; a row that was damaged before stays so.
  static void rename(Sql sql, long number, String by) {
    var row = COLUMNS + "WHERE c.consent = ?";
    boolean isWhole = Boolean.TRUE.equals(sql.one(row, Consents::isSame, number));
    sql.change("UPDATE consent SET by_whom = ? WHERE consent = ?", by, number);
    if (isWhole) {
      var digest = Objects.requireNonNull(sql.one(row, Consents::digest, number));
      sql.change("UPDATE consent SET digest = ? WHERE consent = ?", digest.hex(), number);
    }
  }

  /// Before it is believed.
  private static Row held(Sql.Row row) throws SQLException {
    if (!isSame(row)) {
      throw StoreReader.damaged("consent " + row.number(1), row.text(11));
    }
    return row(row);
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
