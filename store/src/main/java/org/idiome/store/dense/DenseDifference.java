package org.idiome.store.dense;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What two segments of calls do not say alike on some contigs, each list by contig and place.
///
/// @param alike how many records of the first that name an allele the second has, too
/// @param one records of the first that name an allele
/// @param oneReference stretches that the first calls reference, as far as they touch `two`
/// @param two records of the second that name an allele
/// @param twoReference stretches that the second calls reference, as far as they touch `one`
public record DenseDifference(
    long alike, List<Row> one, List<Row> oneReference, List<Row> two, List<Row> twoReference) {

  /// Copies the lists.
  public DenseDifference {
    one = List.copyOf(one);
    oneReference = List.copyOf(oneReference);
    two = List.copyOf(two);
    twoReference = List.copyOf(twoReference);
  }

  /// A record.
  ///
  /// @param start0 first base, 0-based
  /// @param end0 behind the last base that it covers
  /// @param alternates commas between, without the allele that stands for any other
  /// @param genotype without phase
  /// @param filter as written; null where no filter was applied
  /// @param format names of the sample's fields, colons between
  /// @param values of the sample, in their order
  public record Row(
      String contig,
      long line,
      int start0,
      int end0,
      String reference,
      String alternates,
      String genotype,
      @Nullable String filter,
      String format,
      String values) {}
}
