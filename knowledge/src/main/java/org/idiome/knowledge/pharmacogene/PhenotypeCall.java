package org.idiome.knowledge.pharmacogene;

import org.jspecify.annotations.Nullable;

/// What one source concludes from two allele functions.
///
/// @param phenotype in the source's words
/// @param activityScore as the source writes it, or null where the gene is not scored
/// @param first function of one allele
/// @param second function of the other
/// @param rule that led here
public record PhenotypeCall(
    String source,
    String gene,
    String phenotype,
    @Nullable String activityScore,
    AlleleFunction first,
    AlleleFunction second,
    PhenotypeRule rule) {}
