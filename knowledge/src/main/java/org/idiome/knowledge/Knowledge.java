package org.idiome.knowledge;

import java.util.List;
import org.idiome.core.concept.SnapshotId;
import org.idiome.core.concept.SourceRelease;
import org.idiome.knowledge.laboratory.LaboratoryKnowledge;
import org.idiome.knowledge.pharmacogene.Pharmacogenes;

/// One snapshot of knowledge, for reading. Safe for several threads.
///
/// Typed views are methods added here as capabilities come; each reads its tables when it is first
/// asked for.
public interface Knowledge {
  /// The hash of the snapshot's manifest.
  SnapshotId snapshot();

  /// The source releases in force, sorted by source.
  List<SourceRelease> releases();

  /// Pharmacogenes, drugs and what guidelines say about them.
  Pharmacogenes pharmacogenes();

  /// Analytes and how much they vary.
  LaboratoryKnowledge laboratory();
}
