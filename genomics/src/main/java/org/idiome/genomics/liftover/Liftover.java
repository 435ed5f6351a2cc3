package org.idiome.genomics.liftover;

import java.util.ArrayList;
import java.util.List;
import org.idiome.genomics.liftover.Lifted.Moved;
import org.idiome.genomics.liftover.Lifted.Not;
import org.idiome.genomics.liftover.TargetContigs.Target;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.vcf.Bases;
import org.jspecify.annotations.Nullable;

/// Tells alleles of the source on the target. For one thread.
///
/// All bases of REF must lie in one stretch without a gap. On the other strand the alleles are
/// reverse-complemented. REF is then compared with the target: where an alternate of the same
/// length is the reference there, the two are exchanged if that was asked for, and refused if not.
/// An insertion or deletion must be told apart from the gaps of the alignment: all of the stretch
/// through which it can be rolled, and a base on either side, must lie within the same one, and,
/// where the source is there to compare, be the same on both; it is then left-aligned again.
public final class Liftover {
  private final Chains chains;
  private final TargetContigs targets;
  private final @Nullable ReferenceFasta source;
  private final boolean mayExchange;

  /// @param source FASTA file that the chains lead from, or null; without it nobody knows whether
  ///   an insertion or deletion was rolled over a base that the assemblies do not have alike
  /// @param mayExchange whether REF and an alternate are exchanged where the target has that
  public Liftover(
      Chains chains, TargetContigs targets, @Nullable ReferenceFasta source, boolean mayExchange) {
    this.chains = chains;
    this.targets = targets;
    this.source = source;
    this.mayExchange = mayExchange;
  }

  Chains chains() {
    return chains;
  }

  TargetContigs targets() {
    return targets;
  }

  /// The bases of a contig of the source, or null.
  @Nullable ReferenceSequence bases(ChainContig contig) {
    return source == null ? null : source.sequence(contig.name());
  }

  /// The alleles of a place.
  ///
  /// @param contig by any name of the sequence
  /// @param position1 of the first base of `reference`
  /// @param reference bases in upper case
  /// @param alternates bases in upper case; `*`, `<*>` and `<NON_REF>` stay what they are
  public Lifted lift(String contig, int position1, String reference, List<String> alternates) {
    var from = chains.source(contig);
    if (from == null) {
      return new Not(Unlifted.CONTIG_NOT_IN_CHAIN);
    }
    if (position1 < 1 || position1 - 1L + reference.length() > from.lengthBases()) {
      return new Not(Unlifted.BEYOND_CONTIG);
    }
    return lift(from, position1 - 1, reference, alternates);
  }

  Lifted lift(ChainContig from, int start0, String reference, List<String> alternates) {
    int block = from.block(start0);
    if (block < 0) {
      return new Not(block == ChainContig.SEVERAL ? Unlifted.SEVERAL_PLACES : Unlifted.UNMAPPED);
    }
    int end0 = start0 + reference.length();
    if (end0 > from.end0(block)) {
      return new Not(Unlifted.SPANS_GAP);
    }
    var chain = from.chain(block);
    var target = targets.of(chain.target(), chain.targetBases());
    if (target == null) {
      return new Not(Unlifted.TARGET_NOT_IN_FASTA);
    }
    boolean isReversed = chain.isReversed();
    int at0 = from.target0(block, isReversed ? end0 - 1 : start0);
    var here = bases(target.sequence(), at0, reference.length());
    if (here.indexOf('N') >= 0 || reference.indexOf('N') >= 0) {
      return new Not(Unlifted.UNKNOWN_BASE);
    }
    var own = Strand.on(isReversed, reference);
    var others = new ArrayList<String>(alternates.size());
    for (var alternate : alternates) {
      others.add(Strand.isBases(alternate) ? Strand.on(isReversed, alternate) : alternate);
    }
    int exchanged = -1;
    if (!own.equals(here)) {
      exchanged = others.indexOf(here);
      if (exchanged < 0 || !mayExchange) {
        return new Not(exchanged < 0 ? Unlifted.REFERENCE_DIFFERS : Unlifted.REFERENCE_SWAPPED);
      }
      others.set(exchanged, own);
    }
    var isHome = chains.isHome(from, chain);
    var moved =
        new Moved(target.name(), at0 + 1, here, others, isReversed, exchanged, false, isHome);
    return isResized(here, others) ? realigned(moved, from, block, target) : moved;
  }

  private static boolean isResized(String reference, List<String> alternates) {
    return alternates.stream()
        .anyMatch(one -> Strand.isBases(one) && one.length() != reference.length());
  }

  /// Of an insertion or deletion.
  private Lifted realigned(Moved moved, ChainContig from, int block, Target target) {
    var own = bases(from);
    var sequence = target.sequence();
    int at0 = moved.position1() - 1;
    for (var alternate : moved.alternates()) {
      boolean isResized =
          Strand.isBases(alternate) && alternate.length() != moved.reference().length();
      if (isResized) {
        var form = NormalForm.of(sequence, at0, moved.reference(), alternate);
        int from0 = Math.max(0, form.start0() - 1);
        int end0 = form.start0() + form.reference().length() + form.rolls();
        int to0 = Math.min(sequence.lengthBases(), end0 + 1);
        if (from0 < from.targetStart0(block) || to0 > from.targetEnd0(block)) {
          return new Not(Unlifted.INDEL_AT_GAP);
        }
        if (own != null && !isAlike(own, sequence, from, block, from0, to0)) {
          return new Not(Unlifted.INDEL_AT_DIFFERENCE);
        }
      }
    }
    if (moved.alternates().stream().anyMatch(one -> one.startsWith("<"))) {
      // Any other allele than those listed, of just these bases: they stay as they are, but the
      // base before them was not looked at.
      return moved.isReversed() ? new Not(Unlifted.NOT_SUPPORTED) : moved;
    }
    return left(moved, sequence);
  }

  /// Whether source and target have the same bases on a stretch of the target.
  private static boolean isAlike(
      ReferenceSequence own,
      ReferenceSequence sequence,
      ChainContig from,
      int block,
      int start0,
      int end0) {
    boolean isReversed = from.chain(block).isReversed();
    for (int at = start0; at < end0; at++) {
      char base = (char) Bases.base(own.base(from.source0(block, at)));
      char there = (char) Bases.base(sequence.base(at));
      boolean isBase = Strand.isBases(String.valueOf(base));
      if (!isBase || there != (isReversed ? Strand.other(base) : base)) {
        return false;
      }
    }
    return true;
  }

  private static Moved left(Moved moved, ReferenceSequence sequence) {
    var alleles = new ArrayList<String>();
    alleles.add(moved.reference());
    moved.alternates().stream().filter(Strand::isBases).forEach(alleles::add);
    var aligned = Realigned.of(sequence, moved.position1() - 1, alleles);
    var alternates = new ArrayList<String>();
    int next = 1;
    for (var alternate : moved.alternates()) {
      alternates.add(Strand.isBases(alternate) ? aligned.alleles().get(next++) : alternate);
    }
    boolean isOther = !moved.isReversed() && aligned.start0() + 1 != moved.position1();
    return new Moved(
        moved.contig(),
        aligned.start0() + 1,
        aligned.alleles().getFirst(),
        alternates,
        moved.isReversed(),
        moved.exchanged(),
        isOther,
        moved.isHome());
  }

  /// Bases of the target as a record writes them: of a code the first base.
  static String bases(ReferenceSequence sequence, int start0, int length) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) Bases.base(sequence.base(start0 + i)));
    }
    return text.toString();
  }
}
