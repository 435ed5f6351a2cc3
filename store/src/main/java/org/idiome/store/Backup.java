package org.idiome.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.folder.FolderCopy;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.journal.Journal;

/// Copies a store. Only the one writer may ask, so that no part goes meanwhile.
///
/// The files of the catalogue are never opened by other code than SQLite's: they are written anew
/// (`VACUUM INTO`). A backup has a sign that it is one, because it may hold somebody who was erased
/// after it was made: [Restoring] applies the erasure list before anybody can use it.
final class Backup {
  private static final String SIGN =
      """
      A backup of a store of Idiome. Persons who were erased later may be in it.
      Use it by: idiome store restore THIS_FOLDER --store FOLDER
      """;

  private static final String DAMAGED =
      """
      The store was damaged when it was made: idiome store verify --store THIS_FOLDER says what.
      """;

  private final StoreFolder folder;
  private final Sql sql;

  Backup(StoreFolder folder, Sql sql) {
    this.folder = folder;
    this.sql = sql;
  }

  /// Makes one that is whole, or none.
  StoreCheck.Checked make(Path to) {
    return make(to, Set.of());
  }

  /// Makes one that has no other damage than the store has, or none. Where rows were lost with
  /// pages of the catalogue, a batch of the copy says so for ever ([Losses]).
  ///
  /// @param head of that batch
  /// @throws StoreFault where the catalogue cannot be copied
  StoreCheck.Checked makeDamaged(Path to, Journal journal, Rows.BatchHead head) {
    var known = new HashSet<>(StoreCheck.check(folder).damage());
    var salvage = sql.salvage();
    if (salvage != null && known.stream().anyMatch(one -> !one.what().startsWith("structure"))) {
      // Of batches that are gone at the end the journal alone knew; now they are gone in between.
      for (long gone = 1 + BatchSeal.end(sql); gone < JournalMarks.next(sql, journal); gone++) {
        known.add(new StoreCheck.Damage(StoreFolder.CATALOGUE, "", "batch " + gone));
      }
      sql.rollBack();
      sql.run("PRAGMA query_only = OFF");
      Losses.note(sql, journal, salvage, head);
    }
    return make(to, known);
  }

  private StoreCheck.Checked make(Path to, Set<StoreCheck.Damage> known) {
    if (StoreFolder.real(to).startsWith(folder.root())) {
      throw new StoreFault(ProblemCode.STORE_TARGET_TAKEN, to.toString());
    }
    try (var copy = FolderCopy.begin(to, false)) {
      var made = copy.folder();
      sql.copyTo(made.catalogue());
      var copying = new Copying(folder, made);
      if (known.isEmpty()) {
        copying.journal();
        copying.parts(sql);
      } else {
        copying.journalAsItIs();
        copying.partsAsTheyAre(sql);
      }
      StoreFolder.makeFile(made.backupSign());
      var sign = known.isEmpty() ? SIGN : SIGN + DAMAGED;
      Files.writeString(made.backupSign(), sign, StandardCharsets.UTF_8);
      var checked = StoreCheck.check(made);
      for (var damage : checked.damage()) {
        if (!known.contains(damage)) {
          var whose = damage.person().isEmpty() ? "" : " of " + damage.person();
          throw damaged(damage.file() + ", " + damage.what() + whose);
        }
      }
      copy.done(null);
      return checked;
    } catch (IOException e) {
      throw StoreFault.ofDisk(e, to.toString());
    }
  }

  private StoreFault damaged(String what) {
    return new StoreFault(ProblemCode.STORE_DAMAGED, folder.root().toString(), "said", what);
  }
}
