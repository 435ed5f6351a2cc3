package org.idiome.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.journal.Journal;
import org.idiome.store.journal.KeyedHash;
import org.jspecify.annotations.Nullable;

/// Takes a person out of the record. Only the one writer may ask.
///
/// One transaction deletes every row that hangs on the person, and what others once had of them
/// ([Remnants]), seals the batches anew that brought them, and writes down that an erasure was
/// begun; from then on nobody who asks finds anything. [Clearing] takes the bytes off the disk, at
/// once or in the next writer's time.
final class Erasure {
  private final Sql sql;
  private final Journal journal;

  /// Whom an erasure list names.
  ///
  /// @param hashes of persons and of inputs, each with what it is
  /// @param key of the hashes
  record Erased(String key, Set<String> hashes) {
    Erased {
      hashes = Set.copyOf(hashes);
    }
  }

  Erasure(Sql sql, Journal journal) {
    this.sql = sql;
    this.journal = journal;
  }

  /// Deletes a person's rows and says so, in one batch.
  ///
  /// @param isWithReplaced see [Remnants#of]
  void begin(Rows.PersonRow person, Rows.BatchHead head, boolean isWithReplaced) {
    long number = person.person();
    batch(
        head,
        batch -> {
          var inputs =
              sql.list(
                  "SELECT intake, inputs FROM intake WHERE person = ?",
                  row -> input(row.number(1), row.text(2)),
                  number);
          var remnants = Remnants.of(sql, number, isWithReplaced);
          var all = new ArrayList<>(inputs);
          remnants.forEach(one -> all.add(input(one.intake(), one.inputs())));
          var hanging = Hanging.on(sql, "person", "person = " + number);
          var touched = new TreeSet<>(hanging.batches());
          touched.addAll(new Naming(sql, person).takeOut(touched));
          hanging.delete();
          touched.addAll(Remnants.delete(sql, remnants, batch));
          list(batch, person, all);
          return touched;
        });
  }

  /// Deletes what a list names and this store holds.
  ///
  /// @return how many persons and inputs of other persons that was
  long apply(Erased list, Rows.BatchHead head) {
    long applied = 0;
    for (var person :
        sql.list(
            "SELECT person, id FROM person ORDER BY person",
            row -> new Rows.PersonRow(row.number(1), row.text(2)))) {
      if (list.hashes().contains(hash(list.key(), person(person)))) {
        // What others had and lost is in the list by itself.
        begin(person, head, false);
        applied++;
      } else {
        applied += inputs(person, list, head);
      }
    }
    return applied;
  }

  /// Of a person who is not erased, the inputs that were somebody's who is.
  private long inputs(Rows.PersonRow person, Erased list, Rows.BatchHead head) {
    var named = new ArrayList<Remnants.Remnant>();
    sql.each(
        "SELECT intake, inputs, batch, superseded FROM intake WHERE person = ?",
        row -> {
          if (list.hashes().contains(hash(list.key(), input(row.number(1), row.text(2))))) {
            named.add(
                new Remnants.Remnant(
                    row.number(1), person.person(), row.text(2), row.number(3), row.number(4)));
          }
        },
        person.person());
    if (named.isEmpty()) {
      return 0;
    }
    batch(
        head,
        batch -> {
          var touched = Remnants.delete(sql, named, batch);
          list(batch, new Rows.PersonRow(person.person(), ""), List.of());
          return touched;
        });
    return named.size();
  }

  private interface Work {
    Collection<Long> of(long batch);
  }

  /// Does the work as one batch, and seals those that it touched anew.
  private void batch(Rows.BatchHead head, Work work) {
    sql.whole(() -> {
      long batch = 1 + sql.number("SELECT max(batch) FROM batch");
      var touched = new TreeSet<>(work.of(batch));
      Parts.forgetEmpty(sql);
      JournalMarks.note(sql, batch, journal);
      BatchSeal.insert(sql, batch, head);
      touched.forEach(one -> BatchSeal.seal(sql, one));
      return batch;
    });
  }

  private void list(long batch, Rows.PersonRow person, List<String> inputs) {
    var id = person.id();
    sql.change(
        "INSERT INTO erasure (person, id, batch) VALUES (?, ?, ?)",
        person.person(),
        id.isEmpty() ? null : id,
        batch);
    long erasure = sql.number("SELECT last_insert_rowid()");
    var hashes = new TreeSet<String>();
    var key = key(sql);
    if (!id.isEmpty()) {
      hashes.add(hash(key, person(person)));
    }
    inputs.forEach(input -> hashes.add(hash(key, input)));
    for (var hash : hashes) {
      sql.change("INSERT INTO erasure_hash (erasure, hash) VALUES (?, ?)", erasure, hash);
    }
  }

  /// The person of a number and an id: somebody who was imported anew later has another number.
  private static String person(Rows.PersonRow person) {
    return "person " + person.person() + " " + person.id();
  }

  private static String input(long intake, String inputs) {
    return "intake " + intake + " " + inputs;
  }

  /// The list of a store.
  static Erased list(Sql sql) {
    return new Erased(
        key(sql), new TreeSet<>(sql.list("SELECT hash FROM erasure_hash", row -> row.text(1))));
  }

  /// The key of a store's hashes.
  static String key(Sql sql) {
    @Nullable String key =
        sql.one("SELECT key FROM store_key WHERE key = again", row -> row.text(1));
    if (key == null) {
      throw new IllegalStateException("the store has lost the key of its erasure list");
    }
    return key;
  }

  /// A text that tells who is meant to those alone who know them already and have the key.
  private static String hash(String key, String text) {
    return new KeyedHash(HexFormat.of().parseHex(key)).of(text).hex();
  }
}
