package org.idiome.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.catalogue.JournalFile;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.dense.PartFile;
import org.idiome.store.folder.FolderCopy;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;

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

  /// Makes one that has no other damage than the store has, or none.
  ///
  /// @throws StoreFault where the catalogue cannot be copied
  StoreCheck.Checked makeDamaged(Path to) {
    return make(to, Set.copyOf(StoreCheck.check(folder).damage()));
  }

  private StoreCheck.Checked make(Path to, Set<StoreCheck.Damage> known) {
    if (StoreFolder.real(to).startsWith(folder.root())) {
      throw new StoreFault(ProblemCode.STORE_TARGET_TAKEN, to.toString());
    }
    try (var copy = FolderCopy.begin(to, false)) {
      var made = copy.folder();
      sql.copyTo(made.catalogue());
      if (Files.isRegularFile(folder.journal())) {
        try (var journal = JournalFile.read(folder)) {
          journal.copyTo(made.journal());
        }
      }
      parts(made, !known.isEmpty());
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
      throw new StoreFault(e, ProblemCode.STORE_FAILED, to.toString(), "said", said(e));
    }
  }

  static String said(IOException e) {
    return String.valueOf(e.getMessage());
  }

  /// @param isDamaged whether one that is missing is empty in the copy, and one that is damaged so
  private void parts(StoreFolder made, boolean isDamaged) throws IOException {
    record Named(String name, String hash) {}
    for (var part :
        sql.list(
            "SELECT name, sha256 FROM part ORDER BY part",
            row -> new Named(row.text(1), row.text(2)))) {
      var from = folder.layers().resolve(part.name());
      boolean isThere = Files.isRegularFile(from);
      if (!isThere && !isDamaged) {
        throw damaged("layers/" + part.name());
      }
      var copied = made.layers().resolve(part.name());
      if (isThere) {
        FolderCopy.copy(from, copied);
      } else {
        StoreFolder.makeFolder(Objects.requireNonNull(copied.getParent()));
        StoreFolder.makeFile(copied);
      }
      if (!isDamaged && !PartFile.hash(copied).equals(new Sha256(part.hash()))) {
        throw damaged("layers/" + part.name());
      }
    }
  }

  private StoreFault damaged(String what) {
    return new StoreFault(ProblemCode.STORE_DAMAGED, folder.root().toString(), "said", what);
  }
}
