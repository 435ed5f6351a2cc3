/// Which gene a symbol means.
///
/// One call: [GeneSymbols#resolve] takes a name and asks a [GeneNames] who bears it: the identifier
/// first, then the approved symbol, the symbol of the entry, a previous symbol, an alias; then the
/// same whatever the letter case. The first level at which anybody bears it decides, and answers
/// with a [GeneMatch]: one gene, several of which none is chosen, a date that a spreadsheet made of
/// a symbol, or nothing.
///
/// - Values: [GeneMatch], [Bearer].
/// - Source of the order: HGNC tells previous symbols from aliases (Tweedie et al. 2021,
///   doi:10.1093/nar/gkaa980), NCBI Gene does not: with HGNC a previous symbol goes before an
///   alias.
/// - Invariant: none of several genes is ever chosen.
@NullMarked
package org.idiome.knowledge.gene;

import org.jspecify.annotations.NullMarked;
