package org.idiome.record.door;

import java.util.List;
import org.idiome.store.PersonSeals;
import org.idiome.store.Settlements;
import org.idiome.store.StoreReader;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.journal.AuditRow;

/// What stands as settled of a person, for whoever takes it back: that restricts, so it needs no
/// basis, and nothing else of the person is read for it.
public final class Settled {
  private Settled() {}

  /// Those that stand, in the order in which they were recorded; none where there is no such
  /// person. When this returns, the row of the audit is on the disk.
  ///
  /// @throws StoreFault where what is recorded of the person is not as it was written
  public static List<Settlements.Said> of(Door door, String id) {
    var store = door.store();
    var row = store.person(id);
    if (row == null) {
      return List.of();
    }
    var stands =
        door.trying(
            Door.ACCOUNT,
            id,
            () ->
                store.surely(() -> {
                  PersonSeals.requireWhole(store, row.person());
                  return Settlements.of(store, row.person(), StoreReader.NEWEST);
                }));
    var answered = AuditRow.Outcome.ANSWERED;
    door.note(Door.ACCOUNT, id, List.of(), answered, (long) stands.size());
    return stands.stream().map(Settlements.Row::said).toList();
  }
}
