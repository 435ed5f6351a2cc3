package org.idiome.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a store recorded of consent and settlements since a backup of it was made: a store that is
/// made of the backup records it again, where it has the person and what a settlement rests on.
final class SaidSince {
  private final StoreReader before;
  private final StoreReader after;
  private final List<String> carried = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();

  /// What restricts reading and cannot be recorded again, by the ids of the persons.
  private final SortedMap<String, List<String>> held = new TreeMap<>();

  private final List<Rows.PersonRow> newcomers = new ArrayList<>();
  private final List<String> later = new ArrayList<>();
  private final List<Consent> consents = new ArrayList<>();
  private final List<Settled> settlements = new ArrayList<>();

  private record Consent(long person, Consents.Said said) {}

  private record Settled(long person, Settlements.Said said) {}

  /// What a store says, or null where it is no other state of the same store.
  ///
  /// @param before made of the backup
  /// @param after the other state
  static @Nullable SaidSince of(StoreReader before, StoreReader after) {
    return key(before).equals(key(after)) ? new SaidSince(before, after) : null;
  }

  private static String key(StoreReader store) {
    return String.join(",", store.sql().list("SELECT key FROM store_key", row -> row.text(1)));
  }

  private SaidSince(StoreReader before, StoreReader after) {
    this.before = before;
    this.after = after;
    var damaged = new TreeSet<>(PersonSeals.notWhole(after));
    damaged.addAll(PersonSeals.notWhole(before));
    for (var id : after.personIds()) {
      var now = after.person(id);
      var old = before.person(id);
      if (now != null && old == null) {
        newcomers.add(now);
      }
      if (damaged.contains(id)) {
        lose(id, "what was said of them is damaged", true);
      } else if (now != null) {
        // Numbers are never used twice: another number is somebody else.
        boolean isSame = old != null && old.person() == now.person();
        if (isSame && hasMore(now)) {
          later.add(id);
        }
        consents(now, isSame);
        settlements(now, isSame);
      }
    }
  }

  /// What can be recorded again, each with whose it is.
  List<String> carried() {
    return carried;
  }

  /// What cannot.
  List<String> lost() {
    return lost;
  }

  /// Who came since: of them the made store holds nothing. Sorted.
  List<Rows.PersonRow> newcomers() {
    return newcomers;
  }

  /// Persons of whom the made store has not all inputs that are in force. Sorted.
  List<String> later() {
    return later;
  }

  private boolean hasMore(Rows.PersonRow person) {
    var known = new HashSet<Long>();
    before.intakes(person.person(), StoreReader.NEWEST).forEach(one -> known.add(one.intake()));
    return after.intakes(person.person(), StoreReader.NEWEST).stream()
        .anyMatch(one -> !known.contains(one.intake()));
  }

  /// Those of them that restrict reading, by the ids of the persons.
  SortedMap<String, List<String>> restricting() {
    return held;
  }

  private void lose(String id, String words, boolean isRestricting) {
    lost.add(id + ": " + words);
    if (isRestricting) {
      held.computeIfAbsent(id, _ -> new ArrayList<>()).add(words);
    }
  }

  private void consents(Rows.PersonRow person, boolean isSame) {
    var known = isSame ? said(before, person) : List.<Consents.Said>of();
    var now = said(after, person);
    boolean isLonger = isSame && startsWith(now, known);
    for (var said : now.subList(isLonger ? known.size() : 0, now.size())) {
      var words = "consent " + word(said.isGiven()) + ", " + said.purpose();
      if (isLonger) {
        consents.add(new Consent(person.person(), said));
        carried.add(person.id() + ": " + words);
      } else if (!known.contains(said)) {
        lose(person.id(), words, true);
      }
    }
  }

  private static String word(boolean isGiven) {
    return isGiven ? "given" : "withdrawn";
  }

  private static List<Consents.Said> said(StoreReader store, Rows.PersonRow person) {
    return Consents.of(store, person.person()).stream().map(Consents.Row::said).toList();
  }

  private void settlements(Rows.PersonRow person, boolean isSame) {
    var known = isSame ? Settlements.all(before, person.person()) : List.<Settlements.Recorded>of();
    var now = Settlements.all(after, person.person());
    var knownSaid = known.stream().map(Settlements.Recorded::said).toList();
    var nowSaid = now.stream().map(Settlements.Recorded::said).toList();
    boolean isLonger = isSame && startsWith(nowSaid, knownSaid);
    for (var row : now.subList(isLonger ? known.size() : 0, now.size())) {
      var said = row.said();
      var words = word(said) + ", " + said.finding();
      if (isLonger
          && inputs(before, person, StoreReader.NEWEST).containsAll(restsOn(person, row))) {
        settlements.add(new Settled(person.person(), said));
        carried.add(person.id() + ": " + words);
      } else if (isLonger || !knownSaid.contains(said)) {
        lose(person.id(), words, !said.isSettled());
      }
    }
  }

  private static String word(Settlements.Said said) {
    return said.isSettled() ? "settled" : "settlement withdrawn";
  }

  private Set<String> restsOn(Rows.PersonRow person, Settlements.Recorded row) {
    return inputs(after, person, row.batch());
  }

  private static Set<String> inputs(StoreReader store, Rows.PersonRow person, long batch) {
    var inputs = new HashSet<String>();
    store
        .intakes(person.person(), batch)
        .forEach(intake -> inputs.add(intake.intake() + " " + intake.inputs().hex()));
    return inputs;
  }

  private static boolean startsWith(List<?> all, List<?> first) {
    return all.size() >= first.size() && all.subList(0, first.size()).equals(first);
  }

  /// Records it in a batch.
  void record(StoreWriter writer) {
    consents.forEach(one -> Consents.add(writer, one.person(), one.said()));
    settlements.forEach(one -> Settlements.add(writer, one.person(), one.said()));
  }
}
