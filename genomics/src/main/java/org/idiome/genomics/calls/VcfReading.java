package org.idiome.genomics.calls;

import java.util.List;
import org.idiome.genomics.contig.BuildAnswer;
import org.idiome.genomics.vcf.VcfHeader;

/// What one pass over a VCF file gave.
///
/// @param samples one for each sample asked for, in the order of the file; one without a name where
///   the file has no genotypes
/// @param recordsRead records that were read
/// @param recordsRefused records that were not; their bases are *no call*
/// @param comments lines beginning with `#` after the header, which were passed over
/// @param isSorted whether the records stood in order
/// @param isAssumptionApplied whether absence was taken for reference where it was stated to be
/// @param whole what must be known to read some of its records again
public record VcfReading(
    VcfHeader header,
    BuildAnswer build,
    List<SampleReading> samples,
    long recordsRead,
    long recordsRefused,
    long comments,
    boolean isSorted,
    boolean isAssumptionApplied,
    WholeFile whole) {

  /// Copies the list.
  public VcfReading {
    samples = List.copyOf(samples);
  }
}
