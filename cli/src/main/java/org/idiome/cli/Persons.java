package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.ProblemCode;
import org.idiome.record.door.Door;
import org.idiome.record.door.OpenPerson;
import org.idiome.record.kept.PersonIds;
import org.idiome.report.words.Quoted;
import org.idiome.store.StoreReader;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.jspecify.annotations.Nullable;

/// Finds persons of a store by what the command line calls them.
final class Persons {
  /// Says that a person of the store is meant, not a path.
  static final String PREFIX = PersonIds.MARK;

  /// How many persons are named.
  private static final int NAMED = 12;

  private Persons() {}

  /// The id in the store of a person who is called by it, or by the id that their inputs give where
  /// only one person has it; null where there is none.
  ///
  /// @throws AmbiguousException where several have it
  static @Nullable String id(Door store, String given) {
    var called = PersonIds.normal(given);
    if (store.has(called)) {
      return called;
    }
    var persons = new ArrayList<>(store.calledSo(called));
    store.calledSo(given).stream().filter(one -> !persons.contains(one)).forEach(persons::add);
    if (persons.size() > 1) {
      throw new AmbiguousException(
          Quoted.text(called)
              + " is what inputs call "
              + persons.size()
              + " persons; name one of them: "
              + String.join(", ", persons.stream().limit(5).map(Quoted::text).toList()));
    }
    return persons.isEmpty() ? null : persons.getFirst();
  }

  /// Opens a person of the store.
  ///
  /// @throws NothingException where there is none, or nothing of them was known
  static OpenPerson open(Door store, String argument, long batch) {
    return open(store, argument, batch, null);
  }

  /// Opens a person of the store, as far as a layer goes; null: all of them.
  ///
  /// @throws NothingException where there is none, or nothing of them was known
  static OpenPerson open(Door store, String argument, long batch, @Nullable Layer layer) {
    var id = known(store, argument);
    var person = store.person(id, batch, layer);
    if (person == null) {
      var first = store.firstRecorded(id);
      if (first != null && batch == StoreReader.NEWEST) {
        throw new NothingException(
            "nothing of "
                + Quoted.text(id)
                + " is in force any more, for it was withdrawn or given to somebody else;"
                + " --known-by DAY tells what was ("
                + first
                + " or later); to take them out: idiome erase "
                + Called.word(Quoted.text(id)));
      }
      throw first == null
          ? nobody(argument)
          : new NothingException(
              "nothing of "
                  + Quoted.text(id)
                  + " was in force then: the first was recorded "
                  + first);
    }
    return person;
  }

  /// The id of somebody who is there.
  ///
  /// @throws NothingException where nobody is called so
  static String known(Door store, String argument) {
    var id = id(store, called(argument));
    if (id == null) {
      if (store.isMissed(called(argument))) {
        throw new StoreFault(
            ProblemCode.STORE_DAMAGED,
            StoreFolder.CATALOGUE,
            "said",
            "every row of " + Quoted.text(called(argument)) + ", who was there, is gone");
      }
      throw nobody(argument);
    }
    return id;
  }

  /// Without the mark that says that a person is meant.
  static String called(String argument) {
    return PersonIds.normal(
        argument.startsWith(PREFIX) ? argument.substring(PREFIX.length()) : argument);
  }

  /// Some of them, with how many more there are.
  static String named(List<String> ids) {
    long more = Math.max(0, ids.size() - NAMED);
    return ids.stream().limit(NAMED).map(Quoted::text).collect(Collectors.joining(", "))
        + (more == 0 ? "" : " and " + more + " more");
  }

  static NothingException nobody(String argument) {
    return new NothingException(
        "the store has no person "
            + Quoted.text(called(argument))
            + "; 'idiome people' lists them");
  }
}
