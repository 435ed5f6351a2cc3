package org.idiome.record.phenopacket;

import java.util.List;
import org.idiome.core.concept.Coded;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// Who wrote a packet, when, and what it names.
///
/// @param id the packet's own id, or null where it has none
/// @param author `createdBy`, else `submittedBy`, else null
/// @param references publications and the like that the packet names
public record Origin(
    @Nullable String id, @Nullable String author, When created, List<Coded> references) {

  /// Copies the list.
  public Origin {
    references = List.copyOf(references);
  }
}
