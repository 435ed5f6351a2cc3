package org.idiome.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private final StoreFolder folder;
  private final Sql sql;

  Backup(StoreFolder folder, Sql sql) {
    this.folder = folder;
    this.sql = sql;
  }

  /// Makes one that is whole, or none.
  StoreCheck.Checked make(Path to) {
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
      parts(made);
      StoreFolder.makeFile(made.backupSign());
      Files.writeString(made.backupSign(), SIGN, StandardCharsets.UTF_8);
      var checked = StoreCheck.check(made);
      if (!checked.damage().isEmpty()) {
        var first = checked.damage().getFirst();
        throw damaged(first.file() + ", " + first.what());
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

  private void parts(StoreFolder made) throws IOException {
    record Named(String name, String hash) {}
    for (var part :
        sql.list(
            "SELECT name, sha256 FROM part ORDER BY part",
            row -> new Named(row.text(1), row.text(2)))) {
      var from = folder.layers().resolve(part.name());
      if (!Files.isRegularFile(from)) {
        throw damaged("layers/" + part.name());
      }
      var copied = made.layers().resolve(part.name());
      FolderCopy.copy(from, copied);
      if (!PartFile.hash(copied).equals(new Sha256(part.hash()))) {
        throw damaged("layers/" + part.name());
      }
    }
  }

  private StoreFault damaged(String what) {
    return new StoreFault(ProblemCode.STORE_DAMAGED, folder.root().toString(), "said", what);
  }
}
