package org.idiome.genomics.liftover;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.idiome.genomics.liftover.TargetContigs.Target;
import org.idiome.genomics.liftover.Told.Parts;
import org.idiome.genomics.liftover.Told.Refused;
import org.idiome.genomics.liftover.Told.Written;
import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.vcf.Bases;
import org.jspecify.annotations.Nullable;

/// Tells a block of reference on the target: its parts without a gap, and of those the bases that
/// source and target have alike.
///
/// Reference means the bases of the source. Where the target has others the copies differ from it,
/// and where it has more bases nobody looked: neither is part of what is written.
final class BlockLifter {
  private final Liftover liftover;

  BlockLifter(Liftover liftover) {
    this.liftover = liftover;
  }

  /// @param bases of the source, or null where nobody has them
  /// @param alternates the ALT column
  Told lift(
      ChainContig source,
      @Nullable ReferenceSequence bases,
      int start0,
      int end0,
      String alternates) {
    if (bases == null) {
      return new Refused(Unlifted.BLOCK_NEEDS_SOURCE);
    }
    var parts = new ArrayList<Written>();
    boolean isCovered = false;
    boolean isInFasta = false;
    for (int block = source.firstBehind(start0);
        block < source.size() && source.start0(block) < end0;
        block++) {
      isCovered = true;
      var chain = source.chain(block);
      var target = liftover.targets().of(chain.target(), chain.targetBases());
      if (target != null) {
        isInFasta = true;
        int from = Math.max(start0, source.start0(block));
        int to = Math.min(end0, source.end0(block));
        add(new Stretch(source, block, target), bases, from, to, alternates, parts);
      }
    }
    if (!parts.isEmpty()) {
      return new Parts(parts, end0 - start0);
    }
    return new Refused(
        !isCovered
            ? uncovered(source, start0)
            : isInFasta ? Unlifted.BLOCK_DIFFERS : Unlifted.TARGET_NOT_IN_FASTA);
  }

  private static Unlifted uncovered(ChainContig source, int start0) {
    return source.block(start0) == ChainContig.SEVERAL
        ? Unlifted.SEVERAL_PLACES
        : Unlifted.UNMAPPED;
  }

  private record Stretch(ChainContig source, int block, Target target) {
    int place0(int at0) {
      return source.target0(block, at0);
    }

    boolean isAlike(ReferenceSequence bases, int at0) {
      char own = (char) Bases.base(bases.base(at0));
      char there = (char) Bases.base(target.sequence().base(place0(at0)));
      return own != 'N'
          && Strand.isBases(String.valueOf(own))
          && there == (source.chain(block).isReversed() ? Strand.other(own) : own);
    }
  }

  private void add(
      Stretch stretch,
      ReferenceSequence bases,
      int from,
      int to,
      String alternates,
      List<Written> parts) {
    int start = from;
    for (int at = from; at <= to; at++) {
      if (at == to || !stretch.isAlike(bases, at)) {
        if (start < at) {
          parts.add(part(stretch, start, at, alternates));
        }
        start = at + 1;
      }
    }
  }

  private Written part(Stretch stretch, int start0, int end0, String alternates) {
    var chain = stretch.source().chain(stretch.block());
    int one = stretch.place0(start0);
    int other = stretch.place0(end0 - 1);
    int first = Math.min(one, other);
    return new Written(
        stretch.target(),
        first + 1,
        Liftover.bases(stretch.target().sequence(), first, 1),
        alternates,
        chain.isReversed(),
        -1,
        liftover.chains().isHome(stretch.source(), chain),
        Map.of("END", Integer.toString(Math.max(one, other) + 1)),
        false,
        List.of());
  }
}
