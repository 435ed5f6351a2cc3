package org.idiome.genomics.calls;

import java.util.List;
import org.idiome.core.genome.Contig;
import org.jspecify.annotations.Nullable;

/// Is handed every record of a file that has a place, in the order of the file.
@FunctionalInterface
public interface RecordTaker {
  /// Takes one.
  void take(Taken record);

  /// A record, as far as it is about one sample.
  ///
  /// @param contig by the assembly's name, as far as the name of the file tells
  /// @param end0 behind the last base that the record covers
  /// @param isReadable false where it was refused: then only its place may be used
  /// @param reference null where the record was refused
  /// @param alternates empty where there is none, or the record was refused
  /// @param genotype as written; null where there is none
  /// @param filter as written; null where no filter was applied
  /// @param text the line with this sample alone; of a refused record as much as is surely about it
  record Taken(
      long line,
      Contig contig,
      int start0,
      int end0,
      boolean isReadable,
      @Nullable String reference,
      List<String> alternates,
      @Nullable String genotype,
      @Nullable String filter,
      String text) {
    /// Copies the list.
    public Taken {
      alternates = List.copyOf(alternates);
    }
  }
}
