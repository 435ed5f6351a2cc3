package org.idiome.genomics.liftover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.vcf.VcfReader;
import org.jspecify.annotations.Nullable;

/// The contigs of a variant file, each with where the chain file leads from it. For one thread.
final class SourceContigs {
  /// One of them: where it leads, or why nowhere.
  ///
  /// @param contig null where `reason` says why
  /// @param bases of the source, or null where no FASTA file was given
  record Source(
      @Nullable ChainContig contig, @Nullable ReferenceSequence bases, @Nullable Unlifted reason) {}

  private final VcfReader reader;
  private final Liftover liftover;
  private final Map<String, Integer> stated = new HashMap<>();
  private final List<Source> known = new ArrayList<>();

  /// @throws BadInputException where the chain file leads from other sequences than those that the
  ///   header or the FASTA file of the source have
  SourceContigs(VcfReader reader, Liftover liftover, String chainName) {
    this.reader = reader;
    this.liftover = liftover;
    var chains = liftover.chains();
    var lengths = new Lengths(chainName, "source");
    for (var line : reader.header().contigs()) {
      var length = line.lengthBases();
      var contig = chains.source(line.id());
      if (length != null) {
        stated.put(line.id(), length);
        lengths.compare(line.id(), contig == null ? -1 : contig.lengthBases(), length);
      }
    }
    lengths.requireMostEqual();
    var ofFasta = new Lengths(chainName, "source");
    for (var contig : chains.sources()) {
      var sequence = liftover.bases(contig);
      ofFasta.compare(
          contig.name(), contig.lengthBases(), sequence == null ? -1 : sequence.lengthBases());
    }
    ofFasta.requireMostEqual();
  }

  /// Lengths of a chain file against those of another file.
  static final class Lengths {
    private final String chainName;
    private final String side;
    private int equal;
    private int different;
    private String place = "";

    Lengths(String chainName, String side) {
      this.chainName = chainName;
      this.side = side;
    }

    /// @param own length in the chain file, or below zero where it has none
    /// @param other in the other, or below zero
    void compare(String contig, int own, int other) {
      if (own < 0 || other < 0) {
        return;
      }
      if (own == other) {
        equal++;
      } else {
        different++;
        place = place.isEmpty() ? contig + " (" + own + ", not " + other + ")" : place;
      }
    }

    /// A contig may be another, as the mitochondrion of hg19 is; most are not.
    void requireMostEqual() {
      if (different > equal) {
        throw new BadInputException(
            Problem.of(
                ProblemCode.CHAIN_OTHER_BUILD,
                Place.file(chainName),
                "side",
                side,
                "place",
                place));
      }
    }
  }

  /// What is known of the contig of a record.
  Source of(int number) {
    while (known.size() <= number) {
      known.add(learn(reader.contigName(known.size())));
    }
    return known.get(number);
  }

  private Source learn(String name) {
    var contig = liftover.chains().source(name);
    if (contig == null) {
      return new Source(null, null, Unlifted.CONTIG_NOT_IN_CHAIN);
    }
    var bases = liftover.bases(contig);
    int own = stated.getOrDefault(name, contig.lengthBases());
    boolean isOther =
        own != contig.lengthBases()
            || (bases != null && bases.lengthBases() != contig.lengthBases());
    return isOther
        ? new Source(null, null, Unlifted.CONTIG_OF_OTHER_LENGTH)
        : new Source(contig, bases, null);
  }
}
