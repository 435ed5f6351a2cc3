/// Pharmacogenes and what guidelines say about them, for interpreters: the read side.
///
/// One call: [Pharmacogenes#gene] gives a [Pharmacogene]: its [DefiningPosition]s, its
/// [NamedAllele]s, the [AlleleMatrix] between the two, and a [PhenotypeScheme] for each source. A
/// scheme judges an allele ([Judgement]), turns two functions into a [PhenotypeCall], and that into
/// the exact [LookupKey] under which [Pharmacogenes#recommendations] finds each [Recommendation] of
/// the same source. [Drugs] tells which drug a code or name means.
///
/// - Values carry the [CitedRow][org.idiome.core.source.CitedRow] that says so.
/// - Invariants: sources are never merged; keys are exact text; an exception of a gene is a row
///   ([GeneRule], [Proxy]), never a branch. Adding a gene is adding rows.
/// - Absent on purpose: matching of genotypes (`care`), words (`report`).
@NullMarked
package org.idiome.knowledge.pharmacogene;

import org.jspecify.annotations.NullMarked;
