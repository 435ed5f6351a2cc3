package org.idiome.knowledge.source.gene;

import java.util.ArrayList;
import java.util.List;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.Term;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.release.Values;
import org.idiome.knowledge.source.Identifiers;

/// Tells what a row says of one gene.
final class GeneRow {
  static final String EXACT = "skos:exactMatch";
  static final String XREF = "oboInOwl:hasDbXref";
  static final String PRODUCT = "biolink:has_gene_product";
  static final String ORTHOLOGUE = "biolink:orthologous_to";

  private static final Attributes CURATED =
      Attributes.of(Values.KNOWLEDGE_LEVEL, "knowledge_assertion");

  private final String gene;
  private final Identifiers identifiers;
  private final ReleaseSink sink;

  GeneRow(String gene, Identifiers identifiers, ReleaseSink sink) {
    this.gene = gene;
    this.identifiers = identifiers;
    this.sink = sink;
  }

  void term(TermProperty property, String value) {
    if (!value.isEmpty()) {
      sink.term(Term.of(gene, property, value));
    }
  }

  /// Each value of a list by `|`.
  void terms(TermProperty property, String list) {
    for (var value : list(list)) {
      term(property, value);
    }
  }

  /// Each name of a list by `|`, with what kind of name it is.
  void names(TermProperty property, String list, String kind) {
    for (var name : list(list)) {
      sink.term(new Term(gene, property, name, Attributes.of("type", kind)));
    }
  }

  /// A claim for each identifier of a list by `|`; one that is not understood is told.
  ///
  /// @param column where the list stands
  /// @param prefix of identifiers that have none
  void claims(String predicate, String column, String prefix, String list) {
    for (var id : list(list)) {
      var object = identifiers.curie(prefix, id);
      if (object == null) {
        sink.unknownValue(column, id);
      } else {
        claim(predicate, object);
      }
    }
  }

  void claim(String predicate, String object) {
    sink.claim(new Claim(gene, predicate, object, false, Attributes.NONE, CURATED));
  }

  static List<String> list(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    var values = new ArrayList<String>();
    int start = 0;
    while (start <= text.length()) {
      int bar = text.indexOf('|', start);
      int end = bar < 0 ? text.length() : bar;
      var value = text.substring(start, end).strip();
      if (!value.isEmpty()) {
        values.add(value);
      }
      start = end + 1;
    }
    return values;
  }
}
