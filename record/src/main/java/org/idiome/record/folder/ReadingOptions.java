package org.idiome.record.folder;

import org.idiome.genomics.io.Limits;
import org.idiome.record.json.JsonLimits;

/// Bounds on a folder.
///
/// @param bytes bounds on each file
/// @param json bounds on the phenopacket
/// @param files files in the folder, and files that the phenopacket names
/// @param columns columns of a table
public record ReadingOptions(Limits bytes, JsonLimits json, int files, int columns) {
  /// Option that sets the number of files.
  public static final String FILES_OPTION = "--max-files";

  /// Option that sets the number of columns.
  public static final String COLUMNS_OPTION = "--max-columns";

  /// The bounds of the shell's contract: 10,000 files, 100,000 columns.
  public static final ReadingOptions DEFAULT =
      new ReadingOptions(Limits.DEFAULT, JsonLimits.DEFAULT, 10_000, 100_000);

  /// Refuses bounds that no folder could keep.
  public ReadingOptions {
    if (files < 1 || columns < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
