package org.idiome.record.kept;

import java.util.Map;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.record.folder.ReadingOptions;
import org.jspecify.annotations.Nullable;

/// What is said of inputs beside them.
///
/// @param joining whose they are
/// @param source what they are known by; null for what follows from each
/// @param attributes of variant files and tables that come alone, by the names of `fileAttributes`
/// @param options bounds on folders, packets and tables
/// @param limits bounds on variant files
public record ImportRequest(
    Joining joining,
    @Nullable String source,
    Map<String, String> attributes,
    ReadingOptions options,
    VcfLimits limits) {

  /// Copies the map.
  public ImportRequest {
    attributes = Map.copyOf(attributes);
  }

  /// Inputs of which nothing is said.
  public static ImportRequest plain() {
    return new ImportRequest(
        Joining.AS_GIVEN, null, Map.of(), ReadingOptions.DEFAULT, VcfLimits.DEFAULT);
  }
}
