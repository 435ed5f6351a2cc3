package org.idiome.record.phenopacket;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.concept.Coded;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// Who wrote a packet, when, and with which vocabularies.
///
/// @param id the packet's own id, or null where it has none
/// @param kind `phenopacket` or `family`
/// @param schemaVersion as stated; `2` where it was told by the members
/// @param author `createdBy`, else `submittedBy`, else null
/// @param vocabularies versions of the vocabularies by prefix
/// @param references publications and the like that the packet names
public record Origin(
    @Nullable String id,
    String kind,
    String schemaVersion,
    @Nullable String author,
    When created,
    SortedMap<String, String> vocabularies,
    List<Coded> references) {

  /// Copies the collections.
  public Origin {
    vocabularies = Collections.unmodifiableSortedMap(new TreeMap<>(vocabularies));
    references = List.copyOf(references);
  }
}
