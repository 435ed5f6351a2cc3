package org.idiome.report.course;

/// What a marker means, by shape and word.
public enum Mark {
  /// A filled disc: found, or stated as present.
  FOUND("s-found", "found"),
  /// A ring with a bar: looked for, not there.
  EXCLUDED("s-excl", "excl"),
  /// A dashed ring: failed, withheld or not looked for.
  NOT_ASSESSED("s-na", "na"),
  /// Lines of a text: a result in words that nobody here interprets.
  TEXT("s-text", "ink2"),
  /// An open triangle: below the limit of detection.
  BELOW("s-below", "excl"),
  /// An open triangle upside down: above the range of the method.
  ABOVE("s-above", "excl"),
  /// A diamond: an image.
  IMAGE("s-image", "ink2"),
  /// An open square: a specimen.
  SPECIMEN("s-specimen", "ink2"),
  /// A short upright line: an event.
  EVENT("s-event", "ink");

  private final String symbol;
  private final String style;

  Mark(String symbol, String style) {
    this.symbol = symbol;
    this.style = style;
  }

  /// Id of the page's symbol.
  public String symbol() {
    return symbol;
  }

  /// Class that colours it.
  public String style() {
    return style;
  }

  /// Code of the words for it in the key of the chart.
  public String code() {
    return switch (this) {
      case FOUND -> "mark.found";
      case EXCLUDED -> "mark.excluded";
      case NOT_ASSESSED -> "mark.not_assessed";
      case TEXT -> "mark.text";
      case BELOW -> "mark.below";
      case ABOVE -> "mark.above";
      case IMAGE -> "mark.image";
      case SPECIMEN -> "mark.specimen";
      case EVENT -> "mark.event";
    };
  }
}
