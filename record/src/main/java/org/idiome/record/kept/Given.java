package org.idiome.record.kept;

import java.util.List;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.Problem;
import org.idiome.record.folder.PersonRecord;
import org.jspecify.annotations.Nullable;

/// What one input says of one person, on its way into a store.
///
/// @param source what it is known by: a later input of the same source takes its place
/// @param subject what it calls the person; empty where it names nobody
/// @param id of the person in the store, unless another is asked for
/// @param document hash of the packet where it is a part of its file; null where it is the file
/// @param isBare whether it is a variant file or a table alone, which says nothing of who it is
/// @param notes what is to be said of how it was taken
public record Given(
    PersonRecord record,
    String source,
    String subject,
    String id,
    @Nullable Sha256 document,
    boolean isBare,
    List<Problem> notes) {

  /// Copies the list.
  public Given {
    notes = List.copyOf(notes);
  }
}
