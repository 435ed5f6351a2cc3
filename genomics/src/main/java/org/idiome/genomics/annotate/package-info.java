/// Variant files with what each change does to each transcript.
///
/// [Annotator] reads record after record, asks
/// [Consequences][org.idiome.genomics.consequence.Consequences], holds records back until no
/// transcript that they change can be met again, joins what one sample has on one copy, and hands
/// out [AnnotatedRecord]s in the order of the file. [CsqField] writes them into INFO. Symbolic
/// alternates and breakends are read by [StructuralReader]; [Rearrangements] tells which exons they
/// join.
@NullMarked
package org.idiome.genomics.annotate;

import org.jspecify.annotations.NullMarked;
