package org.idiome.knowledge.search;

import java.util.List;
import java.util.Set;

/// Roman numerals as arabic ones.
///
/// From 2 to 19 without 5 and 10 they are understood anywhere; one letter (`I`, `V`, `X`) is a
/// numeral only behind a word that counts, since `X-linked` counts nothing. `XX` is a karyotype. A
/// letter behind the numeral stays: `IIb` is `2b`.
final class Numerals {
  private static final List<String> ROMAN =
      List.of(
          "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii",
          "xiv", "xv", "xvi", "xvii", "xviii", "xix");

  private static final Set<String> COUNTING =
      Set.of(
          "type", "types", "factor", "stage", "grade", "class", "group", "subtype", "form",
          "complex", "variant");

  private Numerals() {}

  /// The word with its numeral in arabic digits; the word itself where it is none.
  ///
  /// @param before the word in front of it, or an empty text
  static String arabic(String word, String before) {
    char first = word.charAt(0);
    if (first != 'i' && first != 'v' && first != 'x') {
      return word;
    }
    int value = ROMAN.indexOf(word);
    if (value > 0) {
      return word.length() > 1 || COUNTING.contains(before) ? Integer.toString(value) : word;
    }
    int end = word.length() - 1;
    char last = word.charAt(end);
    int stem = last >= 'a' && last <= 'h' ? ROMAN.indexOf(word.substring(0, end)) : 0;
    boolean isNumeral = stem > 0 && (end > 1 || COUNTING.contains(before));
    return isNumeral ? Integer.toString(stem) + last : word;
  }
}
