package org.idiome.genomics.liftover;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.idiome.genomics.liftover.TargetContigs.Target;
import org.idiome.genomics.liftover.Told.Refused;
import org.idiome.genomics.liftover.Told.Written;
import org.jspecify.annotations.Nullable;

/// Tells a breakend on the target, with the place that it joins (VCF 4.5, section 5.4).
///
/// Bases before a bracket say that what lies on the left of POS goes on elsewhere, bases behind one
/// that what lies on the right does; `[p[` joins what lies on the right of p, `]p]` what lies on
/// the left. On the other strand left becomes right, each end for itself. What stands in the place
/// of REF on the joined copy stays as it was, also where the target has another base.
final class JoinLifter {
  private final Liftover liftover;

  /// A place on the target.
  private record End(Target target, int at0, boolean isReversed, boolean isHome) {}

  JoinLifter(Liftover liftover) {
    this.liftover = liftover;
  }

  Told lift(ChainContig source, int start0, String reference, List<String> alternates) {
    int block = source.block(start0);
    if (block < 0) {
      return new Refused(
          block == ChainContig.SEVERAL ? Unlifted.SEVERAL_PLACES : Unlifted.UNMAPPED);
    }
    var own = end(source, start0);
    if (own == null) {
      return new Refused(Unlifted.TARGET_NOT_IN_FASTA);
    }
    if (reference.length() != 1) {
      return new Refused(Unlifted.NOT_SUPPORTED);
    }
    var here = Liftover.bases(own.target().sequence(), own.at0(), 1);
    var joins = new ArrayList<String>();
    for (var alternate : alternates) {
      if (alternate.indexOf('<') >= 0 && own.isReversed()) {
        return new Refused(Unlifted.NOT_SUPPORTED);
      }
      var join = join(own, here, reference, alternate);
      if (join.isEmpty()) {
        return new Refused(Unlifted.MATE_NOT_LIFTED);
      }
      joins.add(join);
    }
    return new Written(
        own.target(),
        own.at0() + 1,
        here,
        String.join(",", joins),
        own.isReversed(),
        -1,
        own.isHome(),
        Map.of(),
        true,
        List.of());
  }

  private @Nullable End end(ChainContig source, int at0) {
    int block = at0 < 0 || at0 >= source.lengthBases() ? -1 : source.block(at0);
    if (block < 0) {
      return null;
    }
    var chain = source.chain(block);
    var target = liftover.targets().of(chain.target(), chain.targetBases());
    return target == null
        ? null
        : new End(
            target,
            source.target0(block, at0),
            chain.isReversed(),
            liftover.chains().isHome(source, chain));
  }

  /// The alternate on the target; empty where its other end has no place.
  private String join(End own, String here, String reference, String alternate) {
    if (alternate.indexOf('<') >= 0) {
      return alternate;
    }
    if (alternate.startsWith(".")) {
      return half(own, here, reference, alternate.substring(1), false);
    }
    if (alternate.endsWith(".")) {
      return half(own, here, reference, alternate.substring(0, alternate.length() - 1), true);
    }
    int open = bracket(alternate, 0);
    int close = bracket(alternate, open + 1);
    boolean isLeft = open > 0;
    var bases = isLeft ? alternate.substring(0, open) : alternate.substring(close + 1);
    var place = alternate.substring(open + 1, close);
    int colon = place.lastIndexOf(':');
    var source = liftover.chains().source(place.substring(0, colon));
    var mate = source == null ? null : mate(source, place.substring(colon + 1));
    if (mate == null) {
      return "";
    }
    boolean isRight = (alternate.charAt(open) == '[') != mate.isReversed();
    char sign = isRight ? '[' : ']';
    var joined = sign + mate.target().name() + ":" + (mate.at0() + 1) + sign;
    var put = put(own, here, reference, bases, isLeft);
    return isLeft == own.isReversed() ? joined + put : put + joined;
  }

  private @Nullable End mate(ChainContig source, String position1) {
    long at = position1.length() > 10 ? 0 : Long.parseLong(position1);
    return at < 1 || at > source.lengthBases() ? null : end(source, (int) at - 1);
  }

  private static String half(End own, String here, String reference, String bases, boolean isLeft) {
    var put = put(own, here, reference, bases, isLeft);
    return isLeft == own.isReversed() ? "." + put : put + ".";
  }

  private static int bracket(String text, int from) {
    int at = from;
    while (text.charAt(at) != '[' && text.charAt(at) != ']') {
      at++;
    }
    return at;
  }

  /// The bases on the strand of the target; the base of REF that nobody knew is the target's.
  private static String put(End own, String here, String reference, String given, boolean isLeft) {
    var bases = new StringBuilder(given.toUpperCase(Locale.ROOT));
    int anchor = isLeft ? 0 : bases.length() - 1;
    if (reference.equals("N") && bases.charAt(anchor) == 'N') {
      bases.setCharAt(anchor, Strand.on(own.isReversed(), known(here)).charAt(0));
    }
    return Strand.on(own.isReversed(), bases.toString());
  }

  private static String known(String base) {
    return Strand.isBases(base) ? base : "N";
  }
}
