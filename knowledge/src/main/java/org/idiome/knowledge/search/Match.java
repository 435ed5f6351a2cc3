package org.idiome.knowledge.search;

/// How a query met a concept, best first.
public enum Match {
  /// The query is its identifier, or one that is mapped to it.
  IDENTIFIER,
  /// The query is its name.
  EXACT_NAME,
  /// The query is another name of it.
  EXACT_SYNONYM,
  /// Its name begins with the words of the query.
  STARTS,
  /// A name has all words of the query.
  WORDS,
  /// As [#WORDS], but of the last word only the beginning was typed.
  PREFIX,
  /// Words of the query stand inside words of a name.
  INSIDE,
  /// All words stand in the definition.
  DEFINITION,
  /// A name has the words but for a letter or two.
  FUZZY
}
