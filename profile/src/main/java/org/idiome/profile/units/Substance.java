package org.idiome.profile.units;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Amounts of substance in a UCUM code, which UCUM itself takes for pure numbers.
///
/// Moles, equivalents and osmoles are kept apart: an equivalent is a mole divided by a valence that
/// no unit states.
final class Substance {
  static final String MOLE = "mol";

  /// Avogadro's number, exact since 2019 (BIPM, SI brochure, 9th edition).
  static final BigDecimal PARTICLES_PER_MOLE = new BigDecimal("602214076000000000000000");

  private static final Pattern ANNOTATION = Pattern.compile("\\{[^}]*}");
  private static final Pattern TERM =
      Pattern.compile("(?:da|[YZEPTGMkhdcmunpfazy])?(mol|kat|U|eq|osm)(-?\\d+)?");

  private Substance() {}

  /// The power of each kind of substance in a code; null where parentheses hide the terms.
  static @Nullable SortedMap<String, Integer> powers(String code) {
    if (code.indexOf('(') >= 0) {
      return null;
    }
    var powers = new TreeMap<String, Integer>();
    var plain = ANNOTATION.matcher(code).replaceAll("");
    int start = 0;
    int sign = 1;
    for (int i = 0; i <= plain.length(); i++) {
      if (i == plain.length() || plain.charAt(i) == '.' || plain.charAt(i) == '/') {
        add(powers, plain.substring(start, i), sign);
        sign = i < plain.length() && plain.charAt(i) == '/' ? -1 : 1;
        start = i + 1;
      }
    }
    powers.values().removeIf(power -> power == 0);
    return powers;
  }

  private static void add(SortedMap<String, Integer> powers, String term, int sign) {
    var matcher = TERM.matcher(term);
    if (!matcher.matches()) {
      return;
    }
    var kind =
        switch (matcher.group(1)) {
          case "eq" -> "eq";
          case "osm" -> "osm";
          default -> MOLE;
        };
    int power = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
    powers.merge(kind, sign * power, Integer::sum);
  }
}
