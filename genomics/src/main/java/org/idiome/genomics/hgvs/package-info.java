/// Descriptions of changes as people write them: HGVS, read and written.
///
/// [Hgvs] is one description with its accession; [HgvsReader] reads it and refuses what is none,
/// with the column ([HgvsException]). Old spellings are read (`delG`, `*` and `X` for a stop, one
/// letter a residue) and never written. Source: den Dunnen 2016, doi:10.1002/humu.22981, and the
/// current recommendations of HGVS nomenclature.
///
/// - Absent: repeats of several units, insertions of a stretch of another sequence, mosaics.
@NullMarked
package org.idiome.genomics.hgvs;

import org.jspecify.annotations.NullMarked;
