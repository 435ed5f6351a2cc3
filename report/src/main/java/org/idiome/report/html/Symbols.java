package org.idiome.report.html;

import org.idiome.report.markup.Html;

/// The shapes that carry states and marks; colour only repeats what they say.
final class Symbols {
  private static final String RING = "M14 8A6 6 0 1 1 2 8A6 6 0 1 1 14 8";

  private Symbols() {}

  static void write(Html html) {
    html.open("svg", "class", "symbols", "width", "0", "height", "0", "aria-hidden", "true");
    open(html, "s-found");
    filled(html, RING);
    html.close("symbol");
    open(html, "s-excl");
    outline(html, RING, null);
    outline(html, "M5 8h6", null);
    html.close("symbol");
    open(html, "s-na");
    outline(html, RING, "2.6 2.1");
    html.close("symbol");
    open(html, "s-conf");
    outline(html, RING, null);
    filled(html, "M8 2a6 6 0 0 1 0 12z");
    html.close("symbol");
    open(html, "s-text");
    outline(html, "M2.5 4h11M2.5 8h11M2.5 12h7", null);
    html.close("symbol");
    open(html, "s-below");
    outline(html, "M2.5 4h11L8 13.5z", null);
    html.close("symbol");
    open(html, "s-above");
    outline(html, "M2.5 12h11L8 2.5z", null);
    html.close("symbol");
    open(html, "s-image");
    filled(html, "M8 1.5L14.5 8L8 14.5L1.5 8z");
    html.close("symbol");
    open(html, "s-specimen");
    outline(html, "M3 3h10v10h-10z", null);
    html.close("symbol");
    open(html, "s-event");
    outline(html, "M8 1.5v13", null);
    html.close("symbol");
    html.close("svg").line();
  }

  private static void open(Html html, String id) {
    html.open("symbol", "id", id, "viewBox", "0 0 16 16");
  }

  private static void filled(Html html, String d) {
    html.open("path", "d", d, "fill", "currentColor").close("path");
  }

  private static void outline(Html html, String d, @org.jspecify.annotations.Nullable String dash) {
    if (dash == null) {
      html.open("path", "d", d, "fill", "none", "stroke", "currentColor", "stroke-width", "1.8");
    } else {
      html.open(
          "path",
          "d",
          d,
          "fill",
          "none",
          "stroke",
          "currentColor",
          "stroke-width",
          "1.8",
          "stroke-dasharray",
          dash);
    }
    html.close("path");
  }
}
