package org.idiome.core.concept;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.jspecify.annotations.Nullable;

/// What an assertion rests on.
///
/// @param type kind of evidence in the source's own word
/// @param scale name of the scale of `level`, such as `CPIC` or `CIViC`; null with `level`
/// @param level grade in that scale, unchanged
/// @param citation the publication, or null where the source names none
public record Evidence(
    String type, @Nullable String scale, @Nullable String level, @Nullable Citation citation)
    implements Canonical {

  /// Refuses a grade without its scale and a scale without a grade.
  public Evidence {
    if ((scale == null) != (level == null)) {
      throw new IllegalArgumentException("a level needs its scale, and a scale its level");
    }
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("type", type)
        .put("scale", scale)
        .put("level", level)
        .put("citation", citation)
        .end();
  }
}
