/// Pharmacogenes: named alleles, phenotypes, and what guidelines say of drugs.
///
/// One call: [PharmacogeneInterpreter] has each position of a gene read in all germline samples
/// (`observe`: `GeneSites`), asks `GeneCaller` for a `GeneAnswer` (by `DiplotypeCaller` or
/// `VariantListCaller`, with the kernel in `match`), looks the answer up in each source's
/// guidelines (`Lookup`, `Guideline`, `Outcome`) and makes findings:
///
/// | kind | subject, scope | says |
/// |---|---|---|
/// | `diplotype` | gene, `.` | alleles, phenotype by source, what is not excluded |
/// | `agreement` | gene, `.` | whether several germline samples agree |
/// | `build` | `genome`, build of the tables | which files cannot be read, and what would help |
/// | `recommendation` | drug, `SOURCE GENES POPULATION` | one possibility for each consequence |
/// | `medicine` | drug, `.` | all sources for a drug taken, a danger, or one not excluded; advice |
/// | `drugs_taken` | `therapy`, `.` | which drugs were known |
///
/// [PharmacogeneTable] and [RecommendationTable] print the same findings for the shell.
///
/// - Invariants: missing is never reference; a pair that fits is best or is listed; sources are
///   never merged; what rests on something not assessed is not assessed; no branch for a gene.
/// - [OpenQuestion] says which drugs ask for a test; the cause tells which ([Remedy], rows).
/// - A drug that is not taken and of whose gene nothing is known has no finding: the gene's finding
///   names it.
/// - Absent on purpose: files, positions, functions and rules (rows of `knowledge`), words.
@NullMarked
package org.idiome.care.pharmacogenes;

import org.jspecify.annotations.NullMarked;
