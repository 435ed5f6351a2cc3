package org.idiome.genomics.hgvs;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Residues by letter and by name (IUPAC-IUB 1984, doi:10.1111/j.1432-1033.1984.tb07877.x).
final class AminoAcids {
  private static final String LETTERS = "ACDEFGHIKLMNPQRSTVWYBZXU*";
  private static final String NAMES =
      "AlaCysAspGluPheGlyHisIleLysLeuMetAsnProGlnArgSerThrValTrpTyrAsxGlxXaaSecTer";

  private static final Map<String, Character> BY_NAME = new HashMap<>();

  static {
    for (int i = 0; i < LETTERS.length(); i++) {
      BY_NAME.put(NAMES.substring(3 * i, 3 * i + 3), LETTERS.charAt(i));
    }
  }

  private AminoAcids() {}

  /// Three letters.
  static String name(char letter) {
    int i = LETTERS.indexOf(letter);
    return NAMES.substring(3 * i, 3 * i + 3);
  }

  /// The names of some residues.
  static String names(String letters) {
    var text = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      text.append(name(letters.charAt(i)));
    }
    return text.toString();
  }

  static boolean isLetter(char letter) {
    return LETTERS.indexOf(letter) >= 0;
  }

  /// The letter of a name; null where it is none.
  static @Nullable Character letter(String name) {
    return BY_NAME.get(name);
  }
}
