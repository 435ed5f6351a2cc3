package org.idiome.knowledge.source.predicate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.idiome.genomics.rule.RuleTable;
import org.idiome.knowledge.release.Attributes;
import org.jspecify.annotations.Nullable;

/// The words of one source for relations, by the table that ships.
public final class Predicates {
  /// Version of the Biolink Model whose predicates are known.
  public static final String BIOLINK = "4.4.4";

  /// Where nothing closer is known.
  public static final String RELATED_TO = "biolink:related_to";

  /// Predicates of mappings between vocabularies, which are told as they are.
  private static final Set<String> MAPPINGS =
      Set.of(
          "skos:exactMatch",
          "skos:closeMatch",
          "skos:broadMatch",
          "skos:narrowMatch",
          "skos:relatedMatch",
          "owl:sameAs",
          "owl:equivalentClass",
          "oboInOwl:hasDbXref");

  private static final RuleTable TABLE = RuleTable.beside(Predicates.class, "predicates.tsv");
  private static final RuleTable MODEL = RuleTable.beside(Predicates.class, "biolink.tsv");
  private static final Set<String> NAMES = names();

  private final Map<String, SourcePredicate> words = new HashMap<>();

  private Predicates(String source) {
    for (var row : TABLE.rows()) {
      if (row.get("source").equals(source)) {
        words.put(row.get("original"), predicate(row));
      }
    }
    if (words.isEmpty()) {
      throw new IllegalArgumentException("predicates.tsv has no source " + source);
    }
  }

  private static Set<String> names() {
    var names = new HashSet<String>();
    MODEL.rows().forEach(row -> names.add(row.get("predicate")));
    return Set.copyOf(names);
  }

  private static SourcePredicate predicate(RuleTable.Row row) {
    var qualifiers = new TreeMap<String, String>();
    if (!row.get("qualifiers").equals(".")) {
      for (var qualifier : row.get("qualifiers").split(";", -1)) {
        int equals = qualifier.indexOf('=');
        qualifiers.put(qualifier.substring(0, equals), qualifier.substring(equals + 1));
      }
    }
    return new SourcePredicate(
        row.get("original"),
        row.get("predicate"),
        SourcePredicate.Direction.valueOf(row.get("direction").toUpperCase(Locale.ROOT)),
        Attributes.of(qualifiers),
        row.get("knowledge_level"));
  }

  /// Those of a source.
  public static Predicates of(String source) {
    return new Predicates(source);
  }

  /// What a word of the source means, or null where the table does not have it.
  public @Nullable SourcePredicate find(String original) {
    return words.get(original);
  }

  /// What a word means that must be in the table.
  public SourcePredicate known(String original) {
    var found = words.get(original);
    if (found == null) {
      throw new IllegalArgumentException("predicates.tsv lacks " + original);
    }
    return found;
  }

  /// Whether the model has a predicate of this name, such as `biolink:treats`.
  public static boolean isBiolink(String predicate) {
    return NAMES.contains(predicate);
  }

  /// Whether a predicate says how two concepts of two vocabularies map to each other.
  public static boolean isMapping(String predicate) {
    return MAPPINGS.contains(predicate);
  }

  /// The rows of the table, for tests and pages.
  static List<RuleTable.Row> rows() {
    return TABLE.rows();
  }
}
