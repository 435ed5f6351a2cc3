package org.idiome.store;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.idiome.store.catalogue.Salvage;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.journal.Journal;

/// What a store lost with damaged pages of its catalogue: noted in the copy that was made of what
/// could be read of them (ADR 0021), and told for ever by whatever is made of that.
///
/// Pages and tables are named, nobody: whose rows they were say the digests, as long as those who
/// lost some are there.
public final class Losses {
  /// Pages that could not be read as they were written.
  ///
  /// @param batch in which that was noted
  /// @param recorded when, UTC
  /// @param tree table or index; empty where nobody knows of which
  /// @param pages how many of it, at least
  /// @param what is damaged of the first
  public record Lost(long batch, String recorded, String tree, long pages, String what) {}

  private Losses() {}

  /// All that were ever noted, in order.
  public static List<Lost> all(StoreReader store) {
    return all(store.sql());
  }

  static List<Lost> all(Sql sql) {
    return sql.list(
        "SELECT l.batch, b.recorded, l.tree, l.pages, l.what FROM loss l JOIN batch b USING (batch)"
            + " ORDER BY l.batch, l.tree",
        row -> new Lost(row.number(1), row.text(2), row.text(3), row.number(4), row.text(5)));
  }

  /// Notes them in a batch of its own.
  ///
  /// @param sql of the copy, for writing
  /// @param salvage what was read instead of the damaged catalogue
  static void note(Sql sql, Journal journal, Salvage salvage, Rows.BatchHead head) {
    var byTree = new TreeMap<String, List<Salvage.Loss>>();
    for (var loss : salvage.losses()) {
      byTree.computeIfAbsent(loss.tree(), _ -> new ArrayList<>()).add(loss);
    }
    sql.whole(() -> {
      long batch = JournalMarks.next(sql, journal);
      long missing = BatchSeal.missingPeople(sql);
      if (byTree.isEmpty()) {
        add(sql, batch, "", 0, salvage.why());
      }
      byTree.forEach(
          (tree, losses) -> add(sql, batch, tree, losses.size(), losses.getFirst().text()));
      JournalMarks.note(sql, batch, journal);
      BatchSeal.insert(sql, batch, head, missing);
      return batch;
    });
  }

  private static void add(Sql sql, long batch, String tree, long pages, String what) {
    sql.change(
        "INSERT INTO loss (batch, tree, pages, what) VALUES (?, ?, ?, ?)",
        batch,
        tree,
        pages,
        what);
  }
}
