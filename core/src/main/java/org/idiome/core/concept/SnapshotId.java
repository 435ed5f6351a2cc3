package org.idiome.core.concept;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.canonical.Sha256;

/// The name of a set of source releases in force: the hash of its manifest.
public record SnapshotId(Sha256 manifest) implements Canonical {

  /// Twelve digits, for eyes.
  public String shortText() {
    return manifest.shortHex();
  }

  @Override
  public Json toJson() {
    return manifest.toJson();
  }
}
