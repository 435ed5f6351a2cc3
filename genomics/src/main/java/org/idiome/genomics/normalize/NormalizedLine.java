package org.idiome.genomics.normalize;

import java.util.Comparator;
import org.idiome.genomics.io.ByteText;
import org.idiome.genomics.vcf.AlleleSplitter;
import org.idiome.genomics.vrs.AlleleIdentifiers;
import org.idiome.genomics.vrs.VrsAllele;
import org.jspecify.annotations.Nullable;

/// A record that waits to be written.
///
/// @param stretch of records on one contig, counted
/// @param order in which it came
/// @param same the reference allele in its place; null with `own` where no identifier is written
/// @param own the alternate
record NormalizedLine(
    int stretch,
    int position1,
    long order,
    AlleleSplitter.Line text,
    @Nullable VrsAllele same,
    @Nullable VrsAllele own)
    implements Comparable<NormalizedLine> {
  private static final Comparator<NormalizedLine> PLACE =
      Comparator.comparingInt(NormalizedLine::stretch)
          .thenComparingInt(NormalizedLine::position1)
          .thenComparingLong(NormalizedLine::order);

  @Override
  public int compareTo(NormalizedLine other) {
    return PLACE.compare(this, other);
  }

  /// Puts it behind a text, with its end.
  void addTo(ByteText to, AlleleIdentifiers identifiers) {
    if (own == null || same == null) {
      text.addTo(to);
    } else {
      text.addTo(
          to, NormalizedVcf.IDENTIFIERS + "=" + identifiers.of(same) + "," + identifiers.of(own));
    }
    to.put('\n');
  }
}
