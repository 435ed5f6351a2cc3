package org.idiome.care.pharmacogenes;

import org.idiome.care.pharmacogenes.observe.GeneSites;
import org.idiome.care.pharmacogenes.observe.Site;
import org.idiome.care.pharmacogenes.observe.Unseen;
import org.idiome.core.finding.ReasonCode;
import org.idiome.knowledge.pharmacogene.Pharmacogene;

/// From what was seen at the positions of a gene to its named alleles and phenotypes.
final class GeneCaller {
  private final EngineRules rules;

  GeneCaller(EngineRules rules) {
    this.rules = rules;
  }

  /// Calls one gene; a gene that cannot be called never stops another.
  GeneAnswer call(Pharmacogene gene, GeneSites sites) {
    if (!sites.conflicts().isEmpty()) {
      return GeneAnswer.NotCalled.of(
          gene, sites, ReasonCode.CONFLICTING_STATEMENTS, "samples_disagree");
    }
    var seen = Observation.of(gene, sites);
    if (seen.observed().observedCount() == 0) {
      return nothingSeen(gene, sites);
    }
    return switch (gene.strategy()) {
      case DIPLOTYPE -> DiplotypeCaller.call(gene, sites, seen);
      case VARIANT_LIST_LOWEST_FUNCTION -> VariantListCaller.call(gene, sites, seen, rules);
    };
  }

  private static GeneAnswer nothingSeen(Pharmacogene gene, GeneSites sites) {
    boolean isLookedAt = false;
    boolean hasFile = false;
    for (var site : sites.sites()) {
      if (site instanceof Site.NotSeen none) {
        isLookedAt |= none.why() != Unseen.NOT_LOOKED_AT && none.why() != Unseen.NO_FILE;
        hasFile |= none.why() != Unseen.NO_FILE;
      } else {
        isLookedAt = true;
      }
    }
    if (isLookedAt) {
      return GeneAnswer.NotCalled.of(gene, sites, ReasonCode.NOT_CALLABLE, "no_position_callable");
    }
    return hasFile
        ? GeneAnswer.NotCalled.of(gene, sites, ReasonCode.NOT_LOOKED_AT, "no_position_looked_at")
        : GeneAnswer.NotCalled.of(gene, sites, ReasonCode.NO_DATA, "no_germline_file");
  }
}
