package org.idiome.record.door;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.canonical.Sha256;
import org.idiome.store.History;
import org.idiome.store.StoreReader;
import org.idiome.store.journal.AuditLog;
import org.idiome.store.journal.AuditRow;
import org.idiome.store.journal.Journal;
import org.jspecify.annotations.Nullable;

/// The audit as it was read.
///
/// @param rows in order, the reading itself the last of them
/// @param names ids by keyed hash, of the persons who are still there
/// @param everybody what stands in a row where everybody was read
/// @param broken where the chain does not hold; empty where it is whole
/// @param end where the chain ends, to be noted down elsewhere
public record Audit(
    List<AuditRow> rows,
    Map<Sha256, String> names,
    Sha256 everybody,
    List<String> broken,
    AuditLog.End end) {
  private static final String EVERYBODY = "everybody";

  /// Copies the collections.
  public Audit {
    rows = List.copyOf(rows);
    names = Map.copyOf(names);
    broken = List.copyOf(broken);
  }

  /// Reads it, and says in it that it was read.
  static Audit read(Door door, StoreReader store, Journal journal, @Nullable String id) {
    var log = journal.audit();
    // The chain is looked at before a row is added: a row behind a cut end would hide the cut.
    var broken = log.broken();
    long before = id == null ? log.end().rows() : about(store, journal, id).size();
    door.note(Door.ACCOUNT, id, List.of(), AuditRow.Outcome.ANSWERED, before + 1);
    var rows = id == null ? log.rows() : about(store, journal, id);
    var names = new HashMap<Sha256, String>();
    if (id == null) {
      store.personIds().forEach(known -> names.put(journal.keyed(known), known));
    } else {
      names.put(journal.keyed(id), id);
    }
    return new Audit(rows, names, journal.everybody(), broken, log.end());
  }

  /// The rows about one person, in order: also those where everybody was read while they were
  /// there.
  ///
  /// Of somebody who is gone nobody knows any more when they came: from the first row on.
  static List<AuditRow> about(StoreReader store, Journal journal, String id) {
    var rows = new ArrayList<>(journal.audit().rows(journal.keyed(id)));
    var came = History.auditBefore(store, journal, id);
    long gone = 0;
    for (var row : rows) {
      // The audit and consent of somebody can be asked for when they are gone.
      boolean isOfThem = !row.said().purpose().equals(Door.ACCOUNT);
      gone = isOfThem && (came == null || row.number() <= came) ? row.number() : gone;
    }
    for (var row : journal.audit().rows(journal.everybody())) {
      if (row.number() < gone || (came != null && row.number() > came)) {
        rows.add(row);
      }
    }
    rows.sort(Comparator.comparingLong(AuditRow::number));
    return rows;
  }

  /// Whether everybody was read.
  public boolean isOfEverybody(AuditRow row) {
    return everybody.equals(row.said().person());
  }

  /// The person of a row as a name that means something, its hash where they are gone, `everybody`,
  /// or null.
  public @Nullable String person(AuditRow row) {
    var hash = row.said().person();
    return isOfEverybody(row)
        ? EVERYBODY
        : hash == null ? null : names.getOrDefault(hash, "erased:" + hash.shortHex());
  }
}
