package org.idiome.genomics.calls;

import java.util.List;
import org.idiome.core.observation.Call;
import org.idiome.core.observation.LookedAt;
import org.jspecify.annotations.Nullable;

/// What a file says of one sample.
///
/// @param sample its name; null where the file has no genotypes
/// @param calls records that touch the loci asked for, sorted by place, then line
/// @param lookedAt every base of the loci on the file's build, sorted, without gap or overlap
public record SampleReading(
    @Nullable String sample, VcfSummary summary, List<Call> calls, List<LookedAt> lookedAt) {

  /// Copies the lists.
  public SampleReading {
    calls = List.copyOf(calls);
    lookedAt = List.copyOf(lookedAt);
  }
}
