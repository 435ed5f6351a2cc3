package org.idiome.report.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.idiome.core.canonical.Hidden;

/// Writes well-formed markup in which text of any origin is inert.
///
/// Names of elements and attributes are ours and checked; texts and attribute values are always
/// escaped. There is no way to write markup from a text, no attribute that runs or loads anything,
/// and no address but a place on the page itself.
public final class Html {
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9-]*");
  private static final Pattern PLACE_ON_PAGE = Pattern.compile("#[A-Za-z0-9-]+");
  private static final Set<String> VOID = Set.of("br", "col", "hr", "link", "meta", "wbr");
  private static final Set<String> RAW = Set.of("script", "style");
  private static final Set<String> LOADING =
      Set.of("action", "background", "data", "formaction", "poster", "src", "srcset", "style");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /// Nothing written yet.
  public Html() {}

  /// Opens an element.
  ///
  /// @param attributes names and values in turn; an empty class is left out
  public Html open(String element, String... attributes) {
    if (RAW.contains(element)) {
      throw new IllegalArgumentException(element + " holds no text of ours");
    }
    start(element, attributes);
    if (VOID.contains(element)) {
      out.append("/>");
    } else {
      out.append('>');
      open.push(element);
    }
    return this;
  }

  private void start(String element, String... attributes) {
    require(NAME.matcher(element).matches(), element);
    require(attributes.length % 2 == 0, "attributes come in pairs");
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      attribute(element, attributes[i], attributes[i + 1]);
    }
  }

  private void attribute(String element, String name, String value) {
    require(NAME.matcher(name).matches() && !name.startsWith("on"), name);
    require(!LOADING.contains(name), name);
    if (name.equals("class") && value.isEmpty()) {
      return;
    }
    if (name.equals("href")) {
      boolean isIcon = element.equals("link") && value.equals("data:,");
      require(isIcon || PLACE_ON_PAGE.matcher(value).matches(), value);
    }
    out.append(' ').append(name).append("=\"");
    escape(value);
    out.append('"');
  }

  /// Closes the innermost element, which must be the one named.
  public Html close(String element) {
    var innermost = open.poll();
    require(element.equals(innermost), "</" + element + "> inside <" + innermost + ">");
    out.append("</").append(element).append('>');
    return this;
  }

  /// A text.
  public Html text(String text) {
    escape(text);
    return this;
  }

  /// An element with a text in it.
  public Html element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close(element);
  }

  /// A line end between blocks, for those who read the source.
  public Html line() {
    out.append('\n');
    return this;
  }

  /// A style or script of ours; refused where it could end its element or hold markup.
  public Html asset(String element, String content) {
    require(RAW.contains(element), element);
    require(!content.contains("</") && !content.contains("<!"), element + " that holds markup");
    start(element);
    out.append('>').append(content).append("</").append(element).append('>');
    return this;
  }

  /// The declaration that stands before everything.
  public Html doctype() {
    require(out.isEmpty(), "the declaration comes first");
    out.append("<!DOCTYPE html>\n");
    return this;
  }

  /// What another writer has written, whole.
  public Html part(Html part) {
    require(part.open.isEmpty(), "a part with open elements");
    out.append(part.out);
    return this;
  }

  /// How many characters were written so far.
  public int length() {
    return out.length();
  }

  /// The first characters written so far, markup and all.
  public String written(int length) {
    return out.substring(0, length);
  }

  /// The markup, once every element is closed.
  public String end() {
    require(open.isEmpty(), "open: " + open);
    return out.toString();
  }

  private void escape(String text) {
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      switch (point) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\n', '\t' -> out.append((char) point);
        default -> append(point);
      }
    }
  }

  /// Characters that show nothing, or turn the direction of others, are made visible.
  private void append(int point) {
    if (Hidden.is(point)) {
      out.append("\u27e8U+");
      var hex = HexFormat.of().withUpperCase().toHexDigits(point, point > 0xffff ? 6 : 4);
      out.append(hex);
      out.append('\u27e9');
    } else {
      out.appendCodePoint(point);
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("not written: " + what);
    }
  }
}
