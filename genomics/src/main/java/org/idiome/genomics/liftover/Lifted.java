package org.idiome.genomics.liftover;

import java.util.List;

/// Where alleles stand on the target, or why they stand nowhere.
public sealed interface Lifted {

  /// They stand there.
  ///
  /// @param contig as the FASTA file of the target calls it
  /// @param alternates in the order in which they were given
  /// @param isReversed whether they were read on the other strand, and are their reverse complement
  /// @param exchanged the alternate that is the target's reference, and in whose place the old
  ///   reference stands; from 0, -1 for none
  /// @param isRealigned whether an insertion or deletion is written at another place than before
  /// @param isHome whether most of that contig comes of the contig that it came from
  record Moved(
      String contig,
      int position1,
      String reference,
      List<String> alternates,
      boolean isReversed,
      int exchanged,
      boolean isRealigned,
      boolean isHome)
      implements Lifted {

    /// Copies the alternates.
    public Moved {
      alternates = List.copyOf(alternates);
    }
  }

  /// They have no place.
  record Not(Unlifted reason) implements Lifted {}
}
