package org.idiome.record.door;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import org.idiome.store.Consents;
import org.idiome.store.Held;
import org.jspecify.annotations.Nullable;

/// Who may not be read for a purpose.
///
/// @param areNamed whether `ids` are those who may not; else they are the only ones who may
/// @param held of whom a restore could not record all again
record PeopleWithoutBasis(boolean areNamed, Set<String> ids, SortedMap<String, Held.Hold> held) {

  /// One question for the rows of a purpose, not one a person.
  ///
  /// @param but who is left out
  static PeopleWithoutBasis of(Door door, LocalDate day, LocalDate latest, Set<String> but) {
    var store = door.store();
    var purpose = door.asker().purpose();
    boolean areNamed = !purpose.needsConsent();
    var ids = new HashSet<String>();
    Consents.of(store, purpose.code(), but)
        .forEach((id, rows) -> {
          if (new Basis(rows, day, latest, null).allows(purpose) != areNamed) {
            ids.add(id);
          }
        });
    return new PeopleWithoutBasis(areNamed, ids, Held.all(store));
  }

  boolean contains(String id) {
    return ids.contains(id) == areNamed;
  }

  /// Why a person is held, whatever the purpose; null where they are not.
  Held.@Nullable Hold hold(String id) {
    return held.get(id);
  }
}
