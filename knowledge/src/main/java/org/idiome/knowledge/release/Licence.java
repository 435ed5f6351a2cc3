package org.idiome.knowledge.release;

import java.util.Locale;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;

/// Under which terms a release may be used.
///
/// @param name SPDX identifier where there is one, else the publisher's own words
/// @param basis who says so
public record Licence(String name, Basis basis, Redistribution redistribution)
    implements Canonical {
  /// Nobody said; nothing may be passed on.
  public static final Licence NOT_KNOWN =
      new Licence("not known", Basis.NOBODY, Redistribution.NOT_KNOWN);

  /// Who states a licence.
  public enum Basis {
    /// The file itself.
    FILE,
    /// The publisher's page, by the table of publishers.
    PUBLISHER,
    /// Whoever imports it.
    USER,
    /// Nobody.
    NOBODY
  }

  /// Whether the content may be passed on.
  public enum Redistribution {
    /// It may.
    ALLOWED,
    /// It may not.
    FORBIDDEN,
    /// Each row says for itself.
    BY_ROW,
    /// It is not known: as if forbidden.
    NOT_KNOWN
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("name", name)
        .put("basis", basis.name().toLowerCase(Locale.ROOT))
        .put("redistribution", redistribution.name().toLowerCase(Locale.ROOT))
        .end();
  }
}
