package org.idiome.genomics.io;

/// Bounds on what a file may ask of the machine.
///
/// @param lineBytes longest line, without its end
/// @param inflationRatio inflated bytes for each byte of the compressed file
/// @param inflatedBytes inflated size, also of a plain file
public record Limits(int lineBytes, int inflationRatio, long inflatedBytes) {
  /// Option that sets the longest line.
  public static final String LINE_OPTION = "--max-line-bytes";

  /// Option that sets the ratio of inflation.
  public static final String RATIO_OPTION = "--max-inflation-ratio";

  /// Option that sets the inflated size.
  public static final String SIZE_OPTION = "--max-inflated-bytes";

  /// The bounds of the shell's contract: 16 MiB, 1,000 times, 200 GB.
  public static final Limits DEFAULT = new Limits(16 << 20, 1_000, 200_000_000_000L);

  private static final int LONGEST_LINE = 1 << 30;

  /// Refuses bounds that no file could keep.
  public Limits {
    if (lineBytes < 1 || lineBytes > LONGEST_LINE || inflationRatio < 1 || inflatedBytes < 1) {
      throw new IllegalArgumentException("limits must be positive, a line at most 1 GiB");
    }
  }
}
