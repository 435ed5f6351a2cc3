package org.idiome.care.pharmacogenes.observe;

import java.util.IdentityHashMap;
import java.util.List;
import org.idiome.core.genome.Locus;
import org.idiome.knowledge.pharmacogene.Pharmacogene;

/// The positions of genes as records are compared with them, made once a gene, not once a person.
///
/// Safe for several threads. Genes are told apart by identity, as a snapshot hands them out.
public final class GeneTargets {
  private final IdentityHashMap<Pharmacogene, List<Target>> made = new IdentityHashMap<>();

  /// The positions of a gene, in order.
  public synchronized List<Target> of(Pharmacogene gene) {
    return made.computeIfAbsent(gene, GeneSites::targets);
  }

  /// Where records may stand that speak of a gene.
  public List<Locus> loci(Pharmacogene gene) {
    return of(gene).stream().map(Target::reach).toList();
  }
}
