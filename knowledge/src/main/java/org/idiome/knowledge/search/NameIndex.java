package org.idiome.knowledge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Texts of concepts, and in which of them a word stands.
///
/// Texts and words are numbered as they come. Once made it is only read.
final class NameIndex {
  /// A text of a concept.
  static final class Text {
    private final int concept;
    private final MatchedOn on;
    private final String text;
    private final int[] words;

    private Text(int concept, MatchedOn on, String text, int[] words) {
      this.concept = concept;
      this.on = on;
      this.text = text;
      this.words = words;
    }

    int concept() {
      return concept;
    }

    MatchedOn on() {
      return on;
    }

    /// As it is written in the source.
    String text() {
      return text;
    }

    /// How many words it has.
    int size() {
      return words.length;
    }

    /// The number of a word of it, in their order.
    int word(int index) {
      return words[index];
    }
  }

  private record Key(int concept, MatchedOn on, String text) {}

  private static final String OBSOLETE = "obsolete ";

  private final List<Text> texts = new ArrayList<>();
  private final List<Token> words = new ArrayList<>();
  private final List<int[]> postings = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, BitSet> byKey = new HashMap<>();
  private final Set<Key> told = new HashSet<>();
  private final Folding folding = new Folding();

  /// Takes a text; the same text of the same concept is taken once.
  void add(int concept, MatchedOn on, String text) {
    if (!told.add(new Key(concept, on, text))) {
      return;
    }
    var joined = new ArrayList<String>();
    var shown = text.startsWith(OBSOLETE) ? text.substring(OBSOLETE.length()) : text;
    var tokens = folding.tokens(shown, joined);
    var sequence = new int[tokens.size()];
    for (int i = 0; i < sequence.length; i++) {
      sequence[i] = number(tokens.get(i));
      post(sequence[i]);
    }
    joined.forEach(word -> post(number(Token.of(word, word.length()))));
    texts.add(new Text(concept, on, text, sequence));
  }

  private int number(Token token) {
    var known = numbers.putIfAbsent(token.word(), words.size());
    if (known != null) {
      return known;
    }
    words.add(token);
    postings.add(new int[2]);
    counts.add(0);
    byKey.computeIfAbsent(token.key(), _ -> new BitSet()).set(words.size() - 1);
    return words.size() - 1;
  }

  private void post(int word) {
    int text = texts.size();
    int count = counts.get(word);
    var list = postings.get(word);
    if (count > 0 && list[count - 1] == text) {
      return;
    }
    if (count == list.length) {
      list = Arrays.copyOf(list, count << 1);
      postings.set(word, list);
    }
    list[count] = text;
    counts.set(word, count + 1);
  }

  Text text(int number) {
    return texts.get(number);
  }

  /// A word of a text.
  Token word(int number) {
    return words.get(number);
  }

  /// The texts that have a word as a whole.
  BitSet whole(Token token) {
    var found = new BitSet(texts.size());
    byKey.getOrDefault(token.key(), new BitSet()).stream().forEach(word -> into(found, word));
    return found;
  }

  /// The texts that have a word of which something is true.
  BitSet having(Predicate<String> isMeant) {
    var found = new BitSet(texts.size());
    for (int i = 0; i < words.size(); i++) {
      if (isMeant.test(words.get(i).word())) {
        into(found, i);
      }
    }
    return found;
  }

  private void into(BitSet found, int word) {
    var list = postings.get(word);
    for (int i = 0; i < counts.get(word); i++) {
      found.set(list[i]);
    }
  }
}
