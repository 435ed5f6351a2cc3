package org.idiome.genomics.vcf;

import org.idiome.genomics.io.Limits;

/// Bounds on what a VCF file may ask of the machine.
///
/// @param columns of a line
/// @param alternates of a record
/// @param keptBytes of lines that are kept because they touch a place asked for
public record VcfLimits(Limits file, int columns, int alternates, long keptBytes) {
  /// Option that sets the number of columns.
  public static final String COLUMNS_OPTION = "--max-columns";

  /// Option that sets the number of alternates.
  public static final String ALTERNATES_OPTION = "--max-alternates";

  /// Option that sets how much of a file is kept.
  public static final String KEPT_OPTION = "--max-kept-bytes";

  /// The bounds of the shell's contract; 10,000 alternates, 256 MiB kept.
  public static final VcfLimits DEFAULT =
      new VcfLimits(Limits.DEFAULT, 100_000, 10_000, 256L << 20);
}
