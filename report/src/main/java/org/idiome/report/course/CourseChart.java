package org.idiome.report.course;

import java.time.LocalDate;
import java.util.List;
import org.idiome.core.finding.Details;
import org.idiome.report.markup.Drawing;
import org.idiome.report.markup.Drawing.Anchor;
import org.idiome.report.markup.Html;
import org.idiome.report.words.Words;
import org.jspecify.annotations.Nullable;

/// Draws a course: three times, once for each room that a page may have.
public final class CourseChart {
  private static final double YEARS_Y = 14;
  private static final double TICKS_Y = 32;
  private static final double TOP = 40;
  private static final double GROUP_GAP = 7;
  private static final double BOTTOM_TEXT = 17;

  private final Course course;
  private final Frame frame;
  private final Words words;
  private final Drawing drawing = new Drawing();
  private final AxisMap map;
  private double y = TOP;

  private CourseChart(Course course, Frame frame, Words words) {
    this.course = course;
    this.frame = frame;
    this.words = words;
    this.map = AxisMap.of(course.days(), frame.left(), frame.right());
  }

  /// Writes the chart in all sizes; the stylesheet shows the one that fits.
  ///
  /// @param label what it shows, as a sentence
  public static void write(Html page, Course course, String label) {
    for (var frame : List.of(Frame.WIDE, Frame.MEDIUM, Frame.PHONE)) {
      var chart = new CourseChart(course, frame, Words.english());
      double height = chart.draw();
      chart.drawing.writeTo(page, frame.style(), label, frame.width(), height);
    }
  }

  /// Where the texts of a chart lie, for tests.
  static List<Drawing.Box> texts(Course course, Frame frame) {
    var chart = new CourseChart(course, frame, Words.english());
    chart.draw();
    return chart.drawing.texts();
  }

  private double draw() {
    Lane.@Nullable Group group = null;
    for (var lane : course.lanes()) {
      if (lane.group() == Lane.Group.LAYERS) {
        continue;
      }
      group = lane(lane, group);
    }
    panels();
    group = null;
    for (var lane : course.lanes()) {
      if (lane.group() == Lane.Group.LAYERS) {
        group = lane(lane, group);
      }
    }
    rule();
    axis(y);
    return y + BOTTOM_TEXT;
  }

  private Lane.Group lane(Lane lane, Lane.@Nullable Group before) {
    if (lane.group() != before) {
      startGroup(words.say(lane.group().code()));
    }
    y = new LaneDrawing(drawing, frame, map, course.at(), words).draw(lane, y);
    return lane.group();
  }

  private void startGroup(String name) {
    y += GROUP_GAP / 2;
    rule();
    y += GROUP_GAP / 2;
    if (frame.groupsEnd() > 0) {
      drawing.text(frame.faint().as("tg"), Anchor.START, 0, y + 14, name);
    } else {
      drawing.text(frame.faint().as("tg"), Anchor.START, 0, y + 12, name);
      y += 17;
    }
  }

  private void rule() {
    drawing.groundLine("hair", 0, y, frame.width(), y);
  }

  private void panels() {
    if (course.panels().isEmpty()) {
      return;
    }
    startGroup(words.say("course.group.measured"));
    boolean isFirst = true;
    for (var panel : course.panels()) {
      if (!isFirst) {
        drawing.groundLine("grid2", frame.isStacked() ? 0 : frame.left(), y, frame.width(), y);
        y += 6;
      }
      isFirst = false;
      y = new PanelDrawing(drawing, frame, map, words).draw(panel, y);
    }
  }

  private void axis(double bottom) {
    var ticks = AxisTicks.of(course.axis().scale(), map, words, frame.isStacked() ? 40 : 46);
    double lastMajor = Double.NEGATIVE_INFINITY;
    double lastMinor = Double.NEGATIVE_INFINITY;
    for (var tick : ticks) {
      double x = map.x(tick.day());
      double labelY = tick.isMajor() ? YEARS_Y : TICKS_Y;
      var style = tick.isMajor() ? frame.text() : frame.faint();
      var box = Drawing.box(style, Anchor.START, x + 2, labelY, tick.label());
      double last = tick.isMajor() ? lastMajor : lastMinor;
      boolean fits = box.left() > last + 4 && box.right() <= frame.width();
      drawing.groundLine(tick.isMajor() ? "yr" : "grid", x, tick.isMajor() ? 4 : 22, x, bottom);
      if (fits) {
        drawing.text(style, Anchor.START, x + 2, labelY, tick.label());
        if (tick.isMajor()) {
          lastMajor = box.right();
        } else {
          lastMinor = box.right();
        }
      }
    }
    if (map.isBroken()) {
      earlier(bottom);
    }
    now(bottom);
  }

  /// The zone before the break: its years, and the break itself.
  private void earlier(double bottom) {
    var first = dayLabel(map.firstDay());
    var last = dayLabel(map.beforeBreak());
    var label = first.equals(last) ? first : first + "–" + last;
    double from = map.x(map.firstDay());
    double to = map.x(map.mainFrom()) - 8;
    drawing.text(frame.faint(), Anchor.START, from - 6, YEARS_Y, label);
    drawing.baseRect("gutter", from - 8, 20, to - from + 8, bottom - 20);
    drawing.line("tick", to - 3, TICKS_Y, to + 1, TICKS_Y - 9);
    drawing.line("tick", to + 1, TICKS_Y, to + 5, TICKS_Y - 9);
  }

  private String dayLabel(double day) {
    return switch (course.axis().scale()) {
      case CALENDAR -> Integer.toString(LocalDate.ofEpochDay((long) day).getYear());
      case STUDY -> Long.toString((long) day);
      case AGE -> AxisTicks.ageWords(words, day);
    };
  }

  /// The day that the data are as of, and what lies after it.
  private void now(double bottom) {
    var at = course.at();
    if (at == null) {
      return;
    }
    double x = map.x(at.from());
    drawing.groundRect("after", x, 22, frame.right() + 6 - x, bottom - 22);
    drawing.groundLine("now", x, 22, x, bottom + 3);
    var label = words.say("course.as_of", Details.NONE.text("day", course.dayWords(at.from())));
    drawing.text(frame.faint(), Anchor.END, Math.min(x + 4, frame.right()), bottom + 14, label);
  }
}
