package org.idiome.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.dense.DenseReader;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.form.Recorded;
import org.idiome.store.journal.Journal;
import org.jspecify.annotations.Nullable;

/// Takes a person out of the record. Only the one writer may ask.
///
/// One transaction deletes every row that hangs on the person, and what others once had of them
/// ([Remnants]), seals the batches anew that brought them, and writes down that an erasure was
/// begun; from then on nobody who asks finds anything. [Clearing] takes the bytes off the disk, at
/// once or in the next writer's time.
final class Erasure {
  private final Sql sql;
  private final StoreReader reader;
  private final Journal journal;

  Erasure(StoreFolder folder, Sql sql, Journal journal) {
    this.sql = sql;
    // Of the catalogue alone: nothing is opened that would have to be closed.
    this.reader = new StoreReader(sql, new DenseReader(folder));
    this.journal = journal;
  }

  /// Deletes a person's rows and says so, in one batch.
  ///
  /// @param isWithReplaced see [Remnants#of]
  /// @param isWithWords whether words of others that name the person go, too ([OthersWords])
  /// @return what is to be said of it
  Begun begin(
      Rows.PersonRow person, Rows.BatchHead head, boolean isWithReplaced, boolean isWithWords) {
    long number = person.person();
    var named = isWithWords ? OthersWords.find(sql, person) : List.<OthersWords.Named>of();
    // Before anything is gone: cut off behind it, others lack runs that are made again.
    OthersWords.forgetRuns(journal, named);
    var isLeft = new AtomicBoolean();
    var parts = new TreeSet<>(Parts.of(sql, number));
    var shared = new ArrayList<String>();
    batch(
        head,
        person,
        (batch, sealing, resealing) -> {
          Parts.requireRoom(sql, number);
          var astray = new Astray(sql, reader, number);
          boolean isDamaged = astray.gather();
          var inputs =
              sql.list(
                  "SELECT intake, inputs FROM intake WHERE person = ?",
                  row -> ErasureList.input(row.number(1), row.text(2)),
                  number);
          var remnants = Remnants.of(sql, number, isWithReplaced);
          if (isDamaged || !remnants.isEmpty()) {
            parts.addAll(sql.list("SELECT name FROM part", row -> row.text(1)));
          }
          var all = new ArrayList<>(inputs);
          all.addAll(
              sql.list(
                  "SELECT inputs FROM intake WHERE person = ?",
                  row -> ErasureList.again(person.id(), row.text(1)),
                  number));
          all.addAll(listed(remnants));
          if (isWithWords) {
            all.add(ErasureList.words(number, person.id()));
          }
          var hanging = Hanging.on(sql, "person", "person = " + number);
          var own = hanging.batches();
          resealing.touch(own);
          shared.addAll(new Naming(sql, person).takeOut(own, resealing));
          OthersWords.takeOut(sql, sealing, resealing, named, batch);
          hanging.delete();
          Remnants.delete(sql, sealing, resealing, remnants, batch);
          ErasureList.write(sql, batch, number, person.id(), all, now(head));
          sealing.write();
          if (isDamaged) {
            astray.dropNobodys();
            isLeft.set(astray.isLeft());
          }
        });
    return new Begun(isLeft.get(), shared, parts);
  }

  /// What became of the rows.
  ///
  /// @param isLeft whether rows may be left that nobody can tell to be theirs, for they were
  ///   damaged
  /// @param shared who and why of batches that wrote of others, too, and that went
  /// @param parts names of those in which rows of theirs may have been
  record Begun(boolean isLeft, List<String> shared, Set<String> parts) {
    Begun {
      shared = List.copyOf(shared);
      parts = Set.copyOf(parts);
    }
  }

  /// Takes words out that another state of the store has taken out, and forgets the runs that may
  /// tell them; nobody reads this state yet.
  void takeOut(
      List<OthersWords.Named> named, SortedMap<Long, BatchWords> batches, Rows.BatchHead head) {
    OthersWords.forgetRuns(journal, named);
    batch(
        head,
        (batch, sealing, resealing) -> {
          OthersWords.takeOut(sql, sealing, resealing, named, batch);
          sql.change("DELETE FROM run_gone WHERE batch = ?", batch);
          batches.forEach((number, words) -> words.write(sql, resealing, number));
        });
  }

  /// No earlier than what was recorded last, whatever the clock says: who comes again comes later.
  private String now(Rows.BatchHead head) {
    var now = Recorded.text(head.recorded());
    var last = BatchHeads.lastTime(sql);
    return last.compareTo(now) > 0 ? last : now;
  }

  /// Deletes what a list names and this store holds.
  ///
  /// @param again what becomes of who came under another number, in a copy that went on beside
  /// @param words what becomes of words of others that name them
  /// @return how many persons and inputs of other persons that was
  /// @throws StoreFault where somebody must be asked about
  long apply(ErasureList list, Rows.BatchHead head, Again again, NamingWords words) {
    long applied = 0;
    var own = ErasureList.of(sql);
    for (var person :
        sql.list(
            "SELECT person, id FROM person ORDER BY person",
            row -> new Rows.PersonRow(row.number(1), row.text(2)))) {
      if (list.isErased(sql, person)) {
        // What others had and lost is in the list by itself.
        var gone = ErasureList.words(person.person(), person.id());
        begin(person, head, false, list.names(gone));
        applied++;
      } else if (again.isTaken(person.id(), erasedBeside(person, list, own), newest(person))) {
        begin(person, head, false, words.areErased(person.id(), OthersWords.find(sql, person)));
        applied++;
      } else {
        applied += inputs(person, list, head);
      }
    }
    return applied + nobodys(list, head);
  }

  /// Whose own row is gone from a damaged backup: what hangs on a number that the list names goes.
  private long nobodys(ErasureList list, Rows.BatchHead head) {
    long applied = 0;
    for (long number :
        sql.list(
            "SELECT person FROM (SELECT person FROM intake UNION SELECT person FROM segment"
                + " UNION SELECT person FROM source_lines UNION SELECT person FROM consent"
                + " UNION SELECT person FROM settlement UNION SELECT person FROM gap"
                + " UNION SELECT person FROM held) WHERE person NOT IN (SELECT person FROM person)"
                + " ORDER BY person",
            row -> row.number(1))) {
      if (list.isErased(sql, number)) {
        var person = new Rows.PersonRow(number, "erased " + number);
        begin(person, head, false, false);
        applied++;
      }
    }
    return applied;
  }

  /// When somebody of the same id and with the same bytes was erased, of which this store did not
  /// know; null where nobody was. Whoever knew of it, and has the person, imported them anew.
  private @Nullable String erasedBeside(Rows.PersonRow person, ErasureList list, ErasureList own) {
    String last = null;
    for (var inputs :
        sql.list(
            "SELECT inputs FROM intake WHERE person = ?", row -> row.text(1), person.person())) {
      var text = ErasureList.again(person.id(), inputs);
      var erased = own.names(text) ? null : list.erased(text);
      if (erased != null && (last == null || erased.compareTo(last) > 0)) {
        last = erased;
      }
    }
    return last;
  }

  /// When the last input of a person came, UTC.
  private String newest(Rows.PersonRow person) {
    var newest =
        sql.one(
            "SELECT b.recorded FROM intake i JOIN batch b USING (batch) WHERE i.person = ?"
                + " ORDER BY b.batch DESC LIMIT 1",
            row -> row.text(1),
            person.person());
    return newest == null ? "" : newest;
  }

  /// Of a person who is not erased, the inputs that were somebody's who is.
  private long inputs(Rows.PersonRow person, ErasureList list, Rows.BatchHead head) {
    var named = new ArrayList<Remnants.Remnant>();
    sql.each(
        "SELECT intake, inputs, batch, superseded FROM intake WHERE person = ?",
        row -> {
          if (list.names(ErasureList.input(row.number(1), row.text(2)))) {
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
        (batch, sealing, resealing) -> {
          Remnants.delete(sql, sealing, resealing, named, batch);
          ErasureList.write(sql, batch, person.person(), null, listed(named), now(head));
        });
    return named.size();
  }

  private static List<String> listed(List<Remnants.Remnant> inputs) {
    return inputs.stream().map(one -> ErasureList.input(one.intake(), one.inputs())).toList();
  }

  /// Takes over the list of another state of the same store, and which numbers it has given out:
  /// also of whom this one does not hold, for a backup that it is made of next may.
  void takeOver(ErasureList list, Rows.BatchHead head) {
    if (!list.isOfSameStore(sql)) {
      return;
    }
    list.raiseNumbers(sql);
    if (!list.isKnown(sql)) {
      batch(head, (batch, _, _) -> list.takeOver(sql, batch, Recorded.text(head.recorded())));
    }
  }

  /// @return false where there is one
  private boolean putBack(Rows.PersonRow person, Resealing resealing) {
    if (sql.number("SELECT count(*) FROM person WHERE person = ?", person.person()) > 0) {
      return false;
    }
    resealing.touch(
        sql.list(
            "SELECT batch FROM intake WHERE person = ?1 UNION SELECT batch FROM segment"
                + " WHERE person = ?1 UNION SELECT min(batch) FROM batch",
            row -> row.number(1),
            person.person()));
    PersonSeals.putBack(sql, person);
    resealing.mended();
    return true;
  }

  private interface Work {
    void take(long batch, Sealing sealing, Resealing resealing);
  }

  /// Does the work as one batch, and seals those that it touched anew.
  private void batch(Rows.BatchHead head, Work work) {
    batch(head, null, work);
  }

  /// @param person a row is put in the place of theirs where it is gone, and they are missed no
  ///   more
  private void batch(Rows.BatchHead head, Rows.@Nullable PersonRow person, Work work) {
    sql.whole(() -> {
      long batch = JournalMarks.next(sql, journal);
      long missing = BatchSeal.missingPeople(sql);
      var sealing = new Sealing(sql);
      var resealing = new Resealing(sql);
      if (person != null && putBack(person, resealing) && missing > 0) {
        missing--;
      }
      var full = Parts.full(sql);
      work.take(batch, sealing, resealing);
      sealing.write();
      Parts.forgetEmpty(sql, full);
      JournalMarks.note(sql, batch, journal);
      BatchSeal.insert(sql, batch, head, missing);
      resealing.write();
      return batch;
    });
    JournalMarks.tell(sql, journal);
  }
}
