package org.idiome.genomics.table;

import java.util.Comparator;
import java.util.List;

/// What a source says of an allele, in its normal form.
///
/// @param contig number of the contig, in the order in which the source first named them
/// @param order number of the allele in the source
/// @param line of the source
/// @param values a column each; empty where it says nothing
record AlleleRow(
    int contig,
    int position1,
    String reference,
    String alternate,
    long order,
    long line,
    List<String> values) {

  /// As they stand in a table; what is said of one allele stands together, as it came.
  static final Comparator<AlleleRow> ORDER =
      Comparator.comparingInt(AlleleRow::contig)
          .thenComparingInt(AlleleRow::position1)
          .thenComparing(AlleleRow::reference)
          .thenComparing(AlleleRow::alternate)
          .thenComparingLong(AlleleRow::order);

  boolean isSame(AlleleRow other) {
    return contig == other.contig
        && position1 == other.position1
        && reference.equals(other.reference)
        && alternate.equals(other.alternate);
  }
}
