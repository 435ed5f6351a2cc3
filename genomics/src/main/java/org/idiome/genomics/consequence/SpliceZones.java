package org.idiome.genomics.consequence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.idiome.genomics.gene.Transcript;
import org.idiome.genomics.rule.RuleTable;

/// The terms of introns and their junctions.
///
/// Bases are counted from a junction: those of the intron 1, 2, …, those of the exon 0, -1, …. A
/// junction whose two bases are touched carries their term alone.
final class SpliceZones {
  private static final Side DONOR = Side.of("donor");
  private static final Side ACCEPTOR = Side.of("acceptor");

  private record Zone(int from, int to, Term term) {
    boolean isSite() {
      return term == Term.SPLICE_DONOR || term == Term.SPLICE_ACCEPTOR;
    }

    boolean holds(int at) {
      return at >= from && at <= to;
    }
  }

  /// The zones of one kind of junction.
  ///
  /// @param nearest the first base of all
  /// @param furthest the last base of all
  private record Side(List<Zone> zones, int nearest, int furthest) {
    static Side of(String name) {
      var zones = new ArrayList<Zone>();
      for (var row : RuleTable.beside(SpliceZones.class, "splice-zones.tsv").rows()) {
        if (row.get("side").equals(name)) {
          zones.add(
              new Zone(
                  inward(row.number("from")), inward(row.number("to")), Term.of(row.get("term"))));
        }
      }
      return new Side(
          List.copyOf(zones),
          zones.stream().mapToInt(Zone::from).min().orElse(0),
          zones.stream().mapToInt(Zone::to).max().orElse(0));
    }

    /// The table has no 0: the base before 1 is -1.
    private static int inward(int inTable) {
      return inTable < 0 ? inTable + 1 : inTable;
    }
  }

  private SpliceZones() {}

  /// One junction with what a change does there.
  private static final class Junction {
    final Side side;
    final int lengthBases;
    final Set<Term> terms = EnumSet.noneOf(Term.class);
    boolean isSiteHit;

    Junction(Side side, int lengthBases) {
      this.side = side;
      this.lengthBases = lengthBases;
    }

    void touch(int at) {
      for (var zone : side.zones()) {
        if (zone.holds(at)) {
          isSiteHit |= zone.isSite();
          terms.add(zone.term());
        }
      }
    }

    /// Something is put in between a base and the next one inwards.
    void insert(int at) {
      if (at < side.nearest() || at + 1 > side.furthest()) {
        return;
      }
      for (var zone : side.zones()) {
        boolean one = zone.holds(at) && at <= lengthBases;
        boolean other = zone.holds(at + 1) && at + 1 <= lengthBases;
        if (zone.isSite()) {
          isSiteHit |= one && other;
          if (one && other) {
            terms.add(zone.term());
          }
        } else if ((one || other) && zone.term() != Term.SPLICE_DONOR_5TH_BASE) {
          terms.add(zone.term());
        }
      }
    }

    void settle() {
      if (isSiteHit) {
        terms.removeIf(term -> term != Term.SPLICE_DONOR && term != Term.SPLICE_ACCEPTOR);
      }
    }

    boolean covers(int at) {
      return at <= (isSiteHit ? side.furthest() : 2);
    }
  }

  /// The terms of the introns that a change touches.
  static Set<Term> of(Placement placed, Transcript transcript) {
    var terms = EnumSet.noneOf(Term.class);
    for (int intron = 0; intron + 1 < transcript.exons(); intron++) {
      int low = TouchedParts.intronStart0(transcript, intron);
      int high = TouchedParts.intronEnd0(transcript, intron);
      if (placed.end0() > low - 3 && placed.start0() < high + 3) {
        terms.addAll(of(placed, low, high, transcript.isForward()));
      }
    }
    return terms;
  }

  /// @param low first base of the intron on the contig
  /// @param high behind its last
  private static Set<Term> of(Placement placed, int low, int high, boolean isForward) {
    int deep = Math.max(DONOR.furthest(), ACCEPTOR.furthest());
    if (placed.start0() >= low + deep && placed.end0() <= high - deep) {
      return EnumSet.of(Term.INTRON);
    }
    var left = new Junction(isForward ? DONOR : ACCEPTOR, high - low);
    var right = new Junction(isForward ? ACCEPTOR : DONOR, high - low);
    boolean isInIntron = false;
    if (placed.isInsertion()) {
      int at = placed.start0();
      left.insert(at - low);
      right.insert(high - at);
      isInIntron = at > low && at < high;
    } else {
      int from = Math.max(placed.start0(), low - 3);
      int to = Math.min(placed.end0(), high + 3);
      var touched = touched(placed, from, to, low + deep, high - deep);
      for (int at : touched) {
        touch(at, low, high, left, right);
      }
      for (int at : touched) {
        isInIntron |=
            at >= low && at < high && !left.covers(at - low + 1) && !right.covers(high - at);
      }
    }
    left.settle();
    right.settle();
    if (isInIntron && !(placed.isInsertion() && (left.isSiteHit || right.isSiteHit))) {
      left.terms.add(Term.INTRON);
    }
    left.terms.addAll(right.terms);
    return left.terms;
  }

  /// The bases that are touched; of a long deletion those near to junctions, and one for all that
  /// lie deep in the intron.
  private static int[] touched(Placement placed, int from, int to, int nearTo, int farFrom) {
    boolean isLong = !placed.isSubstitution() && Math.max(from, nearTo) + 1 < farFrom;
    int near = isLong ? Math.min(to, Math.max(from, nearTo) + 1) : to;
    return IntStream.concat(
            IntStream.range(from, near), IntStream.range(Math.max(near, farFrom), to))
        .filter(placed::touches)
        .toArray();
  }

  private static void touch(int at, int low, int high, Junction left, Junction right) {
    if (at < high) {
      left.touch(at - low + 1);
    }
    if (at >= low) {
      right.touch(high - at);
    }
  }
}
