package org.idiome.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.catalogue.Catalogue;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.catalogue.SqlFault;
import org.idiome.store.folder.FolderCopy;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.folder.WriterPlace;
import org.idiome.store.journal.Journal;
import org.jspecify.annotations.Nullable;

/// Makes a store of a backup: everybody whom an erasure list names is erased from the copy before
/// it has its name. The lists stay in it, so that they outlive every restore.
public final class Restoring {
  private static final String HOLDER = "idiome store restore";

  private final StoreFolder backup;
  private final Path target;
  private final List<Path> lists;
  private final Again again;
  private final NamingWords words;

  /// What became of it.
  ///
  /// @param erased persons, and inputs of other persons, whom a list named and the backup held
  /// @param former where the store went that was there before, or null
  /// @param carried consents and settlements that it had recorded since, and that were recorded
  ///   again, each with whose
  /// @param lost those that could not be
  /// @param newcomers ids of persons whom it has and the restored store has not, for they were
  ///   imported since; sorted
  /// @param later ids of persons whom both have and of whom inputs came since; sorted
  /// @param corrections what was corrected since, and is not in the restored store
  /// @param held the batch that says who is not read before somebody accepted it; 0 where nobody is
  ///   held by this restore
  /// @param heldBefore by id, whom the backup held back already
  /// @param isListMissing whether nobody could tell of all states of the store who was erased
  /// @param damaged what of the backup itself could not be read as it was written: what is missing
  ///   in the restored store is named by `checked`
  public record Restored(
      long erased,
      @Nullable Path former,
      StoreCheck.Checked checked,
      List<String> carried,
      List<String> lost,
      List<String> newcomers,
      List<String> later,
      List<Correction> corrections,
      long held,
      SortedMap<String, Held.Hold> heldBefore,
      boolean isListMissing,
      List<Problem> damaged) {
    /// Copies the lists.
    public Restored {
      carried = List.copyOf(carried);
      lost = List.copyOf(lost);
      newcomers = List.copyOf(newcomers);
      later = List.copyOf(later);
      corrections = List.copyOf(corrections);
      damaged = List.copyOf(damaged);
      heldBefore = Collections.unmodifiableSortedMap(new TreeMap<>(heldBefore));
    }
  }

  /// @param backup a backup; a store that is in use is none
  /// @param target where the store will be; one that is there is kept under another name
  /// @param lists stores and backups whose erasure lists count, beside those of target and backup
  public Restoring(Path backup, Path target, List<Path> lists) {
    this(backup, target, lists, Again.ASK, NamingWords.ASK);
  }

  /// @param backup a backup; a store that is in use is none
  /// @param target where the store will be; one that is there is kept under another name
  /// @param lists stores and backups whose erasure lists count, beside those of target and backup
  /// @param again what becomes of who was erased elsewhere and came after that
  /// @param words what becomes of words of others that name who is erased for that reason
  public Restoring(Path backup, Path target, List<Path> lists, Again again, NamingWords words) {
    this.again = again;
    this.words = words;
    this.backup = backup(backup);
    this.target = StoreFolder.real(target);
    StoreFolder.requireNoneBeside(this.target);
    this.lists = List.copyOf(lists);
  }

  private static StoreFolder backup(Path path) {
    StoreFolder folder;
    try {
      folder = StoreFolder.any(path);
    } catch (StoreFault fault) {
      throw fault.problem().code() == ProblemCode.STORE_NOT_FOUND
          ? new StoreFault(fault, ProblemCode.STORE_NO_BACKUP, path.toString())
          : fault;
    }
    if (!folder.isBackup()) {
      throw new StoreFault(
          ProblemCode.STORE_NO_BACKUP, path.toString(), "said", "it is a store to be used");
    }
    return folder;
  }

  /// Does it.
  ///
  /// @param isWithoutList whether to go on where no list but the backup's own can be had
  /// @param note says in the audit of the restored store that it was made
  /// @throws StoreFault where it cannot be done; all is as it was then
  public Restored restore(
      Rows.BatchHead head, boolean isWithoutList, Consumer<? super Upkeep> note) {
    boolean isThere =
        Files.exists(target.resolve(StoreFolder.CATALOGUE), LinkOption.NOFOLLOW_LINKS);
    if (!isThere) {
      return restore(head, isWithoutList, note, null);
    }
    try (var _ = WriterPlace.take(StoreFolder.existing(target), HOLDER, 0)) {
      return restore(head, isWithoutList, note, former());
    }
  }

  private Path former() {
    for (int number = 1; ; number++) {
      var path = StoreFolder.before(target, number);
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        return path;
      }
    }
  }

  private Restored restore(
      Rows.BatchHead head,
      boolean isWithoutList,
      Consumer<? super Upkeep> note,
      @Nullable Path former) {
    var asked = asked(former != null);
    try (var source = Catalogue.search(backup)) {
      // Where pages or indexes are damaged, what can be read of it row by row.
      source.structure();
      var erased = ErasureLists.of(backup, source, target, asked, isWithoutList);
      try (var copy = FolderCopy.begin(target, former != null)) {
        var made = copy.folder();
        var damaged = new ArrayList<Problem>();
        var holding = new Holding(!erased.damaged().isEmpty());
        copyInto(made, source, erased.lent(), head, damaged, holding);
        long applied = applied(made, asked, erased, head, note);
        var since = since(made, source, asked, erased, holding);
        carry(since, made, head);
        holding.add(since);
        long held = holding.write(made, HOLDER, head);
        var heldBefore = heldBefore(made, held);
        var checked = StoreCheck.check(made);
        copy.done(former);
        return new Restored(
            applied,
            former,
            checked,
            since.carried(),
            since.lost(),
            since.newcomers(),
            since.later(),
            since.corrections(),
            held,
            heldBefore,
            erased.isOneMissing(),
            damaged);
      }
    } catch (IOException e) {
      throw StoreFault.ofDisk(e, target.toString());
    }
  }

  /// Takes out whom the lists name.
  ///
  /// @return how many persons and inputs of other persons that was
  private long applied(
      StoreFolder made,
      List<Path> asked,
      ErasureLists.Found erased,
      Rows.BatchHead head,
      Consumer<? super Upkeep> note)
      throws IOException {
    long applied = 0;
    try (var upkeep = Upkeep.inTheMaking(made, HOLDER)) {
      for (var list : erased.lists()) {
        applied += upkeep.apply(list, head, again, words);
      }
      asked.forEach(there -> goOnBehindRuns(there, upkeep));
      upkeep.beginStretch(head.recorded() + " " + target.toAbsolutePath());
      upkeep.finishErasuresInCopy(head.recorded());
      note.accept(upkeep);
    }
    return applied;
  }

  private static SortedMap<String, Held.Hold> heldBefore(StoreFolder made, long held) {
    try (var reader = new StoreReader(made, Catalogue.look(made))) {
      var holds = Held.all(reader);
      holds.values().removeIf(hold -> hold.batch() == held);
      return holds;
    }
  }

  /// No run of the restored store has the number of one that another state of it kept.
  private static void goOnBehindRuns(Path at, Upkeep upkeep) {
    try (var journal = Journal.look(StoreFolder.any(at))) {
      upkeep.journal().runs().goOnBehind(journal.runs().lastNumber());
    } catch (StoreFault | IllegalArgumentException | IllegalStateException _) {
      // It has none, or cannot be read: that is said of the store as a whole.
    }
  }

  /// What other states of the store recorded since, and the backup has not.
  ///
  /// @param asked the store that is there, and those that were named for their lists
  private SaidSince since(
      StoreFolder made, Sql source, List<Path> asked, ErasureLists.Found erased, Holding holding) {
    var lists = new ArrayList<>(erased.lists());
    try (var before = new StoreReader(made, Catalogue.look(made))) {
      lists.add(ErasureList.of(before.sql()));
      var names = new ErasedNames(lists);
      names.learn(source);
      var since = new SaidSince(before, names);
      erased
          .damaged()
          .forEach(one -> since.lose("whatever stood in rows that are damaged: " + one));
      asked.forEach(at -> add(at, since, holding));
      since.lay();
      return since;
    }
  }

  private static void add(Path at, SaidSince since, Holding holding) {
    try {
      var there = StoreFolder.any(at);
      try (var after = new StoreReader(there, Catalogue.look(there))) {
        if (!since.add(after)) {
          since.lose("anything, for it is not of the same store: " + at);
        }
      }
    } catch (StoreFault fault) {
      if (SqlFault.isPassing(fault)) {
        throw fault;
      }
      addUnread(at, since, holding);
    } catch (IllegalStateException _) {
      addUnread(at, since, holding);
    }
  }

  /// A store that cannot be read is why somebody restores; that it is so was said above.
  private static void addUnread(Path at, SaidSince since, Holding holding) {
    since.lose("what " + at + " recorded since cannot be read");
    holding.addUnread();
  }

  /// Records it again, after the words that another state has taken out are gone here, too.
  private static void carry(SaidSince since, StoreFolder made, Rows.BatchHead head) {
    try (var upkeep = Upkeep.inTheMaking(made, HOLDER)) {
      upkeep.takeOut(since.takenOut(), since.batchWords(), head);
    }
    var why =
        new Rows.BatchHead(
            head.recorded(),
            head.command(),
            head.software(),
            head.author(),
            "what a later state of the store had recorded since the backup");
    try (var writer = StoreWriter.inTheMaking(made, HOLDER, why)) {
      since.record(writer);
      writer.acknowledge();
    }
  }

  /// The stores and backups whose lists count, and which may know what was said since.
  private List<Path> asked(boolean isThere) {
    var asked = new ArrayList<>(lists);
    if (isThere) {
      asked.add(target);
    }
    return asked;
  }

  /// Copies what can be read of the backup: one way with [Backup] with damage.
  ///
  /// @param key of the hashes of the erased, where damage took it; else null
  /// @param damaged gets what could not be read as it was written
  /// @param holding gets everybody where a batch is missing
  private void copyInto(
      StoreFolder made,
      Sql source,
      @Nullable String key,
      Rows.BatchHead head,
      List<Problem> damaged,
      Holding holding)
      throws IOException {
    new Copying(backup, made).partsAsTheyAre(source);
    source.copyTo(made.catalogue());
    if (key != null) {
      damaged.add(problem(backup.catalogue(), "key of the erasure list, taken out of another"));
      try (var sql = Catalogue.write(made)) {
        ErasureList.lend(sql, key);
      }
    }
    // Behind the catalogue: no batch may have seen more of it than is copied.
    var journal = RestoredJournal.take(backup, made, head);
    if (journal.begun() != null) {
      damaged.add(problem(backup.journal(), journal.begun()));
    }
    if (journal.missing() != null) {
      damaged.add(problem(backup.catalogue(), journal.missing()));
      holding.addMissing(journal.missing());
    }
    var salvage = source.salvage();
    if (salvage == null) {
      return;
    }
    damaged.add(problem(backup.catalogue(), salvage.summary()));
    if (StoreCheck.check(made).damage().stream()
        .anyMatch(one -> one.file().equals(StoreFolder.CATALOGUE))) {
      try (var upkeep = Upkeep.inTheMaking(made, HOLDER)) {
        upkeep.note(salvage, head);
      }
    }
  }

  private static Problem problem(Path file, String said) {
    return Problem.of(ProblemCode.STORE_BACKUP_DAMAGED, Place.file(file.toString()), "said", said);
  }
}
