package org.idiome.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.journal.Journal;

/// What somebody settled of findings that block others, and took back: rows that are only added.
public final class Settlements {
  private static final String COLUMNS =
      "SELECT s.settlement, s.finding, s.answer, s.said, s.by_whom, s.reason, s.batch, coalesce(b.recorded, ''),"
          + " s.person, coalesce(p.id, ''), s.digest FROM settlement s"
          + " LEFT JOIN batch b ON b.batch = s.batch LEFT JOIN person p ON p.person = s.person ";

  private Settlements() {}

  /// What was said of a finding.
  ///
  /// @param finding text of its key
  /// @param answer hash of what it answered
  /// @param isSettled false where a settlement was withdrawn
  public record Said(String finding, Sha256 answer, boolean isSettled, String by, String reason) {
    private String word() {
      return isSettled ? "settled" : "withdrawn";
    }

    /// The same in other words.
    Said words(String otherBy, String otherReason) {
      return new Said(finding, answer, isSettled, otherBy, otherReason);
    }

    /// Whether another says the same, be it that words were taken out of one.
    boolean isSame(Said other) {
      return words("", "").equals(other.words("", ""))
          && OthersWords.isAlike(by, other.by())
          && OthersWords.isAlike(reason, other.reason());
    }

    private Sha256 digest(long person) {
      return Settlements.digest(person, finding, answer.hex(), word(), by, reason);
    }
  }

  private static Sha256 digest(long person, String... said) {
    var digester = new Digester().integer(person);
    for (var text : said) {
      digester.text(text);
    }
    return digester.end();
  }

  /// A row.
  ///
  /// @param recorded when, UTC
  public record Row(Said said, String recorded) {}

  /// What stands of a person as of a batch: the newest row of each finding, where it is no
  /// withdrawal, in the order in which they were recorded.
  ///
  /// @throws StoreFault where a row of the person is not as it was written, or its batch says of
  ///   itself what it did not say first
  public static List<Row> of(StoreReader store, long person, long batch) {
    var newest = new LinkedHashMap<String, Row>();
    var batches = new ArrayList<Long>();
    for (var recorded : all(store, person)) {
      if (recorded.batch() > batch) {
        continue;
      }
      batches.add(recorded.batch());
      var row = recorded.row();
      newest.remove(row.said().finding());
      newest.put(row.said().finding(), row);
    }
    BatchHeads.require(store.sql(), batches);
    return newest.values().stream().filter(row -> row.said().isSettled()).toList();
  }

  /// A row with its batch.
  record Recorded(long number, Row row, long batch) {
    /// Without words that another row, which says the same, has not.
    Recorded cleaned(Recorded other) {
      var by = OthersWords.cleaned(said().by(), other.said().by());
      var reason = OthersWords.cleaned(said().reason(), other.said().reason());
      return new Recorded(number, new Row(said().words(by, reason), row.recorded()), batch);
    }

    Said said() {
      return row.said();
    }
  }

  /// All rows of a person that were ever recorded, in order.
  static List<Recorded> all(StoreReader store, long person) {
    return store
        .sql()
        .list(COLUMNS + "WHERE s.person = ? ORDER BY s.settlement", Settlements::held, person);
  }

  private static Sha256 digest(Sql.Row row) throws SQLException {
    return digest(row.number(9), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6));
  }

  private static boolean isSame(Sql.Row row) throws SQLException {
    return digest(row).hex().equals(row.text(11));
  }

  /// Changes who said so and why; a row that was damaged before stays so.
  static void rename(Sql sql, long number, String by, String reason) {
    var row = COLUMNS + "WHERE s.settlement = ?";
    boolean isWhole = Boolean.TRUE.equals(sql.one(row, Settlements::isSame, number));
    sql.change(
        "UPDATE settlement SET by_whom = ?, reason = ? WHERE settlement = ?", by, reason, number);
    if (isWhole) {
      var digest = Objects.requireNonNull(sql.one(row, Settlements::digest, number));
      sql.change("UPDATE settlement SET digest = ? WHERE settlement = ?", digest.hex(), number);
    }
  }

  /// Before it is believed.
  private static Recorded held(Sql.Row row) throws SQLException {
    if (!isSame(row)) {
      throw StoreReader.damaged("settlement " + row.number(1), row.text(10));
    }
    var said =
        new Said(
            row.text(2),
            new Sha256(row.text(3)),
            row.text(4).equals("settled"),
            row.text(5),
            row.text(6));
    return new Recorded(row.number(1), new Row(said, row.text(8)), row.number(7));
  }

  /// Adds a row to a batch.
  ///
  /// @throws StoreFault where what is there of the person is not as it was written
  public static void add(StoreWriter writer, long person, Said said) {
    writer.requireWhole(person);
    var digest = said.digest(person).hex();
    writer
        .sql()
        .change(
            "INSERT INTO settlement (person, finding, answer, said, by_whom, reason, batch, digest)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            person,
            said.finding(),
            said.answer().hex(),
            said.word(),
            said.by(),
            said.reason(),
            writer.batch(),
            digest);
    writer.tell("settlement " + digest);
  }

  /// Which rows of persons from one number through another are not as they were written.
  static List<Journal.Damage> damaged(Sql sql, long first, long last) {
    var damage = new ArrayList<Journal.Damage>();
    sql.each(
        COLUMNS + "WHERE s.person BETWEEN ? AND ? ORDER BY s.settlement",
        row -> {
          if (!isSame(row)) {
            damage.add(new Journal.Damage(row.text(10), "settlement " + row.number(1)));
          }
        },
        first,
        last);
    return damage;
  }
}
