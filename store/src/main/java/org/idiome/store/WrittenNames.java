package org.idiome.store;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Names in texts that people write, in whatever letter case, spacing and Unicode form.
final class WrittenNames {
  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  /// Written without spaces, or with particles behind a name: there a word has no ends.
  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.HANGUL,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR,
          UnicodeScript.TIBETAN);

  private WrittenNames() {}

  /// The same for all ways in which a text may be written.
  static String folded(String text) {
    var seen = UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    // Up and down: a sharp s is two, and a sigma at the end of a word is a sigma.
    var lower = seen.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('\u03c2', '\u03c3');
    var again = Normalizer.normalize(lower, Normalizer.Form.NFKC);
    return SPACE.matcher(again).replaceAll(" ").strip();
  }

  /// Whether a name stands in a text and is no part of a longer word, nor of a longer name that
  /// somebody else has: `p1` neither in `p10` nor in `p1-b`, where `p1-b` is another.
  ///
  /// @param text folded
  /// @param name folded
  /// @param longer names of others, folded
  static boolean isIn(String text, String name, Collection<String> longer) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int from = at;
      if (isWord(text, at, name)
          && longer.stream().noneMatch(other -> covers(text, other, from, name.length()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean covers(String text, String other, int at, int length) {
    int first = Math.max(0, at + length - other.length());
    for (int from = text.indexOf(other, first);
        from >= 0 && from <= at;
        from = text.indexOf(other, from + 1)) {
      if (isWord(text, from, other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(String text, int at, String name) {
    int end = at + name.length();
    return (at == 0 || isEnd(text.codePointBefore(at), name.codePointAt(0)))
        && (end == text.length()
            || isEnd(text.codePointAt(end), name.codePointBefore(name.length())));
  }

  /// Whether a word ends between two characters.
  ///
  /// @param outside of the name
  /// @param inside the one of the name beside it
  private static boolean isEnd(int outside, int inside) {
    return !isOfWord(outside) || isUnspaced(outside) || isUnspaced(inside);
  }

  private static boolean isOfWord(int point) {
    int type = Character.getType(point);
    return Character.isLetterOrDigit(point)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean isUnspaced(int point) {
    return UNSPACED.contains(UnicodeScript.of(point));
  }
}
