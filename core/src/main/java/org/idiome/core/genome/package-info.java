/// Places and alleles on a genome.
///
/// - Positions are 0-based and half-open inside ([Locus], `start0`, `end0`) and 1-based at every
///   door (`position1`).
/// - [Contig] holds the assembly's own name (`10`, `X`, `MT`); readers resolve aliases.
/// - [GenomeBuild#UNKNOWN] is an answer, never a default for a known build.
@NullMarked
package org.idiome.core.genome;

import org.jspecify.annotations.NullMarked;
