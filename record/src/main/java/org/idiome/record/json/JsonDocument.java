package org.idiome.record.json;

import java.util.List;
import org.idiome.core.problem.Problem;

/// A document that was read whole.
///
/// @param notes what was passed over in reading, such as a mark of byte order
public record JsonDocument(JsonValue root, List<Problem> notes) {
  /// Copies the notes.
  public JsonDocument {
    notes = List.copyOf(notes);
  }
}
