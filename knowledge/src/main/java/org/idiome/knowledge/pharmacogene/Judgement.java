package org.idiome.knowledge.pharmacogene;

/// What a source's scheme makes of a named allele.
public sealed interface Judgement {

  /// The source has judged the allele itself.
  record Judged(AlleleFunction function) implements Judgement {}

  /// The source does not name the allele; by a rule of ours it is read as one that it names.
  ///
  /// @param function of the allele that stands in
  /// @param because the function, by another source, that allows it
  /// @param scheme the scheme whose row has the rule
  record StandsIn(AlleleFunction function, AlleleFunction because, PhenotypeScheme scheme)
      implements Judgement {}

  /// The source says nothing of the allele, so that none of its answers holds for a carrier.
  record NotJudged(String allele) implements Judgement {}
}
