package org.idiome.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.catalogue.Catalogue;
import org.idiome.store.catalogue.Salvage;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.dense.DenseReader;
import org.idiome.store.dense.PartFile;
import org.idiome.store.folder.FolderCopy;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.folder.WriterPlace;
import org.idiome.store.journal.Journal;
import org.jspecify.annotations.Nullable;

/// Work on a store as a whole that needs the writer's place: erasing, making compact, backing up.
/// For one thread.
public final class Upkeep implements AutoCloseable {
  private static final Sql.Mapping<Long> ROW_NUMBER = row -> row.number(1);

  private final StoreFolder folder;
  private final WriterPlace place;
  private final Sql sql;
  private final Journal journal;

  /// What became of an erasure.
  ///
  /// @param batch in which the person was taken out of the record
  /// @param isPending whether bytes of the person are left, because somebody reads an earlier state
  /// @param why what else stands against it, or null
  /// @param foreign files in the folder that are none of the store's: nobody looked into them
  /// @param isUncertain whether rows of others, or of nobody, may be the person's, by damage
  /// @param cut ids of others who once had inputs of the person, which went, too
  /// @param shared who said so and why of batches that wrote of others, too: it named the person
  /// @param named ids of others whose inputs name the person, and stay
  /// @param othersPending how many erasures of others are not finished
  public record Erased(
      long batch,
      boolean isPending,
      @Nullable Problem why,
      List<String> foreign,
      boolean isUncertain,
      List<String> cut,
      List<String> shared,
      List<String> named,
      long othersPending) {
    /// Copies the lists.
    public Erased {
      foreign = List.copyOf(foreign);
      cut = List.copyOf(cut);
      shared = List.copyOf(shared);
      named = List.copyOf(named);
    }
  }

  /// What became of making a store compact.
  ///
  /// @param isPending whether readers of an earlier state keep the room from being freed
  public record Compacted(
      long partsBefore, long partsAfter, long bytesBefore, long bytesAfter, boolean isPending) {}

  Upkeep(StoreFolder folder, WriterPlace place) {
    this(folder, place, JournalMarks::open);
  }

  /// The same of a store in the making, also where batches are missing or lost their marks.
  static Upkeep inTheMaking(StoreFolder folder, String name) {
    var place = WriterPlace.take(folder, name, 0);
    try {
      return new Upkeep(folder, place, JournalMarks::openBehind);
    } catch (RuntimeException e) {
      place.close();
      throw e;
    }
  }

  private Upkeep(StoreFolder folder, WriterPlace place, JournalMarks.Opening opening) {
    this.folder = folder;
    this.place = place;
    this.sql = Catalogue.write(folder);
    try {
      this.journal = opening.of(folder, sql);
    } catch (RuntimeException e) {
      sql.close();
      throw e;
    }
    try {
      Orphans.sweep(folder, sql);
      FolderCopy.sweep(folder);
    } catch (RuntimeException e) {
      journal.close();
      sql.close();
      throw e;
    }
  }

  /// A person by their id in the store, or null.
  public Rows.@Nullable PersonRow person(String id) {
    return sql.one(
        "SELECT person, id FROM person WHERE id = ?",
        row -> new Rows.PersonRow(row.number(1), row.text(2)),
        id);
  }

  /// Somebody whose own row is gone, while their inputs or runs name them: they can be erased with
  /// all that is left.
  ///
  /// @return null where it cannot be told that a row is gone, or whose number was theirs
  public Rows.@Nullable PersonRow gone(String id) {
    var nobodys = " FROM intake WHERE person NOT IN (SELECT person FROM person)";
    var numbers = sql.list("SELECT DISTINCT person" + nobodys + " AND subject = ?", ROW_NUMBER, id);
    if (numbers.isEmpty() && journal.runs().persons().contains(id)) {
      if (BatchSeal.missingPeople(sql) > 0) {
        numbers = sql.list("SELECT DISTINCT person" + nobodys, ROW_NUMBER);
      }
      if (numbers.isEmpty()) {
        // Nothing but runs: the number is one that nobody had.
        numbers = sql.list("SELECT 1 + seq FROM sqlite_sequence WHERE name = 'person'", ROW_NUMBER);
      }
    }
    return numbers.size() == 1 ? new Rows.PersonRow(numbers.getFirst(), id) : null;
  }

  /// How many persons there are.
  public long persons() {
    return sql.number("SELECT count(*) FROM person");
  }

  /// The audit beside the store.
  public Journal journal() {
    return journal;
  }

  /// Takes a person out of the record, and what was said of them off the disk.
  ///
  /// @param isWithReplaced whether inputs of the same bytes go that others replaced by later ones
  /// @param isWithWords whether words of others' consents and settlements go that name the person
  /// @param waitMillis how long to wait for readers of an earlier state
  /// @throws StoreFault where nothing was done
  public Erased erase(
      Rows.PersonRow person,
      Rows.BatchHead head,
      boolean isWithReplaced,
      boolean isWithWords,
      long waitMillis) {
    var naming = new Naming(sql, person);
    var begun = new Erasure(folder, sql, journal).begin(person, head, isWithReplaced, isWithWords);
    var named = OthersInputs.naming(sql, person.person(), naming);
    long batch = sql.number("SELECT max(batch) FROM batch");
    return cleared(batch, begun, List.copyOf(named), head.recorded(), waitMillis);
  }

  /// Goes on with erasures that were begun, whosever they are.
  ///
  /// @param id of somebody who is there no more
  /// @param waitMillis how long to wait for readers of an earlier state
  /// @return what became of it; the batch is 0 where none of them was of that person
  public Erased goOn(String id, Instant now, long waitMillis) {
    // Which parts it is about nobody knows any more.
    var all = Set.copyOf(sql.list("SELECT name FROM part", row -> row.text(1)));
    var begun = new Erasure.Begun(false, List.of(), all);
    return cleared(ErasureList.pendingBatch(sql, id), begun, List.of(), now, waitMillis);
  }

  private Erased cleared(
      long batch, Erasure.Begun begun, List<String> named, Instant now, long waitMillis) {
    var cut = Remnants.cut(sql, batch);
    boolean isDone = false;
    @Nullable Problem why = null;
    try {
      isDone = new Clearing(folder, sql, journal).finish(now, waitMillis, batch, begun.parts());
    } catch (StoreFault fault) {
      why = fault.problem();
      isDone = isFinished(batch);
    }
    return new Erased(
        batch,
        !isDone,
        why,
        foreign(),
        begun.isLeft() || journal.isUncertain(),
        cut,
        begun.shared(),
        named,
        isDone ? Clearing.pending(sql) : 0);
  }

  private boolean isFinished(long batch) {
    return sql.number(
            "SELECT count(*) FROM erasure WHERE batch = ? AND finished IS NOT NULL", batch)
        > 0;
  }

  /// Consents and settlements of others whose words name a person; see [OthersWords].
  public List<String> namedBy(Rows.PersonRow person) {
    return OthersWords.of(sql, person);
  }

  /// How many rows of the audit name a person as who asked.
  public long namedInAudit(Rows.PersonRow person) {
    return OthersWords.inAudit(sql, journal, person);
  }

  /// The ids of others with whom something of a person stays.
  ///
  /// @param isWithReplaced whether what others replaced goes
  public List<String> alsoOf(Rows.PersonRow person, boolean isWithReplaced) {
    return Sharing.holders(
        new StoreReader(sql, new DenseReader(folder)), person.person(), isWithReplaced);
  }

  /// The ids of others who had the same bytes and replaced them since; see [Remnants#replaced].
  public List<String> replacedBy(Rows.PersonRow person) {
    return Remnants.replaced(sql, person.person());
  }

  /// Takes words out that another state of the store has taken out, to the last byte.
  void takeOut(
      List<OthersWords.Named> named, SortedMap<Long, BatchWords> batches, Rows.BatchHead head) {
    if (named.isEmpty() && batches.isEmpty()) {
      return;
    }
    new Erasure(folder, sql, journal).takeOut(named, batches, head);
    if (!journal.vacuum(0) || !sql.clear(0)) {
      throw new StoreFault(ProblemCode.STORE_ERASURE_PENDING, folder.root().toString());
    }
  }

  private List<String> foreign() {
    try {
      return folder.foreign(file -> PartFile.isOurs(folder.layers(), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Deletes what an erasure list names, and takes the list over.
  ///
  /// @return how many persons and inputs of other persons that was
  long apply(ErasureList list, Rows.BatchHead head, Again again, NamingWords words) {
    var erasure = new Erasure(folder, sql, journal);
    long applied = erasure.apply(list, head, again, words);
    erasure.takeOver(list, head);
    return applied;
  }

  /// See [ErasureList#beginStretch].
  void beginStretch(String restore) {
    sql.whole(() -> {
      ErasureList.beginStretch(sql, restore);
      return sql;
    });
  }

  /// Finishes erasures that were begun.
  ///
  /// @return how many are pending still
  public long finishErasures(Instant now, long waitMillis) {
    new Clearing(folder, sql, journal).finish(now, waitMillis);
    return Clearing.pending(sql);
  }

  /// The same in a copy that nobody reads yet. Of a part that is damaged, and may hold rows of
  /// somebody who was erased, no byte stays; the erasure is pending then until that part is mended,
  /// or nobody has rows in it any more.
  void finishErasuresInCopy(Instant now) throws IOException {
    try {
      if (finishErasures(now, 0) > 0) {
        throw new StoreFault(ProblemCode.STORE_ERASURE_PENDING, folder.root().toString());
      }
    } catch (StoreFault fault) {
      if (fault.problem().code() != ProblemCode.STORE_DAMAGED) {
        throw fault;
      }
      for (var name : new Parts(folder, sql).dropDeadRows().keySet()) {
        Files.write(folder.layers().resolve(name), new byte[0]);
      }
    }
  }

  /// Notes what was lost with damaged pages of the backup that this is made of, and leaves out rows
  /// that hang on one that is gone: nothing reads them, and they may be of somebody who was erased.
  void note(Salvage salvage, Rows.BatchHead head) {
    Losses.note(sql, journal, salvage, head);
    sql.whole(() -> {
      Astray.dropOrphans(sql);
      return sql;
    });
  }

  /// Makes few parts of many small ones and leaves out what means nobody any more; finishes
  /// erasures that were begun.
  public Compacted compact(Instant now, long waitMillis) {
    long partsBefore = sql.number("SELECT count(*) FROM part");
    long bytesBefore = bytes();
    var parts = new Parts(folder, sql);
    var damaged = parts.dropDeadRows();
    if (!damaged.isEmpty()) {
      throw damaged.firstEntry().getValue();
    }
    parts.mergeSmall();
    var clearing = new Clearing(folder, sql, journal);
    boolean isDone = clearing.finish(now, waitMillis) && sql.clear(waitMillis);
    return new Compacted(
        partsBefore, sql.number("SELECT count(*) FROM part"), bytesBefore, bytes(), !isDone);
  }

  private long bytes() {
    try (var files = Files.walk(folder.root())) {
      long bytes = 0;
      for (var file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Copies all of it into a folder that is not there, or is empty, and holds the copy to what was
  /// written.
  ///
  /// @throws StoreFault where the copy is not whole; nothing of it stays
  public StoreCheck.Checked backup(Path to, Instant now) {
    Clearing.tryToFinish(folder, sql, journal, now);
    return new Backup(folder, sql).make(to);
  }

  /// The same, with what is damaged, which stays so: for whoever has no other.
  ///
  /// @throws StoreFault where the copy has other damage; nothing of it stays
  public StoreCheck.Checked backupWithDamage(Path to, Rows.BatchHead head) {
    Clearing.tryToFinish(folder, sql, journal, head.recorded());
    return new Backup(folder, sql).makeDamaged(to, journal, head);
  }

  @Override
  public void close() {
    try (place;
        sql;
        journal) {
      StoreFolder.sync(folder.root());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
