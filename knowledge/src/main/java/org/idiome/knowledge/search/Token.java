package org.idiome.knowledge.search;

/// A word of a text.
///
/// @param word folded
/// @param key without the `s` of a plural or of a possessive without its apostrophe
/// @param typed how many characters it had before it was folded
record Token(String word, String key, int typed) {
  /// A word of fewer letters is met whole or not at all.
  private static final int SHORT = 3;

  private static final int LEAST_FOR_PLURAL = 5;

  static Token of(String word, int typed) {
    return new Token(word, key(word), typed);
  }

  private static String key(String word) {
    int last = word.length() - 1;
    if (word.length() < LEAST_FOR_PLURAL || word.charAt(last) != 's') {
      return word;
    }
    char before = word.charAt(last - 1);
    boolean isPartOfWord = before == 's' || before == 'u' || before == 'i' || isDigit(before);
    return isPartOfWord ? word : word.substring(0, last);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Whether a part of it may be met.
  boolean isLong() {
    return typed > SHORT && !isNumber();
  }

  private boolean isNumber() {
    return word.chars().allMatch(c -> isDigit((char) c));
  }

  boolean hasDigit() {
    return word.chars().anyMatch(c -> isDigit((char) c));
  }

  /// Whether another word begins with it; a number is not cut: `cmt1` does not begin `cmt10`.
  boolean begins(String other) {
    return other.startsWith(word) && !cutsNumber(other, word.length());
  }

  /// Whether it stands in another word, with numbers whole.
  boolean isInside(String other) {
    for (int at = other.indexOf(word); at >= 0; at = other.indexOf(word, at + 1)) {
      if (!cutsNumber(other, at) && !cutsNumber(other, at + word.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean cutsNumber(String text, int at) {
    return at > 0 && at < text.length() && isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at));
  }
}
