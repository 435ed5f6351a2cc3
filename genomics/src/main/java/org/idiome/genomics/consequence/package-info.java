/// What a change of a contig does to each transcript that it touches.
///
/// [Consequences] takes a change in [normal form][org.idiome.genomics.normal.NormalForm] and
/// answers with one [Consequence] for each transcript: terms of the Sequence Ontology, the
/// description by HGVS of the transcript and of the protein, and whether decay of the messenger is
/// predicted. [Haplotypes] does so for the changes of one person, joined where they surely stand on
/// one copy. [StructuralConsequences] takes changes that are told by their place and kind.
///
/// - Where an insertion or deletion lies is decided once: where it begins last in the direction of
///   the transcript ([Placement]).
/// - Terms of coding bases come from the translation of what is there after the change
///   ([ProteinReading]), never from lengths alone.
/// - Rules are tables: `terms.tsv`, `splice-zones.tsv`, `genetic-codes.tsv`, `limits.tsv`.
/// - Sources: Sequence Ontology terms as Ensembl defines them (McLaren 2016,
///   doi:10.1186/s13059-016-0974-4); HGVS (den Dunnen 2016, doi:10.1002/humu.22981); joining in cis
///   (Danecek & McCarthy 2017, doi:10.1093/bioinformatics/btx100).
/// - Absent: regulatory features.
@NullMarked
package org.idiome.genomics.consequence;

import org.jspecify.annotations.NullMarked;
