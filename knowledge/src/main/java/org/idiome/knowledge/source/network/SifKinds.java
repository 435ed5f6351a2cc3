package org.idiome.knowledge.source.network;

import java.util.ArrayList;
import java.util.List;
import org.idiome.genomics.io.ByteDictionary;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.Values;
import org.idiome.knowledge.source.predicate.Predicates;
import org.idiome.knowledge.source.predicate.SourcePredicate;

/// The kinds of edges of a network; what all edges of a kind share is made once.
final class SifKinds {
  /// What is told of each edge of a kind.
  record Kind(SourcePredicate predicate, boolean isKnown, Attributes values) {
    Claim claim(String source, String target) {
      boolean isInverted = predicate.direction() == SourcePredicate.Direction.INVERTED;
      return new Claim(
          isInverted ? target : source,
          predicate.predicate(),
          isInverted ? source : target,
          false,
          predicate.qualifiers(),
          values);
    }
  }

  private final Predicates predicates = Predicates.of("hetionet");
  private final ByteDictionary numbers = new ByteDictionary();
  private final List<Kind> kinds = new ArrayList<>();

  Kind of(byte[] bytes, int start, int end, ReleaseSink sink) {
    int number = numbers.add(bytes, start, end);
    if (number == kinds.size()) {
      kinds.add(kind(numbers.text(number)));
    }
    var kind = kinds.get(number);
    if (!kind.isKnown()) {
      sink.unknownValue("metaedge", kind.predicate().original());
    }
    return kind;
  }

  private Kind kind(String word) {
    var found = predicates.find(word);
    var predicate = found == null ? SourcePredicate.unknown(word, "not_provided") : found;
    return new Kind(
        predicate,
        found != null,
        Attributes.of(
            Values.KNOWLEDGE_LEVEL,
            predicate.knowledgeLevel(),
            Values.ORIGINAL_PREDICATE,
            predicate.original()));
  }
}
