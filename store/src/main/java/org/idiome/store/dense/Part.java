package org.idiome.store.dense;

import java.util.List;
import org.idiome.core.canonical.Sha256;

/// A Parquet file that was written, is on the disk and has its name.
///
/// @param name relative to the folder of the layers, with `/`
/// @param checksum CRC-32C of its bytes
/// @param stretches which rows of which segments it holds
public record Part(
    String name,
    DenseShape shape,
    long observations,
    long sizeBytes,
    Sha256 hash,
    long checksum,
    List<Stretch> stretches) {

  /// Rows of one segment that lie in one part.
  ///
  /// @param firstRow the first, from 0
  /// @param endRow behind the last
  public record Stretch(long segment, long firstRow, long endRow) {}

  /// Copies the list.
  public Part {
    stretches = List.copyOf(stretches);
  }
}
