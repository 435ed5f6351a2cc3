package org.idiome.report.course;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.idiome.core.finding.Details;
import org.idiome.report.markup.Drawing;
import org.idiome.report.markup.Drawing.Anchor;
import org.idiome.report.markup.TextWidth;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Words;
import org.jspecify.annotations.Nullable;

/// Draws one lane: marks with labels that never cover each other, bars, or counts.
final class LaneDrawing {
  private static final double ROW = 18;
  private static final double MARK = 12;
  private static final double MARK_GAP = 3;
  private static final double BAR = 12;
  private static final double LEAST_BAR = 2.5;
  private static final int MOST_ROWS = 4;
  private static final double LONGEST_LINE = 120;
  private static final double LONGEST_LABEL = 290;
  private static final double SHORTEST_LABEL = 60;

  /// An event that lasted no longer than this is drawn in the middle of its days.
  private static final double POINT_DAYS = 31;

  private final Drawing drawing;
  private final Frame frame;
  private final AxisMap map;
  private final @Nullable Placed at;
  private final Words words;

  LaneDrawing(Drawing drawing, Frame frame, AxisMap map, @Nullable Placed at, Words words) {
    this.drawing = drawing;
    this.frame = frame;
    this.map = map;
    this.at = at;
    this.words = words;
  }

  /// Draws a lane from `top` down, and answers with where it ends.
  double draw(Lane lane, double top) {
    return switch (lane) {
      case Lane.Events events -> events(events, top);
      case Lane.Bars bars -> bars(bars, top);
      case Lane.Density density -> density(density, top);
    };
  }

  private double names(Lane lane, String aside, double top) {
    double y = top + 13;
    var name = TextWidth.cut(lane.name(), frame.text().size(), frame.nameWidth());
    var remark = TextWidth.cut(aside, frame.faint().size(), frame.asideWidth());
    if (frame.isStacked()) {
      drawing.text(frame.text(), Anchor.START, 0, y, name);
      drawing.text(frame.faint(), Anchor.END, frame.width(), y, remark);
      return top + ROW;
    }
    drawing.text(frame.text(), Anchor.END, frame.namesEnd(), y, name);
    drawing.text(frame.faint(), Anchor.START, frame.aside(), y, remark);
    return top;
  }

  private record PlacedMark(
      Lane.Event event, double x, int row, @Nullable String label, double labelX, Anchor anchor) {}

  private double events(Lane.Events lane, double top) {
    var ends = new double[MOST_ROWS];
    Arrays.fill(ends, frame.left() - 2);
    var placed = new ArrayList<PlacedMark>();
    int leftOut = 0;
    for (var event : lane.events()) {
      var mark = place(event, ends);
      if (mark == null) {
        leftOut++;
      } else {
        placed.add(mark);
      }
    }
    var aside =
        leftOut == 0
            ? lane.aside()
            : words.say("course.left_out", Details.NONE.count("count", leftOut));
    double from = names(lane, aside, top);
    int rows = placed.stream().mapToInt(PlacedMark::row).max().orElse(0) + 1;
    for (var mark : placed) {
      mark(mark, from + ROW / 2 + mark.row() * ROW);
    }
    return from + rows * ROW + 2;
  }

  /// The first row that has room for mark and label, else for the mark with part of it or alone;
  /// null where none has.
  ///
  /// The label stands behind the mark, or behind the line of what lasted while that is short.
  private @Nullable PlacedMark place(Lane.Event event, double[] ends) {
    double x = map.x(isPoint(event) ? event.at().middle() : event.at().from());
    double start = x - MARK / 2 - MARK_GAP;
    double end = x + MARK / 2;
    if (!isPoint(event) && !event.at().isOpenEnd()) {
      double lasts = map.x(clipped(event.at().to()));
      end = lasts - x <= LONGEST_LINE ? Math.max(end, lasts) : end;
    }
    var label = TextWidth.cut(event.label(), frame.faint().size(), LONGEST_LABEL);
    double width = TextWidth.of(label, frame.faint().size());
    for (int row = 0; row < MOST_ROWS && width > 0; row++) {
      if (ends[row] <= start && end + 4 + width <= frame.right() + 4) {
        ends[row] = end + 4 + width + 6;
        return new PlacedMark(event, x, row, label, end + 4, Anchor.START);
      }
      if (ends[row] <= x - MARK / 2 - 4 - width - 2) {
        ends[row] = x + MARK / 2 + MARK_GAP;
        return new PlacedMark(event, x, row, label, x - MARK / 2 - 4, Anchor.END);
      }
    }
    return placeCut(event, x, end, ends);
  }

  /// With as much of the label as there is room for behind the mark, or with none.
  private @Nullable PlacedMark placeCut(Lane.Event event, double x, double end, double[] ends) {
    double room = frame.right() + 4 - end - 4;
    for (int row = 0; row < MOST_ROWS; row++) {
      if (ends[row] <= x - MARK / 2 - MARK_GAP) {
        // The last row is for marks alone, so that as many as can be are drawn.
        boolean hasRoom = room >= SHORTEST_LABEL && row + 1 < MOST_ROWS && !event.label().isEmpty();
        var label = hasRoom ? TextWidth.cut(event.label(), frame.faint().size(), room) : null;
        ends[row] = hasRoom ? frame.right() : x + MARK / 2 + MARK_GAP;
        return new PlacedMark(event, x, row, label, end + 4, Anchor.START);
      }
    }
    return null;
  }

  private static boolean isPoint(Lane.Event event) {
    return !event.at().isOpenEnd() && event.at().to() - event.at().from() <= POINT_DAYS;
  }

  private void mark(PlacedMark placed, double y) {
    var event = placed.event();
    double end = event.at().isOpenEnd() ? placed.x() : map.x(clipped(event.at().to()));
    if (!isPoint(event) && end > placed.x() + MARK) {
      double from = Math.max(placed.x(), labelEnd(placed));
      drawing.groundLine("lasts", from, y, Math.max(from, end), y);
    }
    drawing.symbol(event.mark().symbol(), event.mark().style(), placed.x(), y, MARK);
    if (placed.label() != null) {
      drawing.text(frame.faint(), placed.anchor(), placed.labelX(), y + 4.3, placed.label());
    }
  }

  /// Where a label ends that stands on the line of what lasted, else where nothing is.
  private double labelEnd(PlacedMark placed) {
    var label = placed.label();
    if (label == null || placed.anchor() != Anchor.START || placed.labelX() >= placed.x() + MARK) {
      return Double.NEGATIVE_INFINITY;
    }
    return placed.labelX() + TextWidth.of(label, frame.faint().size()) + 4;
  }

  private double clipped(double day) {
    return at == null ? day : Math.min(day, at.to());
  }

  private double bars(Lane.Bars lane, double top) {
    double from = names(lane, lane.aside(), top);
    double middle = from + ROW / 2;
    for (var bar : lane.bars()) {
      double x = bar.at().isOpenStart() ? frame.left() : map.x(bar.at().from());
      double last = bar.at().isOpenEnd() ? map.lastDay() : clipped(bar.at().to());
      double width = Math.max(LEAST_BAR, map.x(last) - x);
      double height = BAR * bar.height();
      boolean isOpen = bar.at().isOpenEnd() || bar.at().isOpenStart();
      var style = (bar.isMain() ? "rx-a" : "rx-b") + (isOpen ? " rx-open" : "");
      drawing.rect(style, x, middle - height / 2, width, height);
    }
    return from + ROW + 2;
  }

  private double density(Lane.Density lane, double top) {
    double from = names(lane, lane.aside(), top);
    double most = lane.counts().stream().mapToLong(Lane.Count::values).max().orElse(1);
    double end = frame.left();
    for (var count : lane.counts()) {
      double x = map.x(count.day());
      double share = StrictMath.log1p((double) count.values()) / StrictMath.log1p(most);
      double height = Math.max(3, BAR * share);
      drawing.rect("dens", x - 1.5, from + ROW / 2 - height / 2, 3, height);
    }
    for (var count : thinned(lane.counts())) {
      double x = map.x(count.day());
      var label = Figures.compact(count.values());
      double width = TextWidth.of(label, frame.faint().size());
      if (x + 5 > end && x + 5 + width <= frame.right()) {
        drawing.text(frame.faint(), Anchor.START, x + 5, from + ROW / 2 + 4.3, label);
        end = x + 5 + width + 6;
      }
    }
    return from + ROW + 2;
  }

  /// Counts whose label does not cover the next bar.
  private List<Lane.Count> thinned(List<Lane.Count> counts) {
    var kept = new ArrayList<Lane.Count>();
    for (int i = 0; i < counts.size(); i++) {
      var label = Figures.compact(counts.get(i).values());
      double width = TextWidth.of(label, frame.faint().size());
      boolean isLast = i == counts.size() - 1;
      if (isLast || map.x(counts.get(i + 1).day()) - map.x(counts.get(i).day()) > width + 9) {
        kept.add(counts.get(i));
      }
    }
    return kept;
  }
}
