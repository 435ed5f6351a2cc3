package org.idiome.genomics.calls;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.observation.Call;
import org.idiome.core.observation.LookedAt;
import org.idiome.core.source.SourceRow;
import org.idiome.genomics.identity.SampleFacts;
import org.jspecify.annotations.Nullable;

/// What a file says of one sample.
///
/// @param sample its name; null where the file has no genotypes
/// @param calls records that touch the loci asked for, sorted by place, then line
/// @param refused records that touch the loci asked for and could not be read, by their rows
/// @param lookedAt every base of the loci on the file's build, sorted, without gap or overlap
/// @param facts what tells whose sample it is; null where a part of a file was read, or every
///   sample
public record SampleReading(
    @Nullable String sample,
    VcfSummary summary,
    List<Call> calls,
    SortedMap<SourceRow, String> refused,
    List<LookedAt> lookedAt,
    @Nullable SampleFacts facts) {

  /// Copies the collections.
  public SampleReading {
    calls = List.copyOf(calls);
    refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    lookedAt = List.copyOf(lookedAt);
  }
}
