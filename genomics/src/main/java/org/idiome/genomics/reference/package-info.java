/// The bases of a reference sequence.
///
/// [ReferenceSequence] is one contig; [ReferenceFasta] opens a FASTA file with all of its contigs,
/// plain or in BGZF, mapped into memory and shared by all threads. [Refget] computes the accession
/// by which a sequence is known whatever it is called.
@NullMarked
package org.idiome.genomics.reference;

import org.jspecify.annotations.NullMarked;
