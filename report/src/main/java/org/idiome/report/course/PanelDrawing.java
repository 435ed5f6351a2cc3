package org.idiome.report.course;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.finding.Details;
import org.idiome.core.quantity.Amount;
import org.idiome.report.markup.Drawing;
import org.idiome.report.markup.Drawing.Anchor;
import org.idiome.report.markup.TextWidth;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Words;
import org.jspecify.annotations.Nullable;

/// Draws one quantity over time on its own scale, with the person's own band behind it.
final class PanelDrawing {
  private static final double HEIGHT = 58;
  private static final double STACKED_HEIGHT = 46;
  private static final double INSET = 8;
  private static final double MARK = 11;
  private static final double LABEL_ABOVE = 4;
  private static final double LABEL_BELOW = 13;
  private static final int MOST_POINTS = 60;

  private final Drawing drawing;
  private final Frame frame;
  private final AxisMap map;
  private final Words words;

  PanelDrawing(Drawing drawing, Frame frame, AxisMap map, Words words) {
    this.drawing = drawing;
    this.frame = frame;
    this.map = map;
    this.words = words;
  }

  /// Draws a panel from `top` down, and answers with where it ends.
  double draw(Panel panel, double top) {
    var scale = ValueScale.of(panel);
    double from = frame.isStacked() ? stackedNames(panel, scale, top) : names(panel, scale, top);
    double height = frame.isStacked() ? STACKED_HEIGHT : HEIGHT;
    double low = from + height - INSET;
    double high = from + INSET;
    band(panel, scale, low, high);
    ticks(scale, low, high);
    limits(panel, scale, low, high);
    lines(panel, scale, low, high);
    points(panel, scale, low, high);
    return from + height + 2;
  }

  private String unitLine(Panel panel, ValueScale scale) {
    var unit = words.unit(panel.unit());
    return scale.isLog() ? words.say("course.log", Details.NONE.text("unit", unit)) : unit;
  }

  private double names(Panel panel, ValueScale scale, double top) {
    var lines = TextWidth.wrap(panel.name(), frame.text().size(), frame.nameWidth(), 2);
    double y = top + HEIGHT / 2 - 4 - 8 * (lines.size() - 1);
    for (var line : lines) {
      drawing.text(frame.text(), Anchor.END, frame.namesEnd(), y, line);
      y += 16;
    }
    var unit = TextWidth.cut(unitLine(panel, scale), frame.faint().size(), frame.nameWidth());
    drawing.text(frame.faint(), Anchor.END, frame.namesEnd(), y, unit);
    var value = last(panel, frame.asideWidth());
    drawing.text(frame.large(), Anchor.START, frame.aside(), top + HEIGHT / 2 - 1, value);
    var change = TextWidth.cut(change(panel), frame.alert().size(), frame.asideWidth());
    drawing.text(changeStyle(panel), Anchor.START, frame.aside(), top + HEIGHT / 2 + 16, change);
    return top;
  }

  private double stackedNames(Panel panel, ValueScale scale, double top) {
    var value = last(panel, 0.5 * frame.width());
    double rest = frame.width() - TextWidth.of(value, frame.large().size()) - 8;
    var name = TextWidth.cut(panel.name(), frame.text().size(), rest);
    drawing.text(frame.text(), Anchor.START, 0, top + 14, name);
    drawing.text(frame.large(), Anchor.END, frame.width(), top + 14, value);
    var change = TextWidth.cut(change(panel), frame.alert().size(), 0.6 * frame.width());
    double room = frame.width() - TextWidth.of(change, frame.alert().size()) - 8;
    var unit = TextWidth.cut(unitLine(panel, scale), frame.faint().size(), room);
    drawing.text(frame.faint(), Anchor.START, 0, top + 29, unit);
    drawing.text(changeStyle(panel), Anchor.END, frame.width(), top + 29, change);
    return top + 33;
  }

  /// The last value; without its unit, which stands beside the name, where there is no room for it.
  private String last(Panel panel, double room) {
    double size = frame.large().size();
    var value = words.amount(new Amount(panel.last().magnitude(), panel.unit()));
    var number = panel.last().exact();
    if (number != null && TextWidth.of(value, size) > room) {
      value = Figures.number(number);
    }
    return TextWidth.cut(value, size, room);
  }

  private Drawing.Style changeStyle(Panel panel) {
    var value = panel.last().exact();
    var baseline = panel.baseline();
    return value != null && baseline != null && baseline.isOutside(value)
        ? frame.alert()
        : frame.faint();
  }

  /// How the last value stands to the person's own baseline, in words.
  private String change(Panel panel) {
    var value = panel.last().exact();
    var baseline = panel.baseline();
    if (value == null) {
      return panel.last().date();
    }
    if (baseline == null) {
      return words.say(withoutBaseline(panel));
    }
    if (!baseline.isOutside(value)) {
      return words.say("course.within");
    }
    if (baseline.median() <= 0) {
      var by = Figures.signed(value - baseline.median());
      return words.say("course.from_own", Details.NONE.text("change", by));
    }
    double ratio = value / baseline.median();
    var change =
        ratio >= 3
            ? words.say("course.times_own", Details.NONE.text("times", Figures.number(ratio, 2)))
            : words.say(
                "course.from_own",
                Details.NONE.text("change", Figures.signed(Math.rint(100 * (ratio - 1))) + "%"));
    return change;
  }

  private static String withoutBaseline(Panel panel) {
    if (panel.isOftenBounded()) {
      boolean isAbove =
          panel.readings().stream()
              .anyMatch(one -> SeriesReader.mark(one.magnitude()) == Mark.ABOVE);
      return isAbove ? "course.often_bounded" : "course.often_below";
    }
    return panel.isSteadyTrend() ? "course.steady_trend" : "course.no_baseline";
  }

  private void band(Panel panel, ValueScale scale, double low, double high) {
    var baseline = panel.baseline();
    if (baseline != null) {
      double top = scale.y(baseline.high(), low, high);
      double bottom = scale.y(baseline.low(), low, high);
      double from = map.isBroken() ? map.x(map.mainFrom()) - AxisMap.MARGIN : frame.left();
      drawing.groundRect("band", from, top, frame.right() - from, Math.max(2, bottom - top));
    }
  }

  private void ticks(ValueScale scale, double low, double high) {
    if (frame.isStacked()) {
      return;
    }
    double last = Double.POSITIVE_INFINITY;
    for (double tick : scale.ticks()) {
      double y = scale.y(tick, low, high);
      drawing.line("tick", frame.left() - 4, y, frame.left(), y);
      if (last - y > frame.faint().size()) {
        drawing.text(frame.faint(), Anchor.END, frame.left() - 7, y + 4.3, Figures.tick(tick));
        last = y;
      }
    }
  }

  /// The ends of the laboratory's interval, where they lie within the scale.
  private void limits(Panel panel, ValueScale scale, double low, double high) {
    var reference = panel.reference();
    if (reference == null) {
      return;
    }
    var upper = reference.high();
    var lower = reference.low();
    double labelled = Double.NEGATIVE_INFINITY;
    if (upper != null && scale.contains(upper)) {
      double y = scale.y(upper, low, high);
      boolean hasRoomAbove = y - LABEL_ABOVE >= high - INSET + 10;
      labelled = y + (hasRoomAbove ? -LABEL_ABOVE : LABEL_BELOW);
      limit("course.reference_to", upper, y, labelled);
    }
    if (lower != null && scale.contains(lower)) {
      double y = scale.y(lower, low, high);
      boolean hasRoomBelow = y + LABEL_BELOW <= low + INSET - 2;
      double label = y + (hasRoomBelow ? LABEL_BELOW : -LABEL_ABOVE);
      boolean isFree = StrictMath.abs(label - labelled) > frame.faint().size();
      limit("course.reference_from", lower, y, isFree ? label : Double.NaN);
    }
  }

  private void limit(String code, double value, double y, double labelY) {
    drawing.line("lim", frame.left(), y, frame.right(), y);
    if (!frame.isStacked() && !Double.isNaN(labelY)) {
      var label = words.say(code, Details.NONE.text("limit", Figures.number(value)));
      drawing.text(frame.faint(), Anchor.START, frame.left() + 3, labelY, label);
    }
  }

  /// Lines between neighbours that both have a number; through the median of a day.
  private void lines(Panel panel, ValueScale scale, double low, double high) {
    var points = new ArrayList<Double>();
    int i = 0;
    var readings = panel.readings();
    while (i < readings.size()) {
      int end = i + 1;
      while (end < readings.size()
          && readings.get(end).at().middle() == readings.get(i).at().middle()) {
        end++;
      }
      var value = median(readings.subList(i, end));
      if (value == null) {
        segment(points);
      } else {
        points.add(map.x(readings.get(i).at().middle()));
        points.add(scale.y(value, low, high));
      }
      i = end;
    }
    segment(points);
  }

  private void segment(List<Double> points) {
    if (points.size() > 2) {
      drawing.polyline("line", points);
    }
    points.clear();
  }

  /// The median of the readings of a day; null where one of them has no number.
  private static @Nullable Double median(List<Panel.Reading> readings) {
    var values = new ArrayList<Double>();
    for (var reading : readings) {
      var value = reading.exact();
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    values.sort(Double::compare);
    int half = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(half)
        : (Double) ((values.get(half - 1) + values.get(half)) / 2);
  }

  private void points(Panel panel, ValueScale scale, double low, double high) {
    var readings = panel.readings();
    boolean isDense = readings.size() > MOST_POINTS;
    for (int i = 0; i < readings.size(); i++) {
      var reading = readings.get(i);
      double x = map.x(reading.at().middle());
      var value = reading.exact();
      if (value == null) {
        var mark = SeriesReader.mark(reading.magnitude());
        double y = mark == Mark.ABOVE ? high - 3 : low + 3;
        drawing.symbol(mark.symbol(), mark.style(), x, y, MARK);
        continue;
      }
      boolean isLast = i == readings.size() - 1;
      if (isDense && !isLast) {
        continue;
      }
      var style = isLast ? "pt-last" : isRinged(panel, reading) ? "pt-ref" : "pt";
      drawing.circle(style, x, scale.y(value, low, high), isLast ? 4 : 2.6);
    }
  }

  private static boolean isRinged(Panel panel, Panel.Reading reading) {
    return panel.baseline() != null && reading.isOfBaseline();
  }
}
