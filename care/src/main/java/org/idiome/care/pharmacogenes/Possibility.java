package org.idiome.care.pharmacogenes;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// One answer that the data allow, and that no better one excludes.
///
/// @param diplotype as printed: names joined by `/`, or variants joined by `; ` where phase tells
///   no strands
/// @param alleles indexes of every named allele in it, ascending
/// @param score how much of the definitions the observation confirms
/// @param calls what each source concludes, by source
record Possibility(
    String diplotype, List<Integer> alleles, int score, SortedMap<String, SourceCall> calls) {
  Possibility {
    alleles = List.copyOf(alleles);
    calls = Collections.unmodifiableSortedMap(new TreeMap<>(calls));
  }

  /// What tells answers apart for every source.
  String conclusion() {
    return String.join(" ", calls.values().stream().map(SourceCall::conclusion).toList());
  }
}
