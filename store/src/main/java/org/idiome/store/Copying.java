package org.idiome.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.catalogue.JournalFile;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.dense.PartFile;
import org.idiome.store.folder.FolderCopy;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;

/// Copies the files beside a catalogue into a folder in the making: the one way in which backups
/// are made and restored.
///
/// @param from a store or a backup
/// @param made the folder in the making
record Copying(StoreFolder from, StoreFolder made) {
  private static final String PARTS = "SELECT name, sha256 FROM part ORDER BY part";
  private static final Sql.Mapping<Named> PART = row -> new Named(row.text(1), row.text(2));

  private record Named(String name, String hash) {}

  /// Copies the dense parts that a catalogue names, each held to its hash.
  ///
  /// @throws StoreFault where one is missing or damaged
  void parts(Sql sql) throws IOException {
    for (var part : sql.list(PARTS, PART)) {
      if (!copy(part) || !PartFile.hash(copied(part)).equals(new Sha256(part.hash()))) {
        throw new StoreFault(
            ProblemCode.STORE_DAMAGED, from.root().toString(), "said", "layers/" + part.name());
      }
    }
  }

  /// Copies them as they are: one that is damaged stays so, and in the place of one that is missing
  /// an empty file lies. Whoever has rows in them is named by [StoreCheck], and not read.
  void partsAsTheyAre(Sql sql) throws IOException {
    for (var part : sql.list(PARTS, PART)) {
      if (isName(part) && !copy(part)) {
        StoreFolder.makeFolder(Objects.requireNonNull(copied(part).getParent()));
        StoreFolder.makeFile(copied(part));
      }
    }
  }

  /// A row that is damaged may name any file.
  private boolean isName(Named part) {
    return !part.name().startsWith(".") && PartFile.isOurs(made.layers(), copied(part));
  }

  private Path copied(Named part) {
    return made.layers().resolve(part.name());
  }

  private boolean copy(Named part) throws IOException {
    var file = from.layers().resolve(part.name());
    boolean isThere = isName(part) && Files.isRegularFile(file);
    if (isThere) {
      FolderCopy.copy(file, copied(part));
    }
    return isThere;
  }

  /// Copies the journal, if there is one.
  void journal() {
    if (Files.isRegularFile(from.journal())) {
      try (var journal = JournalFile.read(from)) {
        journal.copyTo(made.journal());
      }
    }
  }

  /// Copies the journal, if there is one: where pages of it are damaged, what can be read of them.
  ///
  /// @throws StoreFault where nothing can be
  void journalAsItIs() throws IOException {
    try {
      journal();
    } catch (StoreFault fault) {
      if (fault.problem().code() != ProblemCode.STORE_DAMAGED) {
        throw fault;
      }
      Files.deleteIfExists(made.journal());
      try (var journal = JournalFile.search(from)) {
        journal.structure();
        journal.copyTo(made.journal());
      }
    }
  }
}
