package org.idiome.store;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.store.folder.StoreFolder;

/// Gathers who is not read after a restore until somebody accepts what could not be recorded again
/// of them ([Held]).
final class Holding {
  private final SortedSet<String> ofEverybody = new TreeSet<>();
  private final SortedMap<String, SortedSet<String>> ofSome = new TreeMap<>();

  /// @param isListDamaged whether a list that counts lost rows, which may have been anybody's
  Holding(boolean isListDamaged) {
    if (isListDamaged) {
      ofEverybody.add("whatever stood in rows that are damaged");
    }
  }

  /// Another state of the store cannot be read: what it recorded may be anybody's.
  void addUnread() {
    ofEverybody.add("what another state of the store recorded, which cannot be read");
  }

  /// Of the backup itself a batch is missing, which may have been about anybody.
  ///
  /// @param missing which, in words
  void addMissing(String missing) {
    ofEverybody.add("whatever it said: " + missing);
  }

  /// What another state of the store recorded, and this one cannot.
  void add(SaidSince since) {
    since
        .restricting()
        .forEach((id, what) -> ofSome.computeIfAbsent(id, _ -> new TreeSet<>()).addAll(what));
  }

  /// Notes them in a batch.
  ///
  /// @return its number; 0 where nobody is held
  long write(StoreFolder made, String holder, Rows.BatchHead head) {
    if (ofEverybody.isEmpty() && ofSome.isEmpty()) {
      return 0;
    }
    var why =
        new Rows.BatchHead(
            head.recorded(),
            head.command(),
            head.software(),
            head.author(),
            "what a later state of the store had recorded could not be recorded again");
    try (var writer = StoreWriter.inTheMaking(made, holder, why)) {
      for (var id : writer.reader().personIds()) {
        var what = new TreeSet<>(ofEverybody);
        what.addAll(ofSome.getOrDefault(id, new TreeSet<>()));
        var person = writer.person(id);
        if (!what.isEmpty() && person != null) {
          Held.add(writer, person.person(), what);
        }
      }
      writer.acknowledge();
      return writer.isEmpty() ? 0 : writer.batch();
    }
  }
}
