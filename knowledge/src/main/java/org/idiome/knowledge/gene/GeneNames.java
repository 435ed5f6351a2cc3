package org.idiome.knowledge.gene;

import java.util.List;

/// Who bears which name, in the releases of a snapshot.
public interface GeneNames {
  /// Every gene that bears a name as it is written, or whose identifier or equivalent it is; one
  /// gene stands once for each level.
  List<Bearer> bearers(String name);

  /// The same whatever the letter case; identifiers are not asked.
  List<Bearer> bearersInAnyCase(String name);
}
