package org.idiome.core.observation;

import java.util.List;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.jspecify.annotations.Nullable;

/// Depth and quality of a call, each null where the record does not state it.
///
/// @param depthReads reads at the place; in a reference block the smallest, where stated
/// @param genotypeQuality Phred-scaled
/// @param siteQuality QUAL, Phred-scaled; null also where it is not finite
/// @param filters filters that rejected the call; empty where it passed or none were applied
/// @param alleleDepths reads by allele, reference first; empty where not stated
public record CallQuality(
    @Nullable Integer depthReads,
    @Nullable Integer genotypeQuality,
    @Nullable Double siteQuality,
    List<String> filters,
    List<Integer> alleleDepths)
    implements Canonical {

  /// Copies the lists.
  public CallQuality {
    filters = List.copyOf(filters);
    alleleDepths = List.copyOf(alleleDepths);
  }

  @Override
  public Json toJson() {
    var depths = alleleDepths.stream().map(depth -> Json.of((long) depth)).toList();
    return Json.object()
        .put("depth_reads", depthReads == null ? null : Json.of((long) depthReads))
        .put("genotype_quality", genotypeQuality == null ? null : Json.of((long) genotypeQuality))
        .put("site_quality", siteQuality == null ? null : Json.of(siteQuality))
        .putStrings("filters", filters)
        .put("allele_depths", depths.isEmpty() ? null : new Json.Arr(depths))
        .end();
  }
}
