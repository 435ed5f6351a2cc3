package org.idiome.core.concept;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;

/// A thing that knowledge speaks about: its identifier and preferred name.
public record Concept(Curie id, String name) implements Canonical {

  /// Refuses a blank name.
  public Concept {
    if (name.isBlank()) {
      throw new IllegalArgumentException("concept " + id + " has a blank name");
    }
  }

  @Override
  public Json toJson() {
    return Json.object().put("id", id).put("name", name).end();
  }
}
