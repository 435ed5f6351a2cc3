package org.idiome.genomics.liftover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.genomics.liftover.TargetContigs.Target;
import org.idiome.genomics.liftover.Told.Refused;
import org.idiome.genomics.liftover.Told.Written;

/// Tells a symbolic allele with its stretch on the target.
///
/// The event covers POS + 1 to its end. Both ends must lie on one alignment that covers 95 % of the
/// bases between them (the share that `liftOver` of UCSC asks for by default, `-minMatch=0.95`),
/// and the stretch on the target must have the same length but for a twentieth. The base before it
/// is the target's.
final class SpanLifter {
  /// A part of so much may be missing, or more or less: one in 20.
  private static final int PART = 20;

  private final Liftover liftover;

  SpanLifter(Liftover liftover) {
    this.liftover = liftover;
  }

  /// A symbolic record.
  ///
  /// @param start0 of REF
  /// @param end0 behind the last base of the event; `start0 + 1` where it lies between two bases
  /// @param info of INFO, as written: END, SVLEN, CIPOS, CIEND, where they are there
  record Event(int start0, int end0, String alternates, Map<String, String> info) {}

  Told lift(ChainContig source, Event event) {
    int first = event.start0() + 1;
    boolean isBetween = event.end0() <= first;
    // Of what lies between two bases both are lifted.
    int from = isBetween ? event.start0() : first;
    int last = isBetween ? first : event.end0() - 1;
    if (last >= source.lengthBases()) {
      return new Refused(Unlifted.BEYOND_CONTIG);
    }
    int one = source.block(from);
    int other = source.block(last);
    if (one < 0 || other < 0) {
      boolean isSeveral = one == ChainContig.SEVERAL || other == ChainContig.SEVERAL;
      return new Refused(isSeveral ? Unlifted.SEVERAL_PLACES : Unlifted.UNMAPPED);
    }
    var chain = source.chain(one);
    if (!chain.equals(source.chain(other))) {
      return new Refused(Unlifted.ENDS_APART);
    }
    var target = liftover.targets().of(chain.target(), chain.targetBases());
    if (target == null) {
      return new Refused(Unlifted.TARGET_NOT_IN_FASTA);
    }
    int a = source.target0(one, from);
    int b = source.target0(other, last);
    int low = Math.min(a, b);
    int length = Math.max(a, b) - low + 1;
    int before = last - from + 1;
    if (isBetween ? one != other : isOtherLength(source, one, other, from, last, length)) {
      return new Refused(isBetween ? Unlifted.INDEL_AT_GAP : Unlifted.LENGTH_CHANGED);
    }
    int position1 = isBetween ? low + 1 : low;
    if (position1 < 1) {
      return new Refused(Unlifted.NOT_SUPPORTED);
    }
    return written(
        source, event, chain, target, new Stretch(position1, isBetween ? 0 : before, length));
  }

  private static boolean isOtherLength(
      ChainContig source, int one, int other, int from, int last, int length) {
    long before = last - from + 1L;
    long covered = 0;
    for (int block = one; block <= other; block++) {
      if (source.chain(block).equals(source.chain(one))) {
        int start = Math.max(from, source.start0(block));
        covered += Math.min(last + 1, source.end0(block)) - start;
      }
    }
    return (before - covered) * PART > before || Math.abs(length - before) * PART > before;
  }

  /// @param before how many bases the event covered; 0 where it lies between two
  /// @param length how many it covers
  private record Stretch(int position1, int before, int length) {
    boolean isChanged() {
      return before > 0 && before != length;
    }
  }

  private Told written(
      ChainContig source, Event event, Chain chain, Target target, Stretch stretch) {
    var info = new HashMap<String, String>();
    var end = event.info().get("END");
    if (end != null) {
      int behind = stretch.before() == 0 ? behind(event, end) : stretch.length();
      info.put("END", Integer.toString(stretch.position1() + behind));
    }
    var lengths = event.info().get("SVLEN");
    if (lengths != null && stretch.before() > 0) {
      var now = lengths(lengths, stretch);
      if (now.isEmpty()) {
        return new Refused(Unlifted.NOT_SUPPORTED);
      }
      info.put("SVLEN", now);
    }
    if (chain.isReversed() && !turn(event, stretch.before() == 0, info)) {
      return new Refused(Unlifted.NOT_SUPPORTED);
    }
    return new Written(
        target,
        stretch.position1(),
        Liftover.bases(target.sequence(), stretch.position1() - 1, 1),
        event.alternates(),
        chain.isReversed(),
        -1,
        liftover.chains().isHome(source, chain),
        info,
        false,
        stretch.isChanged() ? List.of("length_changed") : List.of());
  }

  /// Some write POS, some POS + 1 as the end of what lies between the two.
  private static int behind(Event event, String end) {
    return end.equals(Integer.toString(event.start0() + 2)) ? 1 : 0;
  }

  /// Lengths on the target; empty where one is not that of the event.
  private static String lengths(String given, Stretch stretch) {
    var now = new ArrayList<String>();
    for (var one : given.split(",", -1)) {
      var digits = one.startsWith("-") ? one.substring(1) : one;
      if (one.equals(".")) {
        now.add(one);
      } else if (digits.equals(Integer.toString(stretch.before()))) {
        now.add((one.startsWith("-") ? "-" : "") + stretch.length());
      } else {
        return stretch.isChanged() ? "" : given;
      }
    }
    return String.join(",", now);
  }

  /// On the other strand the uncertain begin is the uncertain end; false where they are no pairs.
  private static boolean turn(Event event, boolean isBetween, Map<String, String> info) {
    var begin = turned(event.info().getOrDefault("CIPOS", "0,0"));
    var end = turned(event.info().getOrDefault("CIEND", "0,0"));
    if (begin.isEmpty() || end.isEmpty()) {
      return false;
    }
    boolean hasBegin = event.info().containsKey("CIPOS");
    boolean hasEnd = event.info().containsKey("CIEND");
    if (isBetween || (hasBegin && hasEnd)) {
      info.put("CIPOS", isBetween ? begin : end);
      info.put("CIEND", isBetween ? end : begin);
      return true;
    }
    return !hasBegin && !hasEnd;
  }

  private static String turned(String pair) {
    var ends = pair.split(",", -1);
    if (ends.length != 2) {
      return "";
    }
    try {
      return -Integer.parseInt(ends[1]) + "," + -Integer.parseInt(ends[0]);
    } catch (NumberFormatException _) {
      return "";
    }
  }
}
