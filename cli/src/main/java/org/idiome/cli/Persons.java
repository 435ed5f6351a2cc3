package org.idiome.cli;

import org.idiome.core.observation.Layer;
import org.idiome.record.kept.KeptPerson;
import org.idiome.report.words.Quoted;
import org.idiome.store.StoreReader;
import org.jspecify.annotations.Nullable;

/// Finds persons of a store by what the command line calls them.
final class Persons {
  /// Says that a person of the store is meant, not a path.
  static final String PREFIX = "person:";

  private Persons() {}

  /// The id in the store of a person who is called by it, or by the id that their inputs give where
  /// only one person has it; null where there is none.
  ///
  /// @throws AmbiguousException where several have it
  static @Nullable String id(StoreReader store, String called) {
    if (store.person(called) != null) {
      return called;
    }
    var persons = store.personsOfSubject(called);
    if (persons.size() > 1) {
      throw new AmbiguousException(
          Quoted.text(called)
              + " is what inputs call "
              + persons.size()
              + " persons; name one of them: "
              + String.join(", ", persons.subList(0, Math.min(5, persons.size()))));
    }
    return persons.isEmpty() ? null : persons.getFirst();
  }

  /// A person of the store.
  ///
  /// @throws NothingException where there is none, or nothing of them was known
  static KeptPerson read(StoreReader store, String argument, long batch) {
    return read(store, argument, batch, null);
  }

  /// A person of the store, as far as a layer goes; null: all of them.
  ///
  /// @throws NothingException where there is none, or nothing of them was known
  static KeptPerson read(StoreReader store, String argument, long batch, @Nullable Layer layer) {
    var called = argument.startsWith(PREFIX) ? argument.substring(PREFIX.length()) : argument;
    var id = id(store, called);
    var person = id == null ? null : KeptPerson.read(store, id, batch, layer);
    if (person == null) {
      throw new NothingException(
          "the store has no person " + Quoted.text(called) + "; 'idiome people' lists them");
    }
    return person;
  }
}
