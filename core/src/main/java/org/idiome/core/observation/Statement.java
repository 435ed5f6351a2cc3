package org.idiome.core.observation;

import java.util.List;
import org.idiome.core.canonical.Json;
import org.idiome.core.concept.Coded;
import org.idiome.core.presence.Presence;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// Somebody said that a concept holds, does not hold, or was not looked at.
///
/// @param kind what is being said, within the layer: `sign`, `disease`, `drug`, `procedure`, …
/// @param qualifiers details, in the order of the source
/// @param author who said so, where that is not the record itself: a laboratory or tool (an outside
///   finding); null otherwise
public record Statement(
    Layer layer,
    String kind,
    Coded concept,
    Presence presence,
    When when,
    List<Qualifier> qualifiers,
    @Nullable String specimen,
    @Nullable String author,
    List<SourceRow> rows)
    implements Observation {

  /// Copies the lists; refuses a statement without a source row.
  public Statement {
    qualifiers = List.copyOf(qualifiers);
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a statement needs its source row");
    }
  }

  /// The first qualifier of a name, or null.
  public @Nullable Qualifier qualifier(String name) {
    for (var qualifier : qualifiers) {
      if (qualifier.name().equals(name)) {
        return qualifier;
      }
    }
    return null;
  }

  /// Without the source rows: what is said, not where it stood.
  @Override
  public Json toJson() {
    return Json.object()
        .put("shape", "statement")
        .put("layer", layer.code())
        .put("kind", kind)
        .put("concept", concept)
        .put("presence", presence.code())
        .put("when", when)
        .putAll("qualifiers", qualifiers)
        .put("specimen", specimen)
        .put("author", author)
        .end();
  }
}
