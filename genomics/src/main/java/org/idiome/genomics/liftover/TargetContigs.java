package org.idiome.genomics.liftover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.reference.ReferenceSequence;
import org.jspecify.annotations.Nullable;

/// The contigs of the target's FASTA file, found by the names of a chain file. For one thread.
public final class TargetContigs {
  /// One of them.
  ///
  /// @param name as the FASTA file calls it
  /// @param order among the contigs of the file, from 0
  record Target(String name, int order, ReferenceSequence sequence) {}

  private final ReferenceFasta fasta;
  private final List<String> names;
  private final Map<String, Optional<Target>> known = new HashMap<>();

  /// @param fasta open as long as this is used
  public TargetContigs(ReferenceFasta fasta) {
    this.fasta = fasta;
    this.names = new ArrayList<>(fasta.names());
  }

  /// The contig that a name of a chain file stands for; null where the FASTA file has none, or has
  /// it of another length.
  @Nullable Target of(String name, int lengthBases) {
    return known
        .computeIfAbsent(name, this::find)
        .filter(target -> target.sequence().lengthBases() == lengthBases)
        .orElse(null);
  }

  /// How many bases the FASTA file has under a name, or -1.
  int lengthBases(String name) {
    var sequence = fasta.sequence(name);
    return sequence == null ? -1 : sequence.lengthBases();
  }

  private Optional<Target> find(String name) {
    var sequence = fasta.sequence(name);
    if (sequence == null) {
      return Optional.empty();
    }
    for (int i = 0; i < names.size(); i++) {
      if (sequence.equals(fasta.sequence(names.get(i)))) {
        return Optional.of(new Target(names.get(i), i, sequence));
      }
    }
    return Optional.empty();
  }

  /// The lines of a header that name all contigs, in their order.
  List<String> headerLines() {
    return names.stream()
        .map(name -> "##contig=<ID=" + name + ",length=" + lengthBases(name) + ">")
        .toList();
  }
}
