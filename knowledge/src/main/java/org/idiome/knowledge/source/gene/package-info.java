/// Readers of what is published about genes: HGNC (approved and withdrawn), NCBI Gene.
///
/// Each row is a gene: [HgncImporter] and [GeneInfoImporter] tell its symbols as approved, of the
/// entry, previous or alias, as the source keeps them apart; [HgncWithdrawnImporter] tells what
/// took the place of a withdrawn one. Which gene a symbol means is
/// [org.idiome.knowledge.gene.GeneSymbols]' to say.
///
/// - Invariant: what is no gene (a biological region, a phenotype) gets no symbol of one.
@NullMarked
package org.idiome.knowledge.source.gene;

import org.jspecify.annotations.NullMarked;
