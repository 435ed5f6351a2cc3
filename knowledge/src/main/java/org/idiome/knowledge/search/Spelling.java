package org.idiome.knowledge.search;

import java.util.List;
import org.idiome.genomics.rule.RuleTable;

/// One spelling for British and American English, by the table that ships.
final class Spelling {
  private record Pair(String british, String american, int least) {}

  private static final List<Pair> PAIRS =
      RuleTable.beside(Spelling.class, "spelling.tsv").rows().stream()
          .map(row ->
              new Pair(
                  row.get("british"),
                  row.get("american"),
                  Integer.parseInt(row.get("least_letters"))))
          .toList();

  private Spelling() {}

  /// A word in lower case as American English spells it.
  static String american(String word) {
    var spelled = word;
    for (var pair : PAIRS) {
      if (word.length() >= pair.least() && spelled.contains(pair.british())) {
        spelled = spelled.replace(pair.british(), pair.american());
      }
    }
    return spelled;
  }
}
