package org.idiome.knowledge.pharmacogene;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.idiome.knowledge.table.Tables;
import org.jspecify.annotations.Nullable;

/// Everything that a snapshot knows of pharmacogenes. Immutable; safe for several threads.
public final class Pharmacogenes {
  private final SortedMap<String, Pharmacogene> genes;
  private final Drugs drugs;
  private final SortedMap<String, List<Recommendation>> recommendations;

  private Pharmacogenes(Tables tables) {
    genes = GeneReader.read(tables);
    drugs = Drugs.read(tables);
    recommendations = RecommendationReader.read(tables, drugs);
  }

  /// Reads and checks the tables of a snapshot.
  ///
  /// @throws org.idiome.knowledge.table.TableException where a row cannot be used
  public static Pharmacogenes read(Tables tables) {
    return new Pharmacogenes(tables);
  }

  /// All genes, by symbol.
  public Collection<Pharmacogene> genes() {
    return genes.values();
  }

  /// A gene by its symbol, or null where the snapshot does not know it.
  public @Nullable Pharmacogene gene(String symbol) {
    return genes.get(symbol);
  }

  /// Codes and names of drugs.
  public Drugs drugs() {
    return drugs;
  }

  /// What any guideline says of a drug, by source, then as the tables order it.
  public List<Recommendation> recommendations(Drug drug) {
    return recommendations.getOrDefault(drug.name(), List.of());
  }

  /// What the guidelines of one source say of a drug under these keys, for each population that
  /// they tell apart; empty where they have no such row, which is not the same as *no
  /// recommendation*.
  public List<Recommendation> recommendations(
      Drug drug, String source, Collection<LookupKey> keys) {
    return recommendations(drug).stream()
        .filter(one -> one.source().equals(source) && one.answers(keys))
        .toList();
  }

  /// Drugs for which some guideline looks up a gene, by name.
  public List<Drug> drugsOf(String gene) {
    return drugs.all().stream()
        .filter(drug ->
            recommendations(drug).stream()
                .flatMap(one -> one.keys().stream())
                .anyMatch(key -> key.gene().equals(gene)))
        .toList();
  }
}
