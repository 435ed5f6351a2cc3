package org.idiome.genomics.gene;

import org.jspecify.annotations.Nullable;

/// The accession of the protein of a coding feature.
final class ProteinId {
  private ProteinId() {}

  static @Nullable String of(Feature feature) {
    var id = feature.get("protein_id");
    if (id == null) {
      return null;
    }
    var version = feature.first("protein_version");
    return version == null || id.contains(".") ? id : id + "." + version;
  }
}
