package org.idiome.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.catalogue.Catalogue;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.journal.Journal;
import org.jspecify.annotations.Nullable;

/// The journal of a store that is made of a backup: that of the backup, or another where that is
/// missing, or cannot be gone on with. None is begun in silence: a batch notes it, as after `idiome
/// store journal`.
///
/// @param begun why another was begun; null where the backup's goes on
/// @param missing the last batch of which the journal was told, where the backup has it not; null
///   where nothing is missing
record RestoredJournal(@Nullable String begun, @Nullable String missing) {
  /// Lays it beside the catalogue, which is there.
  ///
  /// @param head of the batch that notes a new one
  static RestoredJournal take(StoreFolder backup, StoreFolder made, Rows.BatchHead head)
      throws IOException {
    String why;
    try {
      new Copying(backup, made).journalAsItIs();
      try (var sql = Catalogue.write(made);
          var journal = JournalMarks.openBehind(made, sql)) {
        if (journal.canGoOn()) {
          return new RestoredJournal(null, JournalMarks.missing(made, sql, journal));
        }
        why = "its last row is damaged";
      }
    } catch (StoreFault fault) {
      why = lost(fault);
    }
    for (var name : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(Path.of(made.journal() + name));
    }
    try (var sql = Catalogue.write(made);
        var journal = Journal.make(made)) {
      JournalMarks.begin(sql, journal, head);
    }
    return new RestoredJournal(why, null);
  }

  /// Why a journal cannot be gone on with.
  ///
  /// @throws StoreFault where that is not what is wrong
  private static String lost(StoreFault fault) {
    return switch (fault.problem().code()) {
      case STORE_JOURNAL_LOST, STORE_DAMAGED ->
          Objects.requireNonNullElse(fault.problem().values().get("said"), "damaged");
      case STORE_NOT_ONE -> "another file lies in its place";
      case ProblemCode _ -> throw fault;
    };
  }
}
