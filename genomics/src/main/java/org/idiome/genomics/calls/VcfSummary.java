package org.idiome.genomics.calls;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.idiome.core.genome.Callability;
import org.jspecify.annotations.Nullable;

/// Counts over a whole file for one sample.
///
/// A record counts once for each kind of alternate that it lists, by what is left of it once common
/// ends are cut off; `*` is of no kind.
///
/// @param records records read
/// @param snv with an alternate that replaces one base by one
/// @param indel with an alternate of another length than REF
/// @param mnv with an alternate that replaces several bases by as many
/// @param symbolic with a symbolic alternate or a breakend
/// @param referenceBlocks without an alternate, or with an unspecified one alone
/// @param het genotypes, complete, of different alleles
/// @param homAlt genotypes, complete, of one alternate; haploid ones included
/// @param missing genotypes that are missing, in part missing, not given or not understood
/// @param bases how many bases have each state; null where the records were not sorted, or only
///   some places were asked for
public record VcfSummary(
    long records,
    long snv,
    long indel,
    long mnv,
    long symbolic,
    long referenceBlocks,
    long het,
    long homAlt,
    long missing,
    @Nullable Map<Callability, Long> bases) {

  /// Copies the map.
  public VcfSummary {
    bases = bases == null ? null : copy(bases);
  }

  private static Map<Callability, Long> copy(Map<Callability, Long> bases) {
    var copy = new EnumMap<Callability, Long>(Callability.class);
    copy.putAll(bases);
    return Collections.unmodifiableMap(copy);
  }
}
