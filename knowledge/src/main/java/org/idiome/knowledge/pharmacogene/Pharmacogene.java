package org.idiome.knowledge.pharmacogene;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.jspecify.annotations.Nullable;

/// A gene whose variants change what drugs do: everything that the snapshot knows of it.
///
/// @param symbol HGNC symbol
/// @param build of all positions
/// @param contig of all positions
/// @param positions by place
/// @param alleles all named alleles, by [NaturalOrder] of their names
/// @param called those of them that positions can tell, in the same order: the rows of the matrix
/// @param rules by kind, then rank
/// @param schemes by source
public record Pharmacogene(
    String symbol,
    GenomeBuild build,
    Contig contig,
    List<DefiningPosition> positions,
    List<NamedAllele> alleles,
    List<NamedAllele> called,
    AlleleMatrix matrix,
    List<GeneRule> rules,
    List<Proxy> proxies,
    SortedMap<String, PhenotypeScheme> schemes) {

  /// Copies the lists; `schemes` comes unmodifiable from the reader of the tables.
  public Pharmacogene {
    positions = List.copyOf(positions);
    alleles = List.copyOf(alleles);
    called = List.copyOf(called);
    rules = List.copyOf(rules);
    proxies = List.copyOf(proxies);
  }

  /// The scheme of a source, or null where it has none for this gene.
  public @Nullable PhenotypeScheme scheme(String source) {
    return schemes.get(source);
  }

  /// The rules of a kind, by rank.
  public List<GeneRule> rules(GeneRule.Kind kind) {
    return rules.stream().filter(rule -> rule.kind() == kind).toList();
  }

  /// How the gene is read.
  public GeneRule.Strategy strategy() {
    return GeneRule.Strategy.valueOf(upper(GeneRule.Kind.STRATEGY));
  }

  /// What an undocumented base does to the answer.
  public GeneRule.UndocumentedBase undocumentedBase() {
    return GeneRule.UndocumentedBase.valueOf(upper(GeneRule.Kind.UNDOCUMENTED_BASE));
  }

  /// Whether several alleles may lie on one strand.
  public boolean combinesAlleles() {
    return rules(GeneRule.Kind.COMBINATIONS).getFirst().value().equals("yes");
  }

  /// Alleles to name first among those of equal activity, in this order.
  public List<String> tiePreference() {
    return rules(GeneRule.Kind.TIE_PREFERENCE).stream().map(GeneRule::value).toList();
  }

  private String upper(GeneRule.Kind kind) {
    return rules(kind).getFirst().value().toUpperCase(Locale.ROOT);
  }
}
