package org.idiome.record.folder;

import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.observation.Layer;
import org.idiome.core.source.SourceRow;
import org.jspecify.annotations.Nullable;

/// A variant file that the record names for this person; opened by whoever needs its calls.
///
/// @param path confined to the folder, all links followed
/// @param name relative to the folder, with `/`
/// @param layer GENOME or TUMOUR
/// @param specimen id of the specimen, or null where the packet names the person
/// @param sample what the file calls this person or specimen, or null where nothing says so
/// @param assembly `genomeAssembly` as claimed, or null
/// @param identifiers what the file calls everybody whom the packet names, relatives included
/// @param row where the packet names it
public record VariantFile(
    Path path,
    String name,
    Layer layer,
    @Nullable String specimen,
    @Nullable String sample,
    @Nullable String assembly,
    SortedMap<String, String> identifiers,
    SourceRow row)
    implements Canonical {

  /// Copies the map; refuses a layer that no variant file has.
  public VariantFile {
    if (layer != Layer.GENOME && layer != Layer.TUMOUR) {
      throw new IllegalArgumentException("no variant file is of " + layer);
    }
    identifiers = Collections.unmodifiableSortedMap(new TreeMap<>(identifiers));
  }

  /// Without path and row: what is said of the file.
  @Override
  public Json toJson() {
    var names = Json.object();
    identifiers.forEach(names::put);
    return Json.object()
        .put("name", name)
        .put("layer", layer.code())
        .put("specimen", specimen)
        .put("sample", sample)
        .put("assembly", assembly)
        .put("identifiers", identifiers.isEmpty() ? null : names.end())
        .end();
  }
}
