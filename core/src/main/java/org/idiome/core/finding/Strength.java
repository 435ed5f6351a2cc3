package org.idiome.core.finding;

import java.util.Locale;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.jspecify.annotations.Nullable;

/// How well a claim is supported: one ladder of four, beside the source's own grade.
///
/// @param grade the source's own grade, unchanged, such as `CPIC strong`; null where it has none
public record Strength(Level level, @Nullable String grade) implements Canonical {

  /// The ladder.
  public enum Level {
    /// A hint.
    WEAK,
    /// Some support.
    MODERATE,
    /// Good support.
    STRONG,
    /// Beyond reasonable doubt in the field.
    ESTABLISHED;

    /// The name in lower case.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Json toJson() {
    return Json.object().put("level", level.code()).put("grade", grade).end();
  }
}
