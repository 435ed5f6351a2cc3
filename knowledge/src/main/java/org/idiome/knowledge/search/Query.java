package org.idiome.knowledge.search;

import java.util.BitSet;
import java.util.List;

/// The words of a query against the texts of an index.
final class Query {
  private static final int LEAST_FOR_ONE_EDIT = 4;
  private static final int LEAST_FOR_TWO_EDITS = 8;

  /// Beside a word that is met whole, a word of so many letters may differ by one letter more.
  private static final int LEAST_FOR_ONE_MORE = 6;

  private static final int MOST_EDITS = 2;

  private final List<Token> tokens;
  private final NameIndex index;
  private final List<BitSet> whole;

  Query(List<Token> tokens, NameIndex index) {
    this.tokens = tokens;
    this.index = index;
    this.whole = tokens.stream().map(index::whole).toList();
  }

  /// Texts with every word whole.
  BitSet whole() {
    var found = copy(whole.getFirst());
    whole.forEach(found::and);
    return found;
  }

  /// Texts with every word whole, but for the last, with which a word begins.
  BitSet begun() {
    var last = tokens.getLast();
    if (!last.isLong()) {
      return new BitSet();
    }
    var found = index.having(last::begins);
    whole.subList(0, whole.size() - 1).forEach(found::and);
    return found;
  }

  /// Texts with every word whole or inside another.
  BitSet inside() {
    BitSet found = null;
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      var one = copy(whole.get(i));
      if (token.isLong()) {
        one.or(index.having(token::isInside));
      }
      if (found == null) {
        found = one;
      } else {
        found.and(one);
      }
    }
    return found == null ? new BitSet() : found;
  }

  /// Texts with every word, but for as many letters as its length allows.
  BitSet nearly() {
    BitSet found = null;
    for (int i = 0; i < tokens.size(); i++) {
      var one = near(i, edits(tokens.get(i)));
      if (found == null) {
        found = one;
      } else {
        found.and(one);
      }
    }
    return found == null ? new BitSet() : found;
  }

  /// Texts with every word whole but for one, which differs by a letter more than its length alone
  /// allows.
  BitSet hardly() {
    var found = new BitSet();
    for (int i = 0; i < tokens.size(); i++) {
      int edits = edits(tokens.get(i)) + 1;
      boolean isLong = tokens.get(i).word().length() >= LEAST_FOR_ONE_MORE;
      if (isLong && edits > 1 && edits <= MOST_EDITS && isBesideLong(i)) {
        var one = near(i, edits);
        for (int other = 0; other < tokens.size(); other++) {
          if (other != i) {
            one.and(whole.get(other));
          }
        }
        found.or(one);
      }
    }
    return found;
  }

  private boolean isBesideLong(int token) {
    for (int i = 0; i < tokens.size(); i++) {
      if (i != token && tokens.get(i).isLong()) {
        return true;
      }
    }
    return false;
  }

  private BitSet near(int token, int edits) {
    var found = copy(whole.get(token));
    var asked = tokens.get(token);
    if (token == tokens.size() - 1 && asked.isLong()) {
      found.or(index.having(asked::begins));
    }
    if (edits > 0) {
      found.or(index.having(word -> distance(asked, word, edits) <= edits));
    }
    return found;
  }

  private static int edits(Token token) {
    int length = token.word().length();
    if (token.hasDigit() || length < LEAST_FOR_ONE_EDIT) {
      return 0;
    }
    return length < LEAST_FOR_TWO_EDITS ? 1 : MOST_EDITS;
  }

  /// The first letter is kept, and a word with a digit is another word.
  private static int distance(Token asked, String word, int most) {
    boolean isPossible =
        word.charAt(0) == asked.word().charAt(0)
            && Math.abs(word.length() - asked.word().length()) <= most
            && !Token.of(word, word.length()).hasDigit();
    return isPossible ? Edits.between(asked.word(), word, most) : most + 1;
  }

  /// By how many letters a text differs in all.
  int distance(NameIndex.Text text) {
    int sum = 0;
    for (int i = 0; i < tokens.size(); i++) {
      var asked = tokens.get(i);
      int least = MOST_EDITS + 1;
      for (int at = 0; at < text.size(); at++) {
        var word = index.word(text.word(at));
        boolean isMet =
            word.key().equals(asked.key())
                || (i == tokens.size() - 1 && asked.isLong() && asked.begins(word.word()));
        least = Math.min(least, isMet ? 0 : distance(asked, word.word(), MOST_EDITS));
      }
      sum += least;
    }
    return sum;
  }

  /// Whether a text is the query and no more.
  boolean isAll(NameIndex.Text text) {
    return text.size() == tokens.size() && starts(text, tokens.size());
  }

  /// Whether a text begins with the query, word by word.
  boolean starts(NameIndex.Text text) {
    return starts(text, tokens.size());
  }

  /// Whether a text begins with the query, of whose last word only the beginning was typed.
  boolean startsBegun(NameIndex.Text text) {
    int last = tokens.size() - 1;
    return text.size() > last
        && starts(text, last)
        && tokens.get(last).begins(index.word(text.word(last)).word());
  }

  private boolean starts(NameIndex.Text text, int count) {
    if (text.size() < count) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (!index.word(text.word(i)).key().equals(tokens.get(i).key())) {
        return false;
      }
    }
    return true;
  }

  private static BitSet copy(BitSet set) {
    var copy = new BitSet(set.length());
    copy.or(set);
    return copy;
  }
}
