package org.idiome.record.phenopacket;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;

/// What became of the items of one block of a packet; the four add up to the items read.
///
/// @param block the schema's name of the block, such as `phenotypicFeatures`
/// @param kept items taken whole
/// @param keptWithNote items taken, with something to be said
/// @param refused items not taken, each with a problem
/// @param notUnderstood members that are not in the schema
public record BlockCount(
    String block, long kept, long keptWithNote, long refused, long notUnderstood)
    implements Canonical {

  /// How many items there were.
  public long read() {
    return kept + keptWithNote + refused + notUnderstood;
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("block", block)
        .put("kept", kept)
        .put("kept_with_note", keptWithNote)
        .put("refused", refused)
        .put("not_understood", notUnderstood)
        .end();
  }
}
