package org.idiome.genomics.calls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.genome.Callability;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.LookedAt;
import org.idiome.core.source.SourceRow;
import org.idiome.genomics.callability.Judgement;
import org.idiome.genomics.callability.Reason;
import org.idiome.genomics.callability.Sweep;
import org.jspecify.annotations.Nullable;

/// What was looked at: judgements of records at the loci asked for, resolved once all are there.
///
/// The order of the records does not matter.
final class Stretches {
  private static final String NO_RECORD = "no record";

  /// A judgement and its line.
  private record Span(Judgement judgement, long line) {}

  /// A stretch that one span won.
  private record Won(int start0, int end0, Span span) {}

  private final Map<Integer, List<Span>> byContig = new HashMap<>();
  private final int file;

  Stretches(int file) {
    this.file = file;
  }

  void add(int contig, Judgement judgement, long line) {
    if (!judgement.isEmpty()) {
      byContig.computeIfAbsent(contig, _ -> new ArrayList<>()).add(new Span(judgement, line));
    }
  }

  /// Every base of the loci, in order.
  ///
  /// @param contigs numbers of a file's contigs by the names they stand for
  /// @param assumed regions within which absence means reference; null where it does not
  List<LookedAt> lookedAt(
      List<Locus> loci, Map<Contig, List<Integer>> contigs, @Nullable Regions assumed) {
    var resolved = new HashMap<Contig, List<Won>>();
    var all = new ArrayList<LookedAt>();
    for (var locus : loci) {
      var won =
          resolved.computeIfAbsent(
              locus.contig(), contig -> won(contigs.getOrDefault(contig, List.of())));
      int at = locus.start0();
      for (var stretch : won) {
        int start = Math.max(stretch.start0(), at);
        int end = Math.min(stretch.end0(), locus.end0());
        if (start < end) {
          gap(locus, at, start, assumed, all);
          add(locus, start, end, stretch.span(), all);
          at = end;
        }
      }
      gap(locus, at, locus.end0(), assumed, all);
    }
    return all;
  }

  private List<Won> won(List<Integer> numbers) {
    var spans = new ArrayList<Span>();
    for (int number : numbers) {
      spans.addAll(byContig.getOrDefault(number, List.of()));
    }
    spans.sort(
        Comparator.comparingInt((Span span) -> span.judgement().start0())
            .thenComparingLong(Span::line));
    var won = new ArrayList<Won>();
    var sweep = new Sweep<Span>((start0, end0, span) -> won.add(new Won(start0, end0, span)));
    for (var span : spans) {
      var judgement = span.judgement();
      sweep.add(judgement.start0(), judgement.end0(), judgement.rank(), span);
    }
    sweep.finish();
    return won;
  }

  private void add(Locus locus, int start0, int end0, Span span, List<LookedAt> all) {
    add(
        locus,
        start0,
        end0,
        span.judgement().state(),
        span.judgement().reason().text(),
        new SourceRow(file, span.line()),
        all);
  }

  private static void gap(
      Locus locus, int from, int to, @Nullable Regions assumed, List<LookedAt> all) {
    int at = from;
    for (var region : assumed == null ? List.<Regions.Region>of() : assumed.regions()) {
      int start = Math.max(region.start0(), at);
      int end = Math.min(region.end0(), to);
      if (region.contig().equals(locus.contig()) && start < end) {
        notLookedAt(locus, at, start, all);
        var reason = new Reason(Reason.Kind.ASSUMED, "", null, null).text();
        add(locus, start, end, Callability.CALLED_REFERENCE, reason, region.row(), all);
        at = end;
      }
    }
    notLookedAt(locus, at, to, all);
  }

  private static void notLookedAt(Locus locus, int from, int to, List<LookedAt> all) {
    if (from < to) {
      add(locus, from, to, Callability.NOT_LOOKED_AT, NO_RECORD, null, all);
    }
  }

  /// Adds a stretch, as one with the last where both are of one row.
  private static void add(
      Locus locus,
      int start0,
      int end0,
      Callability state,
      String reason,
      @Nullable SourceRow row,
      List<LookedAt> all) {
    int start = start0;
    if (row != null && !all.isEmpty()) {
      var last = all.getLast();
      if (row.equals(last.row())
          && last.locus().contig().equals(locus.contig())
          && last.locus().end0() == start0) {
        start = last.locus().start0();
        all.removeLast();
      }
    }
    all.add(
        new LookedAt(new Locus(locus.build(), locus.contig(), start, end0), state, reason, row));
  }
}
