package org.idiome.genomics.contig;

import java.util.List;
import org.idiome.core.genome.GenomeBuild;

/// Which build a file speaks of.
public sealed interface BuildAnswer {
  /// One build, and the strongest evidence for it.
  record Known(GenomeBuild build, BuildEvidence by) implements BuildAnswer {}

  /// None can be told.
  ///
  /// @param reason `nothing-strong`, `length-of-no-build`, `other-build-named`
  /// @param text what stands in the file, or empty
  record Unknown(String reason, String text) implements BuildAnswer {}

  /// Two pieces of evidence that cannot both be right: the file is refused.
  record Contradiction(BuildEvidence one, BuildEvidence other) implements BuildAnswer {}

  /// The build, [GenomeBuild#UNKNOWN] unless one is known.
  default GenomeBuild build() {
    return switch (this) {
      case Known known -> known.build();
      case Unknown _, Contradiction _ -> GenomeBuild.UNKNOWN;
    };
  }

  /// The evidence in words of the file; empty where there is none.
  default List<BuildEvidence> evidence() {
    return switch (this) {
      case Known known -> List.of(known.by());
      case Unknown _ -> List.of();
      case Contradiction(var one, var other) -> List.of(one, other);
    };
  }
}
