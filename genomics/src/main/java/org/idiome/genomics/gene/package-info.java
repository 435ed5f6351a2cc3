/// Genes and their transcripts, from the files in which Ensembl, GENCODE and RefSeq publish them.
///
/// [GeneReader] reads GFF3 or GTF, known by its content, into [GeneModels], which gives the
/// [Transcript]s that lie over a stretch of a contig without allocating ([TranscriptSearch]).
/// [GeneIndexWriter] compiles them into a file that [GeneIndex] opens in milliseconds.
///
/// - Values: [Transcript] with its [Gene], its exons and, where it is translated, its
///   [CodingRegion]. Positions on the contig are 0-based half-open; positions in a transcript count
///   from its first base, in its own direction.
/// - Invariant: what a file does not say is not made up. A transcript whose parts contradict each
///   other is left out and named; a coding region that cannot be told is said to be so.
/// - Absent: sequences of transcripts other than those of the reference.
@NullMarked
package org.idiome.genomics.gene;

import org.jspecify.annotations.NullMarked;
