/// Variant files with what each change does to each transcript.
///
/// A record is annotated in two steps, on two threads. [RecordPlacer] reads all of it that is
/// needed into a [PlacedRecord]: alternates in normal form, copies, what others told; symbolic
/// alternates and breakends by [StructuralReader]. [Annotator] asks
/// [Consequences][org.idiome.genomics.consequence.Consequences], holds records back until no
/// transcript that they change can be met again, joins what one sample has on one copy, and hands
/// out [AnnotatedRecord]s in the order of the file. [CsqField] writes them into INFO. [TableLines]
/// writes records of which tables alone are asked; [TableAnnotator] lists their alleles.
/// [Rearrangements] tells which exons structural alternates join.
@NullMarked
package org.idiome.genomics.annotate;

import org.jspecify.annotations.NullMarked;
