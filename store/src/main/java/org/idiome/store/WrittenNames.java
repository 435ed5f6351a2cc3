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
  /// What shows nothing, and the stroke that draws an Arabic word out.
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\u0640]+");

  /// Quotes, primes, accents and letters that are written for an apostrophe.
  private static final Pattern APOSTROPHE =
      Pattern.compile(
          "[`\\u00b4\\u02b9\\u02bb-\\u02bd\\u02c8\\u05f3\\u2018\\u2019\\u201b\\u2032\\ua78c]");

  /// Dashes and the minus sign.
  private static final Pattern HYPHEN = Pattern.compile("[\\p{Pd}\\u2043\\u2212]");

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

  /// Written with marks over and under the letters, or without them.
  private static final Set<UnicodeScript> UNMARKED =
      EnumSet.of(UnicodeScript.GREEK, UnicodeScript.ARABIC, UnicodeScript.HEBREW);

  /// A letter with a full stop that stands for a name, and a space before the next word.
  private static final Pattern INITIAL =
      Pattern.compile("(?<![\\p{L}\\p{N}\\p{M}])(\\p{L}\\.) (?=\\p{L})");

  /// A space between two words of scripts that are written without any.
  private static final Pattern NO_SPACE =
      Pattern.compile(
          "(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsBopomofo}\\p{IsHangul}\\u30fb\\u30fc]) "
              + "(?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsBopomofo}\\p{IsHangul}\\u30fb\\u30fc])");

  private WrittenNames() {}

  /// The same for all ways in which a text may be written: one apostrophe and one hyphen, full case
  /// folding, none of the marks that Greek, Arabic and Hebrew are written with or without, one
  /// space for any, and none where a script or initials need none. Letters that only look alike
  /// stay two.
  static String folded(String text) {
    return isPlain(text) ? foldedPlain(text) : foldedAny(text);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /// The same for ASCII, of which whole stores are read: twenty times as fast.
  private static String foldedPlain(String text) {
    var folded = new StringBuilder(text.length());
    boolean isSpace = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isNextSpace = c == ' ' || (c >= '\t' && c <= '\r');
      if (!isNextSpace) {
        folded.append(c == '`' ? '\'' : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
      } else if (!isSpace) {
        folded.append(' ');
      }
      isSpace = isNextSpace;
    }
    var spaced = folded.toString().strip();
    return spaced.contains(". ") ? INITIAL.matcher(spaced).replaceAll("$1") : spaced;
  }

  /// The same for all of Unicode.
  static String foldedAny(String text) {
    var plain = HYPHEN.matcher(APOSTROPHE.matcher(text).replaceAll("'")).replaceAll("-");
    var seen = UNSEEN.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKC)).replaceAll("");
    // Down, up and down: a sharp s of either case is two, and a sigma at the end of a word a sigma.
    var lower =
        seen.toLowerCase(Locale.ROOT)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT)
            .replace('\u03c2', '\u03c3');
    var again = Normalizer.normalize(unmarked(lower), Normalizer.Form.NFKC);
    var spaced = SPACE.matcher(again).replaceAll(" ").strip();
    return NO_SPACE.matcher(INITIAL.matcher(spaced).replaceAll("$1")).replaceAll("");
  }

  /// Without the marks over and under letters of scripts that are written without them, too.
  private static String unmarked(String text) {
    var apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    var kept = new StringBuilder(apart.length());
    boolean isUnmarked = false;
    for (int i = 0; i < apart.length(); i += Character.charCount(apart.codePointAt(i))) {
      int point = apart.codePointAt(i);
      if (Character.getType(point) != Character.NON_SPACING_MARK) {
        isUnmarked = UNMARKED.contains(UnicodeScript.of(point));
        kept.appendCodePoint(point);
      } else if (!isUnmarked) {
        kept.appendCodePoint(point);
      }
    }
    return kept.toString();
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
