package org.idiome.report.html;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Contrast of the tokens of a stylesheet: WCAG 2.2 relative luminance.
final class Contrast {
  private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+):(#[0-9a-f]{3,6})\\b");

  private Contrast() {}

  static Map<String, String> light(String style) {
    return tokens(style, ":root{");
  }

  static Map<String, String> dark(String style) {
    return tokens(style, ":root:not([data-theme=light]){");
  }

  static Map<String, String> darkByChoice(String style) {
    return tokens(style, ":root[data-theme=dark]{");
  }

  private static Map<String, String> tokens(String style, String rule) {
    int from = style.indexOf(rule);
    var block = style.substring(from, style.indexOf('}', from));
    var tokens = new TreeMap<String, String>();
    var matcher = TOKEN.matcher(block);
    while (matcher.find()) {
      tokens.put(matcher.group(1), matcher.group(2));
    }
    return tokens;
  }

  static double ratio(Map<String, String> tokens, String text, String ground) {
    double one = luminance(Objects.requireNonNull(tokens.get(text), text));
    double other = luminance(Objects.requireNonNull(tokens.get(ground), ground));
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static double luminance(String colour) {
    var hex = colour.substring(1);
    var long6 = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
    return 0.2126 * part(long6, 0) + 0.7152 * part(long6, 2) + 0.0722 * part(long6, 4);
  }

  private static double part(String hex, int at) {
    double share = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
