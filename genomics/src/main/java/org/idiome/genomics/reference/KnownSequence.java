package org.idiome.genomics.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.genomics.contig.Contigs;
import org.idiome.genomics.contig.KnownContig;
import org.idiome.genomics.contig.PseudoautosomalRegions;
import org.jspecify.annotations.Nullable;

/// Which contig of the builds a sequence is, by its digest (GA4GH refget).
///
/// An equal digest proves it. An unequal one does not disprove it: the analysis sets of GRCh38 mask
/// parts of some chromosomes with N, and many files mask the pseudoautosomal regions of Y; places
/// and numbers hold there.
///
/// @param refget `SQ.` and the digest of its bases in upper case
/// @param contig that it is, or whose name and length it has; null where there is none
public record KnownSequence(
    String name, int lengthBases, String refget, State state, @Nullable KnownContig contig) {

  /// How sure it is.
  public enum State {
    /// The digest is that of the contig.
    EQUAL,
    /// The digest is that of a contig that is called otherwise.
    EQUAL_OTHER_NAME,
    /// Y of a build, by name and length; its pseudoautosomal regions are N throughout.
    MASKED_PAR,
    /// Name and length are those of a contig of which published analysis sets mask parts.
    MAYBE_MASKED,
    /// Name and length are those of a contig; the bases are others.
    DIFFERS,
    /// Name and length are those of a contig whose digest is not known here.
    NOT_COMPARED,
    /// No contig of a build has this name and length.
    NOT_STANDARD;

    /// The word used in tables.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Chromosomes of GRCh38 of which the analysis sets mask parts (NCBI, README of
  /// seqs_for_alignment_pipelines.ucsc_ids).
  private static final Set<String> MASKED = Set.of("5", "14", "19", "21", "22", "Y");

  /// Says what a contig of a file is; reads all of it.
  ///
  /// @param name of one of its contigs
  public static KnownSequence of(ReferenceFasta fasta, String name) {
    var sequence = Objects.requireNonNull(fasta.sequence(name));
    return of(name, sequence, Contigs.named(name), Contigs.primary());
  }

  /// Says what a sequence is; reads all of it.
  ///
  /// @param named contigs that the name stands for
  /// @param all contigs whose digest may be met
  static KnownSequence of(
      String name, ReferenceSequence sequence, List<KnownContig> named, List<KnownContig> all) {
    var refget = Refget.accession(sequence);
    int length = sequence.lengthBases();
    var equal =
        all.stream()
            .filter(contig -> refget.equals(contig.refget()))
            // Of builds with the same sequence the one that is named, else the first.
            .min(Comparator.comparing((KnownContig contig) -> !named.contains(contig)));
    if (equal.isPresent()) {
      var state = named.contains(equal.get()) ? State.EQUAL : State.EQUAL_OTHER_NAME;
      return new KnownSequence(name, length, refget, state, equal.get());
    }
    var like =
        named.stream().filter(contig -> contig.lengthBases() == length).findFirst().orElse(null);
    return new KnownSequence(name, length, refget, state(like, sequence), like);
  }

  private static State state(@Nullable KnownContig like, ReferenceSequence sequence) {
    if (like == null) {
      return State.NOT_STANDARD;
    }
    if (like.refget() == null) {
      return State.NOT_COMPARED;
    }
    if (like.contig().name().equals("Y") && isParMasked(like, sequence)) {
      return State.MASKED_PAR;
    }
    return like.build() == GenomeBuild.GRCH38 && MASKED.contains(like.contig().name())
        ? State.MAYBE_MASKED
        : State.DIFFERS;
  }

  private static boolean isParMasked(KnownContig contig, ReferenceSequence sequence) {
    var regions =
        PseudoautosomalRegions.all().stream()
            .filter(one -> one.build() == contig.build() && one.contig().equals(contig.contig()))
            .toList();
    for (var region : regions) {
      for (int at = region.start0(); at < Math.min(region.end0(), sequence.lengthBases()); at++) {
        if (sequence.base(at) != 'N') {
          return false;
        }
      }
    }
    return !regions.isEmpty();
  }

  /// What it is called in its build, with its accession; empty where it is none.
  public String known() {
    if (contig == null) {
      return "";
    }
    return contig.build().code()
        + " "
        + contig.contig().name()
        + (contig.refseq() == null ? "" : " " + contig.refseq());
  }
}
