package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.idiome.knowledge.pharmacogene.AdviceStep;
import org.idiome.knowledge.pharmacogene.Drug;
import org.idiome.knowledge.pharmacogene.LookupKey;
import org.idiome.knowledge.pharmacogene.Pharmacogenes;
import org.idiome.knowledge.pharmacogene.Recommendation;

/// All rows of one source about one drug, one set of genes and one population.
///
/// @param genes symbols, sorted
/// @param rows in the order of the tables
record Guideline(
    String source, Drug drug, List<String> genes, String population, List<Recommendation> rows) {
  Guideline {
    genes = List.copyOf(genes);
    rows = List.copyOf(rows);
  }

  /// What stands after the drug in the key of its finding.
  String scope() {
    return source + " " + String.join("+", genes) + " " + population;
  }

  /// Every guideline about a drug, by source, genes and population as the tables order them,
  /// without the steps that surely do not hold for the person.
  static List<Guideline> of(Drug drug, Pharmacogenes knowledge, Predicate<AdviceStep> mayHold) {
    var rows = new LinkedHashMap<String, List<Recommendation>>();
    for (var row : knowledge.recommendations(drug)) {
      var key = row.source() + "|" + genes(row) + "|" + row.population();
      rows.computeIfAbsent(key, _ -> new ArrayList<>()).add(only(row, mayHold));
    }
    var guidelines = new ArrayList<Guideline>();
    for (var same : rows.values()) {
      var first = same.getFirst();
      guidelines.add(new Guideline(first.source(), drug, genes(first), first.population(), same));
    }
    return guidelines;
  }

  private static Recommendation only(Recommendation row, Predicate<AdviceStep> mayHold) {
    var steps = row.steps().stream().filter(mayHold).toList();
    return steps.isEmpty() || steps.size() == row.steps().size() ? row : row.with(steps);
  }

  private static List<String> genes(Recommendation row) {
    var genes = new TreeSet<String>();
    for (LookupKey key : row.keys()) {
      genes.add(key.gene());
    }
    return List.copyOf(genes);
  }
}
