package org.idiome.knowledge.pharmacogene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.knowledge.table.TableRow;
import org.idiome.knowledge.table.Tables;

/// Builds the recommendations of each drug from rows of one step each.
final class RecommendationReader {
  private static final List<String> COLUMNS =
      List.of(
          "source",
          "drug",
          "gene",
          "key_kind",
          "key",
          "population",
          "source_population",
          "step",
          "mode",
          "action",
          "phase",
          "dose_percent_from",
          "dose_percent_to",
          "dose_mg_per_day",
          "agents",
          "when",
          "classification",
          "guideline",
          "recommendation",
          "citation",
          "status");

  /// What all steps of one recommendation share.
  private static final List<String> SHARED =
      List.of(
          "source",
          "drug",
          "gene",
          "key_kind",
          "key",
          "population",
          "source_population",
          "classification",
          "guideline",
          "citation",
          "status");

  private RecommendationReader() {}

  /// By drug; within a drug in the order of the tables.
  static SortedMap<String, List<Recommendation>> read(Tables tables, Drugs drugs) {
    var byId = new LinkedHashMap<String, List<TableRow>>();
    for (var table : tables.of("recommendations")) {
      table.requireColumns(COLUMNS).requireUnique(List.of("recommendation", "step"));
      for (var row : table.rows()) {
        byId.computeIfAbsent(row.required("recommendation"), _ -> new ArrayList<>()).add(row);
      }
    }
    var byDrug = new TreeMap<String, List<Recommendation>>();
    for (var steps : byId.values()) {
      var recommendation = recommendation(steps);
      if (drugs.named(recommendation.drug()) == null) {
        throw steps
            .getFirst()
            .wrong("no drug " + recommendation.drug(), "give it a row in a table of drugs");
      }
      byDrug.computeIfAbsent(recommendation.drug(), _ -> new ArrayList<>()).add(recommendation);
    }
    byDrug.replaceAll((_, all) -> List.copyOf(all));
    return Collections.unmodifiableSortedMap(byDrug);
  }

  private static Recommendation recommendation(List<TableRow> rows) {
    var first = rows.getFirst();
    var steps = new ArrayList<AdviceStep>();
    for (var row : rows) {
      for (var column : SHARED) {
        if (!equal(first, row, column)) {
          throw row.wrong(
              column + " differs from the first step of " + first.required("recommendation"),
              "all steps of a recommendation share it");
        }
      }
      if (row.ordinal("step") != steps.size() + 1) {
        throw row.wrong("step " + row.ordinal("step"), "number the steps 1, 2, 3 in their order");
      }
      steps.add(step(row));
    }
    return new Recommendation(
        first.required("source"),
        first.curie("guideline"),
        first.curie("recommendation"),
        first.required("drug"),
        first.required("population"),
        first.optional("source_population"),
        keys(first),
        steps,
        first.optional("classification"),
        first.citation(),
        first.isConfirmed());
  }

  private static boolean equal(TableRow one, TableRow two, String column) {
    var first = one.optional(column);
    return first == null ? two.optional(column) == null : first.equals(two.optional(column));
  }

  /// One key for each gene; a guideline of several genes joins them by semicolons in all three
  /// columns.
  private static List<LookupKey> keys(TableRow row) {
    var genes = row.list("gene");
    var kinds = row.codes("key_kind", LookupKey.Kind.values());
    var values = row.list("key");
    if (genes.isEmpty() || kinds.size() != genes.size() || values.size() != genes.size()) {
      throw row.wrong("genes, kinds and keys do not pair up", "as many of each, joined by ;");
    }
    var keys = new ArrayList<LookupKey>();
    for (int i = 0; i < genes.size(); i++) {
      keys.add(new LookupKey(genes.get(i), kinds.get(i), values.get(i)));
    }
    return keys;
  }

  private static AdviceStep step(TableRow row) {
    try {
      return new AdviceStep(
          row.code("mode", AdviceStep.Mode.values()),
          row.code("action", AdviceStep.Action.values()),
          row.optionalCode("phase", AdviceStep.Phase.values()),
          row.decimal("dose_percent_from"),
          row.decimal("dose_percent_to"),
          row.decimal("dose_mg_per_day"),
          row.list("agents"),
          row.codes("when", AdviceStep.Circumstance.values()),
          row.cited());
    } catch (IllegalArgumentException e) {
      throw row.wrong(String.valueOf(e.getMessage()), "correct the doses");
    }
  }
}
