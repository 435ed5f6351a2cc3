package org.idiome.care.pharmacogenes.observe;

import java.util.List;
import org.idiome.core.genome.Allele;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Call;
import org.idiome.knowledge.pharmacogene.DefiningPosition;

/// A position as records are compared with it.
///
/// @param name for people: the rsid or genomic name
/// @param locus the reference bases of its VCF form
/// @param reference those bases
/// @param alternates its documented alternates in VCF form
/// @param changes what each documented alternate changes, trimmed; bit `i + 1` stands for the
///   `i`-th
/// @param first0 first reference base that a documented change touches
/// @param end0 end of the last one; equal to `first0` where all only insert
/// @param isSubstitution whether every change replaces the same single base
/// @param isCovered whether a documented deletion at another position takes this base away
public record Target(
    String name,
    Locus locus,
    String reference,
    List<String> alternates,
    List<Allele> changes,
    int first0,
    int end0,
    boolean isSubstitution,
    boolean isCovered) {
  /// How far from an indel a record may stand that writes the same change in another alignment.
  private static final int FLANK_BASES = 100;

  /// Copies the lists.
  public Target {
    alternates = List.copyOf(alternates);
    changes = List.copyOf(changes);
  }

  /// A position of a gene.
  static Target of(DefiningPosition position, boolean isCovered) {
    var changes = position.changes();
    int first = Integer.MAX_VALUE;
    int end = 0;
    boolean isSubstitution = true;
    for (var change : changes) {
      first = Math.min(first, change.start0());
      end = Math.max(end, change.start0() + change.reference().length());
      isSubstitution &= change.reference().length() == 1 && change.alternate().length() == 1;
    }
    return new Target(
        position.name(),
        position.locus(),
        position.reference(),
        position.alternates(),
        changes,
        first,
        end,
        isSubstitution && end == first + 1,
        isCovered);
  }

  /// The bit of the reference and of every documented alternate.
  public int documented() {
    return (1 << (changes.size() + 1)) - 1;
  }

  /// Where records may stand that speak of this position.
  public Locus reach() {
    if (isSubstitution) {
      return locus;
    }
    return new Locus(
        locus.build(),
        locus.contig(),
        Math.max(0, locus.start0() - FLANK_BASES),
        locus.end0() + FLANK_BASES);
  }

  GenomeBuild build() {
    return locus.build();
  }

  Contig contig() {
    return locus.contig();
  }

  /// Whether a record has other reference bases over this position than the genome build has.
  boolean contradicts(Call call) {
    var theirs = call.reference();
    int shift = locus.start0() - call.locus().start0();
    for (int i = Math.max(0, -shift); i < reference.length() && i + shift < theirs.length(); i++) {
      char base = theirs.charAt(i + shift);
      if ("ACGT".indexOf(base) >= 0 && base != reference.charAt(i)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a documented change of this position takes away bases of another.
  boolean deletes(Target other) {
    return changes.stream()
        .anyMatch(change -> change.alternate().isEmpty() && other.isTouchedBy(change));
  }

  /// Whether a trimmed change takes bases away that the documented changes touch.
  boolean loses(Allele change) {
    int start = change.start0();
    return start < end0 && first0 < start + change.reference().length();
  }

  /// Whether a trimmed change touches what the documented changes touch.
  boolean isTouchedBy(Allele change) {
    int start = change.start0();
    int end = start + change.reference().length();
    if (isSubstitution || (start < end && first0 < end0)) {
      return start < end0 && first0 < end;
    }
    return start <= end0 && first0 <= end;
  }
}
