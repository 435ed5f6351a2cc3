package org.idiome.record.door;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.idiome.store.Held;
import org.idiome.store.PersonSeals;
import org.idiome.store.Remnants;
import org.idiome.store.Rows;
import org.idiome.store.StoreReader;
import org.idiome.store.journal.Journal;
import org.jspecify.annotations.Nullable;

/// The list of everybody, with who cannot be looked at and why.
public final class PeopleList {
  /// What may name those who are missing, at most.
  private static final int NAMED = 12;

  private final Door door;
  private final StoreReader store;
  private final Journal journal;

  PeopleList(Door door) {
    this.door = door;
    this.store = door.store();
    this.journal = door.journal();
  }

  /// A line of the list of people.
  ///
  /// @param id in the store; of what is nobody's, or of a run, what it is
  /// @param line what is known; null where the purpose has no basis for this person, they cannot be
  ///   told, or are damaged
  /// @param found how much their newest run found; null where none was kept
  /// @param state whether the person could be looked at
  /// @param hold why a restore holds them; null where none does
  public record Listed(
      String id,
      Rows.@Nullable PersonLine line,
      @Nullable Long found,
      Listing state,
      Held.@Nullable Hold hold) {
    Listed(String id, Listing state) {
      this(id, null, null, state, null);
    }
  }

  /// Whether a person could be looked at for the list of people.
  public enum Listing {
    /// As far as the purpose has a basis.
    OPEN,
    /// Something that was in force then was erased with somebody else.
    UNTOLD,
    /// A restore holds the person.
    HELD,
    /// Not all of the person is there and as it was written.
    DAMAGED,
    /// No person, but inputs of one whose row is gone.
    OF_NOBODY,
    /// No person, but a run that is not as it was kept.
    RUN_DAMAGED;

    /// Whether it is a person.
    public boolean isOfPerson() {
      return this != OF_NOBODY && this != RUN_DAMAGED;
    }
  }

  /// Everybody, sorted by id, then what is nobody's.
  List<Listed> listed(long batch) {
    var damaged = PersonSeals.notWhole(store);
    if (!damaged.isEmpty() && store.turnsOutDamaged()) {
      damaged = PersonSeals.notWhole(store);
    }
    var without = PeopleWithoutBasis.of(door, door.today(), door.latestDay(), damaged);
    var runs = journal.runs().listed();
    var found = runs.found();
    var listed = new TreeMap<String, Listed>();
    damaged.forEach(id -> listed.put(id, new Listed(id, Listing.DAMAGED)));
    Held.unsurely(store).forEach(id -> listed.put(id, new Listed(id, Listing.DAMAGED)));
    ofNobody().forEach(what -> listed.put(" 1 " + what, new Listed(what, Listing.OF_NOBODY)));
    for (var run : runs.damaged()) {
      listed.put(" 2 " + run, new Listed(run, Listing.RUN_DAMAGED));
    }
    Remnants.untold(store, batch)
        .forEach(id -> listed.putIfAbsent(id, new Listed(id, Listing.UNTOLD)));
    for (var line : store.people(batch)) {
      var id = line.id();
      var hold = without.hold(id);
      listed.putIfAbsent(
          id,
          hold != null
              ? new Listed(id, null, null, Listing.HELD, hold)
              : without.contains(id)
                  ? new Listed(id, Listing.OPEN)
                  : new Listed(id, line, found.get(id), Listing.OPEN, null));
    }
    return List.copyOf(listed.values());
  }

  /// Who is missing, and what else may name them.
  private List<String> ofNobody() {
    var said = new ArrayList<String>();
    if (PersonSeals.hasInputsOfNobody(store)) {
      said.add("inputs of nobody: the row of a person is gone");
    }
    long missing = PersonSeals.missing(store);
    if (missing != 0) {
      said.add("persons who are missing with every row of theirs: " + missing);
    }
    if (!said.isEmpty()) {
      for (var subject : PersonSeals.subjectsOfNobody(store)) {
        said.add("inputs of nobody are about " + subject);
      }
      // Only now: of a restored store the journal may know who came after the backup.
      for (var id : PersonSeals.notThere(store, journal.runs().persons())) {
        said.add("runs are kept of somebody who is not there: " + id);
      }
    }
    if (said.size() > NAMED) {
      said.subList(NAMED, said.size()).clear();
      said.add("there are more of these");
    }
    return said;
  }
}
