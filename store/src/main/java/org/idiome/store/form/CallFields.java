package org.idiome.store.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record of a variant file as the columns of a row, as far as it is about one sample.
///
/// @param line where it stood in its file
/// @param contig the assembly's name of the sequence
/// @param start0 first base, 0-based
/// @param end0 behind the last base that the record covers, 0-based
/// @param isReadable false where the record was refused and nothing but its place may be used
/// @param alternates ALT, joined by commas; null where there is none
/// @param genotype as written; null where there is none
/// @param filter as written; null where no filter was applied
/// @param text the line, with the columns of this sample alone
public record CallFields(
    long line,
    String contig,
    int start0,
    int end0,
    boolean isReadable,
    @Nullable String reference,
    @Nullable String alternates,
    @Nullable String genotype,
    @Nullable String filter,
    String text) {

  /// The names of the columns, in their order.
  public static final List<String> COLUMNS =
      List.of(
          "line",
          "contig",
          "start0",
          "end0",
          "readable",
          "reference",
          "alternates",
          "genotype",
          "filter",
          "text");
}
