package org.idiome.core.observation;

import java.util.List;
import org.idiome.core.canonical.Json;
import org.idiome.core.genome.Callability;
import org.idiome.core.genome.Genotype;
import org.idiome.core.genome.Locus;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// What one record of a variant file says of one sample: whole, not split by alternate.
///
/// @param locus the reference bases of the record; for a block or a symbolic allele its whole span
/// @param reference REF in upper case
/// @param alternates ALT in order: bases, `*`, `<…>` or breakends; empty for a block without one
/// @param state what the record amounts to once filters and quality are weighed
/// @param reason code of the reason where `state` is not a plain call, such as `filter LowQual`
/// @param quality depth and quality as far as the record states them
/// @param text the record's line, for citing
public record Call(
    Layer layer,
    Locus locus,
    String reference,
    List<String> alternates,
    Genotype genotype,
    Callability state,
    @Nullable String reason,
    CallQuality quality,
    When when,
    @Nullable String specimen,
    String text,
    List<SourceRow> rows)
    implements Observation {

  /// Copies the lists; refuses a call without a source row.
  public Call {
    alternates = List.copyOf(alternates);
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a call needs its source row");
    }
  }

  /// Without text and source rows: what was called, not where it stood.
  @Override
  public Json toJson() {
    return Json.object()
        .put("shape", "call")
        .put("layer", layer.code())
        .put("locus", locus)
        .put("reference", reference)
        .putStrings("alternates", alternates)
        .put("genotype", genotype)
        .put("state", state.code())
        .put("reason", reason)
        .put("quality", quality)
        .put("when", when)
        .put("specimen", specimen)
        .end();
  }
}
