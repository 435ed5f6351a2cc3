package org.idiome.knowledge.source.kgx;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.Term;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.source.Identifiers;
import org.jspecify.annotations.Nullable;

/// Tells nodes. For one thread.
final class KgxNodes {
  private static final Set<String> TOLD =
      Set.of(
          "id",
          "category",
          "name",
          "description",
          "synonym",
          "exact_synonym",
          "broad_synonym",
          "narrow_synonym",
          "related_synonym",
          "symbol",
          "taxon",
          "xref",
          "same_as",
          "deprecated",
          "replaced_by",
          "has_alternative_id");

  private final Identifiers ids;
  private final ReleaseSink sink;

  KgxNodes(Identifiers ids, ReleaseSink sink) {
    this.ids = ids;
    this.sink = sink;
  }

  /// Tells one node, or refuses it.
  void tell(KgxRow row) {
    var id = ids.curie(row.text("id"));
    if (id == null) {
      sink.refuse("id", row.text("id"));
      return;
    }
    var rest = new TreeMap<>(row.rest(TOLD));
    texts(id, TermProperty.CATEGORY, row, "category");
    text(id, TermProperty.NAME, row.text("name"));
    text(id, TermProperty.DEFINITION, row.text("description"));
    texts(id, TermProperty.EXACT_SYNONYM, row, "exact_synonym");
    texts(id, TermProperty.BROAD_SYNONYM, row, "broad_synonym");
    texts(id, TermProperty.NARROW_SYNONYM, row, "narrow_synonym");
    texts(id, TermProperty.RELATED_SYNONYM, row, "related_synonym");
    // The scope of a synonym without scope is not known: nothing closer than related is claimed.
    texts(id, TermProperty.RELATED_SYNONYM, row, "synonym");
    text(id, TermProperty.ENTRY_SYMBOL, row.text("symbol"));
    if (KgxEdges.isTrue(row.text("deprecated"))) {
      text(id, TermProperty.OBSOLETE, "true");
    }
    concepts(id, TermProperty.IN_TAXON, row, "taxon", rest);
    concepts(id, TermProperty.REPLACED_BY, row, "replaced_by", rest);
    concepts(id, TermProperty.ALTERNATIVE_ID, row, "has_alternative_id", rest);
    mappings(id, "oboInOwl:hasDbXref", row, "xref", rest);
    mappings(id, "owl:sameAs", row, "same_as", rest);
    var columns = Attributes.of(rest);
    if (!columns.isEmpty()) {
      sink.term(new Term(id, TermProperty.COLUMNS, "", columns));
    }
  }

  private void text(String id, TermProperty property, String value) {
    if (!value.isEmpty()) {
      sink.term(Term.of(id, property, value));
    }
  }

  private void texts(String id, TermProperty property, KgxRow row, String column) {
    row.values(column).forEach(value -> text(id, property, value));
  }

  private void concepts(
      String id, TermProperty property, KgxRow row, String column, Map<String, String> rest) {
    for (var text : row.values(column)) {
      var curie = known(column, text, rest);
      if (curie != null) {
        sink.term(Term.of(id, property, curie));
      }
    }
  }

  private void mappings(
      String id, String predicate, KgxRow row, String column, Map<String, String> rest) {
    for (var text : row.values(column)) {
      var curie = known(column, text, rest);
      if (curie != null && !curie.equals(id)) {
        sink.claim(new Claim(id, predicate, curie, false, Attributes.NONE, Attributes.NONE));
      }
    }
  }

  private @Nullable String known(String column, String text, Map<String, String> rest) {
    var curie = ids.curie(text);
    if (curie == null) {
      sink.unknownValue(column, text);
      rest.merge(column, text, (a, b) -> a + Attributes.BETWEEN_VALUES + b);
    }
    return curie;
  }
}
