package org.idiome.core.source;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.jspecify.annotations.Nullable;

/// A row with its text: the leaf of an explanation.
///
/// @param header the header line of the table, or null where the format has none
/// @param text the row as it stands in the file, without its line end
/// @param mark the part of `text` that the claim rests on, or null for the whole row
public record CitedRow(
    SourceFile file, Locator at, @Nullable String header, String text, @Nullable String mark)
    implements Canonical {

  /// The same row with another part marked.
  public CitedRow marked(@Nullable String part) {
    return new CitedRow(file, at, header, text, part);
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("file", file)
        .put("at", at)
        .put("header", header)
        .put("text", text)
        .put("mark", mark)
        .end();
  }
}
