package org.idiome.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.journal.Journal;

/// What somebody settled of findings that block others, and took back: rows that are only added.
public final class Settlements {
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

    private Sha256 digest(long person) {
      return new Digester()
          .integer(person)
          .text(finding)
          .text(answer.hex())
          .text(word())
          .text(by)
          .text(reason)
          .end();
    }
  }

  /// A row.
  ///
  /// @param recorded when, UTC
  public record Row(Said said, String recorded) {}

  /// What stands of a person as of a batch: the newest row of each finding, where it is no
  /// withdrawal, in the order in which they were recorded.
  public static List<Row> of(StoreReader store, long person, long batch) {
    var newest = new LinkedHashMap<String, Row>();
    for (var recorded : rows(store, person, batch)) {
      var row = recorded.row();
      newest.remove(row.said().finding());
      newest.put(row.said().finding(), row);
    }
    return newest.values().stream().filter(row -> row.said().isSettled()).toList();
  }

  /// A row with its batch.
  record Recorded(Row row, long batch) {
    Said said() {
      return row.said();
    }
  }

  /// All rows of a person that were ever recorded, in order.
  static List<Recorded> all(StoreReader store, long person) {
    return rows(store, person, StoreReader.NEWEST);
  }

  private static List<Recorded> rows(StoreReader store, long person, long batch) {
    return store
        .sql()
        .list(
            "SELECT s.finding, s.answer, s.said, s.by_whom, s.reason, b.recorded, s.batch"
                + " FROM settlement s JOIN batch b USING (batch)"
                + " WHERE s.person = ? AND s.batch <= ? ORDER BY s.settlement",
            row ->
                new Recorded(
                    new Row(
                        new Said(
                            row.text(1),
                            new Sha256(row.text(2)),
                            row.text(3).equals("settled"),
                            row.text(4),
                            row.text(5)),
                        row.text(6)),
                    row.number(7)),
            person,
            batch);
  }

  /// Adds a row to a batch.
  public static void add(StoreWriter writer, long person, Said said) {
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

  /// Which rows are not as they were written.
  static List<Journal.Damage> damaged(Sql sql) {
    record Kept(long number, String person, long whose, Said said, String digest) {}
    var damage = new ArrayList<Journal.Damage>();
    for (var kept :
        sql.list(
            "SELECT s.settlement, p.id, s.person, s.finding, s.answer, s.said, s.by_whom, s.reason,"
                + " s.digest FROM settlement s JOIN person p USING (person) ORDER BY s.settlement",
            row ->
                new Kept(
                    row.number(1),
                    row.text(2),
                    row.number(3),
                    new Said(
                        row.text(4),
                        new Sha256(row.text(5)),
                        row.text(6).equals("settled"),
                        row.text(7),
                        row.text(8)),
                    row.text(9)))) {
      if (!kept.said().digest(kept.whose()).hex().equals(kept.digest())) {
        damage.add(new Journal.Damage(kept.person(), "settlement " + kept.number()));
      }
    }
    return damage;
  }
}
