/// The allele of a contig that a description means: HGVS `g.`, `m.`, `c.` and `n.` to bases.
///
/// [HgvsResolver] takes a change as [org.idiome.genomics.hgvs.Hgvs] read it, the bases of the
/// contig and, for `c.` and `n.`, the transcript; it answers with a [Resolved]: the bases that are
/// replaced and what stands there instead, on the forward strand, or why nobody can say.
///
/// - Invariant: bases that a description writes are held to the reference; nothing is guessed.
/// - Absent: proteins, which many alleles make; repeats; the choice of the transcript.
@NullMarked
package org.idiome.genomics.resolve;

import org.jspecify.annotations.NullMarked;
