package org.idiome.genomics.hgvs;

/// A place in a text that is read from left to right.
final class HgvsCursor {
  private static final int MOST_DIGITS = 9;

  private final String text;
  private int at;

  HgvsCursor(String text) {
    this.text = text;
  }

  int at() {
    return at;
  }

  void back(int to) {
    at = to;
  }

  boolean isEnd() {
    return at == text.length();
  }

  /// The next character; a line end behind the last.
  char next() {
    return at < text.length() ? text.charAt(at) : '\n';
  }

  char take() {
    return text.charAt(at++);
  }

  boolean isAt(String word) {
    return text.startsWith(word, at);
  }

  /// Goes behind a word where it stands here.
  boolean takes(String word) {
    if (!isAt(word)) {
      return false;
    }
    at += word.length();
    return true;
  }

  void need(String word) throws HgvsException {
    if (!takes(word)) {
      throw wanted("'" + word + "'");
    }
  }

  HgvsException wanted(String what) {
    return new HgvsException(text, at, what + " is wanted");
  }

  boolean isDigit() {
    return next() >= '0' && next() <= '9';
  }

  /// A number from 1.
  int number() throws HgvsException {
    int from = at;
    while (isDigit()) {
      at++;
    }
    if (at == from || at - from > MOST_DIGITS || text.charAt(from) == '0') {
      at = from;
      throw wanted("a number");
    }
    return Integer.parseInt(text.substring(from, at));
  }

  /// All that follows of some letters.
  String run(String letters) {
    int from = at;
    while (at < text.length() && letters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return text.substring(from, at);
  }

  String rest() {
    int from = at;
    at = text.length();
    return text.substring(from);
  }

  void needEnd() throws HgvsException {
    if (!isEnd()) {
      throw wanted("the end");
    }
  }
}
