/// What diseases and genes show, as the Human Phenotype Ontology publishes it.
///
/// [HpoDiseases] reads `phenotype.hpoa` under both of its headers and the older
/// `phenotype_annotation.tab` without one; [HpoGenes] `genes_to_phenotype.txt` of all generations
/// and `phenotype_to_genes.txt`; [HpoGeneDiseases] `genes_to_disease.txt`.
///
/// - Columns are taken by their names, also where a header is one line `#Format: a<tab>b`. Where a
///   header has id and name of a phenotype the wrong way round, the cells decide, and it is said.
/// - Each aspect says another thing: only `P` is a phenotype.
/// - Invariant: `NOT` denies; a frequency is kept as it is written.
@NullMarked
package org.idiome.knowledge.source.phenotype;

import org.jspecify.annotations.NullMarked;
