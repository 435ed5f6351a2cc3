package org.idiome.knowledge.source.kgx;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.Values;
import org.idiome.knowledge.source.Identifiers;
import org.idiome.knowledge.source.predicate.Predicates;

/// Tells edges. For one thread.
final class KgxEdges {
  private static final Set<String> TOLD =
      Set.of(
          "id",
          "subject",
          "predicate",
          "object",
          "negated",
          "qualifiers",
          "publications",
          "primary_knowledge_source");

  /// Columns of several values, in whose order is no meaning.
  private static final Set<String> SETS =
      Set.of(
          "aggregator_knowledge_source",
          "knowledge_source",
          "provided_by",
          "has_evidence",
          "category",
          "evidence");

  private static final String QUALIFIER = "_qualifier";
  private static final Set<String> ALSO_QUALIFIERS =
      Set.of("qualified_predicate", "disease_context_qualifier", "onset", "sex");

  private final Predicates relations = Predicates.of("obo");
  private final Identifiers ids;
  private final ReleaseSink sink;

  KgxEdges(Identifiers ids, ReleaseSink sink) {
    this.ids = ids;
    this.sink = sink;
  }

  /// Tells one edge, or refuses it.
  void tell(KgxRow row) {
    var subject = ids.curie(row.text("subject"));
    var object = ids.curie(row.text("object"));
    if (subject == null || object == null) {
      var column = subject == null ? "subject" : "object";
      sink.refuse(column, row.text(column));
      return;
    }
    var word = row.text("predicate");
    if (word.isEmpty()) {
      sink.refuse("predicate", "");
      return;
    }
    var negated = row.text("negated");
    boolean isNegated = negated.equalsIgnoreCase("true");
    if (!isNegated && !negated.isEmpty() && !negated.equalsIgnoreCase("false")) {
      sink.refuse("negated", negated);
      return;
    }
    var values = new TreeMap<String, String>();
    var qualifiers = new TreeMap<String, String>();
    qualifiers(row, qualifiers);
    row.rest(TOLD)
        .forEach((name, value) -> {
          boolean isQualifier = name.endsWith(QUALIFIER) || ALSO_QUALIFIERS.contains(name);
          (isQualifier ? qualifiers : values)
              .put(name, SETS.contains(name) ? joined(KgxTableRow.split(value)) : value);
        });
    values.put(Values.PUBLICATIONS, joined(row.values("publications")));
    values.put(Values.PRIMARY_SOURCE, joined(row.values("primary_knowledge_source")));
    var predicate = predicate(word, qualifiers, values);
    sink.claim(
        new Claim(
            subject,
            predicate,
            object,
            isNegated,
            Attributes.of(qualifiers),
            Attributes.of(values)));
  }

  /// `stage=early;sex=female`, or a list of concepts.
  private void qualifiers(KgxRow row, Map<String, String> qualifiers) {
    var text = row.text("qualifiers");
    if (text.indexOf('=') <= 0) {
      qualifiers.put("qualifiers", joined(row.values("qualifiers")));
      return;
    }
    for (var part : text.split("[;|]", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        qualifiers.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      } else if (!part.isBlank()) {
        qualifiers.merge("qualifiers", part.strip(), (a, b) -> a + Attributes.BETWEEN_VALUES + b);
      }
    }
  }

  private String joined(Collection<String> texts) {
    var sorted = new TreeSet<String>();
    for (var text : texts) {
      var curie = text.indexOf(':') > 0 ? ids.curie(text) : null;
      sorted.add(curie == null ? text : curie);
    }
    return String.join(String.valueOf(Attributes.BETWEEN_VALUES), sorted);
  }

  private String predicate(
      String word, Map<String, String> qualifiers, Map<String, String> values) {
    var name = word.strip().replace(' ', '_');
    if (Predicates.isBiolink(name) || Predicates.isMapping(name)) {
      return name;
    }
    values.put(Values.ORIGINAL_PREDICATE, word);
    var relation = relations.find(name.equals("rdfs:subClassOf") ? "is_a" : name);
    if (relation != null && name.indexOf(':') > 0) {
      qualifiers.putAll(relation.qualifiers().values());
      return relation.predicate();
    }
    if (name.indexOf(':') < 0) {
      sink.remark("predicate_without_prefix");
    } else {
      sink.unknownValue("predicate", word);
    }
    return Predicates.RELATED_TO;
  }

  /// Whether a text is one that JSON and tables write for truth.
  static boolean isTrue(String text) {
    return text.toLowerCase(Locale.ROOT).equals("true");
  }
}
