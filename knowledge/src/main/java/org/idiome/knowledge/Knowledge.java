package org.idiome.knowledge;

import java.util.List;
import org.idiome.core.concept.SnapshotId;
import org.idiome.core.concept.SourceRelease;

/// One snapshot of knowledge, for reading.
///
/// Typed views are methods added here as capabilities come (`pharmacogenes()`, `laboratory()`).
public interface Knowledge {
  /// The hash of the snapshot's manifest.
  SnapshotId snapshot();

  /// The source releases in force, sorted by source.
  List<SourceRelease> releases();
}
