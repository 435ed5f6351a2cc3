/// Which named alleles can explain what was observed: arithmetic on bits, without files or genes.
///
/// A [Definition] says which bases each named allele admits at each position, an [Observed] which
/// bases each strand of a person may have there and what is known of their phase. [Matching]
/// answers with every consistent [Pair] and the best of them. For genes that are read as lists of
/// variants [VariantSplits] answers with the ways in which the variants can lie on the two strands.
///
/// - Values are bits: bit 0 the genome's reference base, bit `i` the `i`-th documented alternate.
/// - Exact: pairs are tested one by one, block by block (O(alleles² · blocks)); no arrangement of
///   strands is enumerated except inside a linked group of positions, which is bounded.
/// - Invariant: a position that was not observed constrains nothing and scores nothing.
@NullMarked
package org.idiome.care.pharmacogenes.match;

import org.jspecify.annotations.NullMarked;
