package org.idiome.record.door;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.canonical.Sha256;
import org.idiome.store.StoreReader;
import org.idiome.store.journal.AuditLog;
import org.idiome.store.journal.AuditRow;
import org.idiome.store.journal.Journal;
import org.jspecify.annotations.Nullable;

/// The audit as it was read.
///
/// @param rows in order, the reading itself the last of them
/// @param names ids by keyed hash, of the persons who are still there
/// @param broken where the chain does not hold; empty where it is whole
/// @param end where the chain ends, to be noted down elsewhere
public record Audit(
    List<AuditRow> rows, Map<Sha256, String> names, List<String> broken, AuditLog.End end) {
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
    long before = id == null ? log.end().rows() : log.rows(journal.keyed(id)).size();
    door.note(Door.ACCOUNT, id, List.of(), AuditRow.Outcome.ANSWERED, before + 1);
    var rows = id == null ? log.rows() : log.rows(journal.keyed(id));
    var names = new HashMap<Sha256, String>();
    if (id == null) {
      store.personIds().forEach(known -> names.put(journal.keyed(known), known));
    } else {
      names.put(journal.keyed(id), id);
    }
    return new Audit(rows, names, broken, log.end());
  }

  /// The person of a row as a name that means something, its hash where they are gone, or null.
  public @Nullable String person(AuditRow row) {
    var hash = row.said().person();
    return hash == null ? null : names.getOrDefault(hash, "erased:" + hash.shortHex());
  }
}
