/// Readers of what is published about variants: ClinVar.
///
/// [ClinVarVcf] reads the VCF line by line as text: its values hold commas, which a reader of VCF
/// takes for a list; [ClinVarSummary] reads the table with a row for each assembly. Each record is
/// a variant by its Variation ID; [ClassificationKind] says which keys hold its three
/// classifications (germline, oncogenicity, somatic impact), which are never merged,
/// [ConditionList] pairs the conditions with their identifiers, and [ClinVarWords] knows the words
/// of a classification and the stars of a review status.
///
/// - Source of the rules: ClinVar, `docs/sources.md`; Landrum et al. 2020, doi:10.1093/nar/gkz972.
/// - Invariant: a place is told with its build; a review status that is not known has no stars,
///   never none of them; what is said of a haplotype that holds the variant is not said of it.
@NullMarked
package org.idiome.knowledge.source.variant;

import org.jspecify.annotations.NullMarked;
