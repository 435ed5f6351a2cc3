package org.idiome.core.concept;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;

/// Where a fact or rule was published: a CURIE such as `PMID:34216116` or `DOI:10.1002/cpt.2526`.
public record Citation(Curie id) implements Canonical {

  /// Reads `PMID:…`, `DOI:…` or another CURIE.
  public static Citation of(String text) {
    return new Citation(Curie.of(text));
  }

  @Override
  public Json toJson() {
    return id.toJson();
  }
}
