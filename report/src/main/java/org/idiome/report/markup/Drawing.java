package org.idiome.report.markup;

import java.util.ArrayList;
import java.util.List;

/// A chart as SVG: shapes and texts in pixels, with classes of the page's stylesheet.
///
/// The size of every text is known, so that a test can see that none covers another.
public final class Drawing {
  /// Where a text lies.
  public record Box(String text, double left, double top, double right, double bottom) {

    /// Whether the two cover each other.
    public boolean overlaps(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  /// Which end of a text is at its x.
  public enum Anchor {
    /// Its beginning.
    START("start"),
    /// Its middle.
    MIDDLE("middle"),
    /// Its end.
    END("end");

    private final String code;

    Anchor(String code) {
      this.code = code;
    }
  }

  /// A style of text: its class, and the size that the class gives it.
  public record Style(String name, double size) {
    /// Another class of the same size.
    public Style as(String other) {
      return new Style(other, size);
    }
  }

  /// How much of a font lies above and below its base line, at most.
  private static final double ASCENT = 0.78;

  private static final double DESCENT = 0.2;
  private static final double TENTHS = 10;

  private final Html base = new Html();
  private final Html ground = new Html();
  private final Html body = new Html();
  private final List<Box> boxes = new ArrayList<>();

  /// A stretch of the chart, behind everything that is drawn on it.
  public void baseRect(String style, double x, double y, double width, double height) {
    rect(base, style, x, y, width, height);
  }

  /// A line behind marks and texts.
  public void groundLine(String style, double x1, double y1, double x2, double y2) {
    var d = "M" + px(x1) + " " + px(y1) + "L" + px(x2) + " " + px(y2);
    ground.open("path", "class", style, "d", d).close("path");
  }

  /// A rectangle behind marks and texts.
  public void groundRect(String style, double x, double y, double width, double height) {
    rect(ground, style, x, y, width, height);
  }

  /// A line.
  public void line(String style, double x1, double y1, double x2, double y2) {
    path(style, "M" + px(x1) + " " + px(y1) + "L" + px(x2) + " " + px(y2));
  }

  /// A path in SVG's own words, made of numbers that [#px] wrote.
  public void path(String style, String d) {
    body.open("path", "class", style, "d", d).close("path");
  }

  /// A line through points.
  ///
  /// @param points x and y in turn
  public void polyline(String style, List<Double> points) {
    var d = new StringBuilder();
    for (int i = 0; i < points.size(); i += 2) {
      d.append(i == 0 ? 'M' : 'L').append(px(points.get(i))).append(' ');
      d.append(px(points.get(i + 1)));
    }
    path(style, d.toString());
  }

  /// A rectangle.
  public void rect(String style, double x, double y, double width, double height) {
    rect(body, style, x, y, width, height);
  }

  private static void rect(
      Html into, String style, double x, double y, double width, double height) {
    into.open(
            "rect",
            "class",
            style,
            "x",
            px(x),
            "y",
            px(y),
            "width",
            px(Math.max(width, 0)),
            "height",
            px(Math.max(height, 0)))
        .close("rect");
  }

  /// A circle.
  public void circle(String style, double x, double y, double radius) {
    body.open("circle", "class", style, "cx", px(x), "cy", px(y), "r", px(radius)).close("circle");
  }

  /// A mark of the page's symbols, 14 pixels wide, in the middle of a place.
  public void symbol(String id, String style, double x, double y, double size) {
    body.open(
            "use",
            "class",
            style,
            "href",
            "#" + id,
            "x",
            px(x - size / 2),
            "y",
            px(y - size / 2),
            "width",
            px(size),
            "height",
            px(size))
        .close("use");
  }

  /// A text on its base line.
  public void text(Style style, Anchor anchor, double x, double y, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (anchor == Anchor.START) {
      body.element("text", text, "class", style.name(), "x", px(x), "y", px(y));
    } else {
      body.element(
          "text", text, "class", style.name(), "x", px(x), "y", px(y), "text-anchor", anchor.code);
    }
    boxes.add(box(style, anchor, x, y, text));
  }

  /// Where a text would lie.
  public static Box box(Style style, Anchor anchor, double x, double y, String text) {
    double width = TextWidth.of(text, style.size());
    double left =
        switch (anchor) {
          case START -> x;
          case MIDDLE -> x - width / 2;
          case END -> x - width;
        };
    return new Box(text, left, y - ASCENT * style.size(), left + width, y + DESCENT * style.size());
  }

  /// Where the texts lie, in the order drawn.
  public List<Box> texts() {
    return List.copyOf(boxes);
  }

  /// Writes the chart.
  ///
  /// @param label what it shows, as a sentence with its main numbers
  public void writeTo(Html page, String style, String label, double width, double height) {
    page.open(
        "svg",
        "class",
        "chart " + style,
        "viewBox",
        "0 0 " + px(width) + " " + px(height),
        "role",
        "img",
        "aria-label",
        label);
    page.part(base);
    page.part(ground);
    page.part(body);
    page.close("svg").line();
  }

  /// A length, to a tenth of a pixel.
  public static String px(double length) {
    long tenths = Math.round(length * TENTHS);
    long whole = Math.abs(tenths) / (long) TENTHS;
    long rest = Math.abs(tenths) % (long) TENTHS;
    return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + rest);
  }
}
