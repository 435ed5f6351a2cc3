package org.idiome.genomics.callability;

import java.util.ArrayList;
import java.util.List;

/// Resolves spans that overlap into stretches that do not, in one pass over spans sorted by start.
///
/// Of spans over a base the one of the highest rank wins, of equals the first. Holds no more than
/// the spans that are open at a time.
///
/// @param <P> what a span carries
public final class Sweep<P> {
  /// Takes stretches in order, without overlap.
  public interface Stretches<P> {
    /// A stretch that one span won; neighbours may be of the same span.
    void stretch(int start0, int end0, P span);
  }

  private record Open<P>(int end0, int rank, P span) {}

  private final Stretches<P> out;
  private final List<Open<P>> open = new ArrayList<>();
  private int cursor;

  /// Gives the stretches of one contig to `out`.
  public Sweep(Stretches<P> out) {
    this.out = out;
  }

  /// Whether a span that begins there would come too late.
  public boolean isPast(int start0) {
    return start0 < cursor;
  }

  /// Takes a span; its start must not lie before that of the span before it.
  public void add(int start0, int end0, int rank, P span) {
    if (isPast(start0)) {
      throw new IllegalArgumentException("span at " + start0 + " after " + cursor);
    }
    advance(start0);
    if (end0 > start0) {
      open.add(new Open<>(end0, rank, span));
    }
  }

  /// Ends the contig; the sweep can be used for another one.
  public void finish() {
    advance(Integer.MAX_VALUE);
    cursor = 0;
  }

  private void advance(int to) {
    while (cursor < to && !open.isEmpty()) {
      int boundary = to;
      Open<P> best = open.getFirst();
      for (var candidate : open) {
        boundary = Math.min(boundary, candidate.end0());
        best = candidate.rank() > best.rank() ? candidate : best;
      }
      out.stretch(cursor, boundary, best.span());
      cursor = boundary;
      int reached = boundary;
      open.removeIf(span -> span.end0() <= reached);
    }
    cursor = to;
  }
}
