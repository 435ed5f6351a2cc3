package org.idiome.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.idiome.store.catalogue.Catalogue;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.folder.WriterPlace;
import org.idiome.store.journal.AuditRow;
import org.idiome.store.journal.Journal;
import org.jspecify.annotations.Nullable;

/// A store in a folder.
public final class Store {
  private final StoreFolder folder;

  private Store(StoreFolder folder) {
    this.folder = folder;
  }

  /// A store that is there.
  ///
  /// @throws org.idiome.store.folder.StoreFault where there is none
  public static Store at(Path path) {
    return new Store(StoreFolder.existing(path));
  }

  /// A store that is there, or will be once something is written.
  ///
  /// @throws org.idiome.store.folder.StoreFault where something else lies there
  public static Store orNew(Path path) {
    return new Store(StoreFolder.create(path));
  }

  /// Where it lies.
  public Path root() {
    return folder.root();
  }

  /// Opens it for one reader; what is written meanwhile is not seen.
  public StoreReader read() {
    return new StoreReader(folder);
  }

  /// Opens what answering writes; before the first batch it is made where it is not there.
  ///
  /// @throws org.idiome.store.folder.StoreFault where it is missing, or not the one that the last
  ///   batch saw
  public Journal journal() {
    try (var reader = read()) {
      return journal(reader);
    }
  }

  /// The same, for a reader who is there already.
  public Journal journal(StoreReader reader) {
    return JournalMarks.open(folder, reader.sql());
  }

  /// Begins a journal where the one that was is lost: its first row says so, and a batch does.
  ///
  /// @param said the first row of its audit
  /// @param name what others are told of the holder of the writer's place
  /// @return false where the journal is there
  /// @throws org.idiome.store.folder.StoreFault where something else lies in its place
  public boolean beginJournal(
      Rows.BatchHead head, AuditRow.Said said, String name, long waitMillis) {
    try (var _ = WriterPlace.take(folder, name, waitMillis);
        var sql = Catalogue.write(folder)) {
      boolean isLost = !Files.exists(folder.journal());
      try (var journal = JournalMarks.anew(folder, sql)) {
        if (isLost) {
          journal.audit().add(head.recorded(), said);
          JournalMarks.begin(sql, journal, head);
        }
      }
      return isLost;
    }
  }

  /// Accepts the damage of batches: they are sealed anew over what is there, and who said so and
  /// why is told from then on.
  ///
  /// @param said what the audit is told
  /// @param name what others are told of the holder of the writer's place
  public Accepted.Done accept(
      List<Long> batches, Rows.BatchHead head, AuditRow.Said said, String name, long waitMillis) {
    var place = WriterPlace.take(folder, name, waitMillis);
    return Accepted.accept(folder, place, batches, head, said);
  }

  /// Holds everything of a store or a backup to what was written, also where nothing can be
  /// written.
  ///
  /// @throws org.idiome.store.folder.StoreFault where there is none
  public static StoreCheck.Checked check(Path path) {
    return StoreCheck.check(StoreFolder.any(path));
  }

  /// How many erasures were begun and are not finished: the next writer goes on with them.
  public long pendingErasures() {
    try (var reader = read()) {
      return Clearing.pending(reader.sql());
    }
  }

  /// The time of the last batch, UTC, where a clock is behind it by more than one that is set right
  /// goes back; null where it is not, or that cannot be told.
  public @Nullable String clockBehind(Instant now) {
    try (var sql = Catalogue.look(folder)) {
      return BatchHeads.ahead(BatchHeads.lastTime(sql), now);
    } catch (StoreFault _) {
      return null; // What is damaged is named by whatever reads it.
    }
  }

  /// Takes the writer's place for work on the store as a whole.
  ///
  /// @param name what others are told of the holder
  /// @param waitMillis how long to wait for another writer at most
  /// @throws org.idiome.store.folder.StoreFault where another writes still
  public Upkeep upkeep(String name, long waitMillis) {
    var place = WriterPlace.take(folder, name, waitMillis);
    try {
      return new Upkeep(folder, place);
    } catch (RuntimeException e) {
      place.close();
      throw e;
    }
  }

  /// A backup of what is read out of a catalogue whose pages or indexes are damaged.
  ///
  /// @param withDamage of the batch that says what was lost; null: none is made where anything was
  /// @param name what others are told of the holder
  /// @param noted told how many persons it has, before it is made
  /// @return null where neither pages nor indexes are damaged
  /// @throws StoreFault where the copy is not whole, and that was not asked for; nothing of it
  ///   stays
  public StoreCheck.@Nullable Checked backupOfDamaged(
      Path to,
      Rows.@Nullable BatchHead withDamage,
      String name,
      long waitMillis,
      ObjLongConsumer<Journal> noted) {
    try (var _ = WriterPlace.take(folder, name, waitMillis);
        var reader = read()) {
      if (!reader.turnsOutDamaged()) {
        return null;
      }
      try (var journal = JournalMarks.openBehind(folder, reader.sql())) {
        noted.accept(journal, reader.personIds().size());
        var backup = new Backup(folder, reader.sql());
        return withDamage == null ? backup.make(to) : backup.makeDamaged(to, journal, withDamage);
      }
    }
  }

  /// Takes the writer's place and begins a batch.
  ///
  /// @param name what others are told of the holder
  /// @param waitMillis how long to wait for another writer at most
  /// @throws org.idiome.store.folder.StoreFault where another writes still
  public StoreWriter write(Rows.BatchHead head, String name, long waitMillis) {
    var place = WriterPlace.take(folder, name, waitMillis);
    try {
      return new StoreWriter(folder, place, head);
    } catch (RuntimeException e) {
      place.close();
      throw e;
    }
  }
}
