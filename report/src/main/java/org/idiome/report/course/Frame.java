package org.idiome.report.course;

import org.idiome.report.markup.Drawing.Style;

/// The room of a chart: wide, for a tablet or sheet of paper, and for a phone.
///
/// @param style class of the drawing, by which the page chooses
/// @param width in pixels
/// @param groupsEnd right edge of the names of groups; 0 where they stand on a line of their own
/// @param namesEnd right edge of the names of lanes; 0 where they stand above their lane
/// @param left edge of the drawing
/// @param right edge of the drawing
/// @param aside left edge of what stands at the right; 0 where it stands above the lane
/// @param text names and labels
/// @param faint units, ticks and remarks
/// @param large last values
/// @param alert what left the person's own range
record Frame(
    String style,
    double width,
    double groupsEnd,
    double namesEnd,
    double left,
    double right,
    double aside,
    Style text,
    Style faint,
    Style large,
    Style alert) {

  /// For 1030 pixels and more.
  static final Frame WIDE =
      new Frame(
          "c-w",
          1112,
          84,
          250,
          290,
          938,
          952,
          new Style("t1", 13),
          new Style("t3", 12.5),
          new Style("tb", 17),
          new Style("ta", 12.5));

  /// For 640 to 1029 pixels, and for print.
  static final Frame MEDIUM =
      new Frame(
          "c-m",
          720,
          0,
          140,
          178,
          594,
          604,
          new Style("t1", 13),
          new Style("t3", 12.5),
          new Style("tb", 17),
          new Style("ta", 12.5));

  /// For less than 640 pixels: names and values stand above.
  static final Frame PHONE =
      new Frame(
          "c-n",
          340,
          0,
          0,
          2,
          338,
          0,
          new Style("t1", 12.5),
          new Style("t3", 12),
          new Style("tbs", 14),
          new Style("ta", 12));

  /// Whether names and values stand above their lane.
  boolean isStacked() {
    return namesEnd == 0;
  }

  /// Room for a name of a lane.
  double nameWidth() {
    return isStacked() ? 0.62 * width : namesEnd - groupsEnd - 4;
  }

  /// Room for what stands at the right.
  double asideWidth() {
    return isStacked() ? 0.36 * width : width - aside;
  }
}
