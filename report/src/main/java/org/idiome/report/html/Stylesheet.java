package org.idiome.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.idiome.core.canonical.Sha256;

/// The style and script of a page, and the security policy that lets in them alone.
final class Stylesheet {
  private static final String CSS = resource("report.css");
  private static final String SCRIPT = resource("report.js");

  private final String style;

  /// @param sheetNote what stands at the foot of each printed sheet, of any origin
  Stylesheet(String sheetNote) {
    this.style = CSS + footOfSheets(sheetNote);
  }

  String style() {
    return style;
  }

  String script() {
    return SCRIPT;
  }

  /// The security policy: nothing is loaded from anywhere; style and script by hash.
  String policy() {
    return "default-src 'none'; style-src '"
        + hash(style)
        + "'; script-src '"
        + hash(SCRIPT)
        + "'; img-src data:; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String content) {
    var hex = Sha256.of(content.getBytes(StandardCharsets.UTF_8)).hex();
    return "sha256-" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  private static String footOfSheets(String note) {
    return "@page{margin:14mm 14mm 17mm;"
        + "@bottom-left{content:\""
        + cssText(note)
        + "\";font:8pt sans-serif;color:#555}"
        + "@bottom-right{content:counter(page) \" / \" counter(pages);"
        + "font:8pt sans-serif;color:#555}}\n";
  }

  /// A text inside a CSS string: all but letters, digits and spaces as escapes.
  private static String cssText(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          if (point == ' ' || Character.isLetterOrDigit(point)) {
            out.appendCodePoint(point);
          } else if (!Character.isISOControl(point)) {
            out.append('\\').append(Integer.toHexString(point)).append(' ');
          }
        });
    return out.toString();
  }

  private static String resource(String name) {
    try (InputStream bytes = Stylesheet.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IllegalStateException("not in the jar: " + name);
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
