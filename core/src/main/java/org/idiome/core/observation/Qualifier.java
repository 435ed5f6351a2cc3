package org.idiome.core.observation;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.finding.Value;

/// A named detail of a statement, such as `severity`, `dose`, `laterality` or `stage`.
public record Qualifier(String name, Value value) implements Canonical {
  @Override
  public Json toJson() {
    return Json.object().put("name", name).put("value", value).end();
  }
}
