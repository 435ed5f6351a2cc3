package org.idiome.knowledge.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Cuts texts into words and writes them in one way. For one thread.
///
/// Letter case, compatibility forms and accents (NFKD), the possessive `'s` and spelling are
/// folded; Greek letters are named; every sign that is neither letter nor digit stands between
/// words.
final class Folding {
  /// From alpha (U+03B1) to omega (U+03C9), with the final sigma.
  private static final List<String> GREEK =
      List.of(
          "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
          "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon",
          "phi", "chi", "psi", "omega");

  private static final char ALPHA = '\u03b1';
  private static final char OMEGA = '\u03c9';
  private static final String APOSTROPHES = "'\u2019\u02bc\u00b4`\u2018";
  private static final char END_OF_ASCII = '\u0080';

  /// Beyond this number of words no more are kept.
  private static final int KEPT = 1 << 18;

  private final Map<String, String> spelled = new HashMap<>();

  /// The words of a text, in their order.
  List<Token> tokens(String text) {
    return tokens(text, new ArrayList<>());
  }

  /// @param joined gets what a hyphen parts, written as one word
  List<Token> tokens(String text, List<String> joined) {
    var plain = plain(text);
    var tokens = new ArrayList<Token>();
    var word = new StringBuilder();
    var raw = "";
    boolean isHyphen = false;
    for (int i = 0; i <= plain.length(); i++) {
      char c = i < plain.length() ? plain.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        word.append(c);
        continue;
      }
      if (APOSTROPHES.indexOf(c) >= 0) {
        i += isPossessive(plain, i) ? 1 : 0;
        continue;
      }
      if (!word.isEmpty()) {
        var found = word.toString();
        tokens.add(token(found, raw));
        if (isHyphen) {
          joined.add(spelled(raw + found));
        }
        raw = found;
        word.setLength(0);
        isHyphen = false;
      }
      isHyphen = c == '-' && i > 0 && Character.isLetter(plain.charAt(i - 1));
    }
    return tokens;
  }

  private static boolean isPossessive(String text, int apostrophe) {
    int s = apostrophe + 1;
    return s < text.length()
        && text.charAt(s) == 's'
        && (s + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(s + 1)));
  }

  private Token token(String raw, String before) {
    return Token.of(spelled(Numerals.arabic(raw, before)), raw.length());
  }

  private String spelled(String word) {
    var known = spelled.get(word);
    if (known != null) {
      return known;
    }
    var american = Spelling.american(word);
    if (spelled.size() < KEPT) {
      spelled.put(word, american);
    }
    return american;
  }

  private static String plain(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) >= END_OF_ASCII) {
        return withoutMarks(lower);
      }
    }
    return lower;
  }

  private static String withoutMarks(String lower) {
    var apart = Normalizer.normalize(lower, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var plain = new StringBuilder(apart.length() + 8);
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        continue;
      }
      if (c >= ALPHA && c <= OMEGA) {
        plain.append(' ').append(GREEK.get(c - ALPHA)).append(' ');
        continue;
      }
      switch (c) {
        case '\u00df' -> plain.append("ss");
        case '\u00e6' -> plain.append("ae");
        case '\u0153' -> plain.append("oe");
        case '\u00f8' -> plain.append('o');
        case '\u0142' -> plain.append('l');
        case '\u0111' -> plain.append('d');
        case '\u0131' -> plain.append('i');
        case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212' -> plain.append('-');
        default -> plain.append(c);
      }
    }
    return plain.toString();
  }
}
