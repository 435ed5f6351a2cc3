/// The records of some regions of a variant file, by its index where there is one; one line of any.
///
/// [WantedRegions] are read from `chr:from-to` or from BED. [RegionInput] opens a variant file as
/// an [Input][org.idiome.genomics.io.Input] that holds its header and the lines that overlap them,
/// in the order of the file: by a tabix or CSI index beside a BGZF file ([VariantIndex]), else by
/// reading all of it.
///
/// [FileLine] reads one line of a file by its number, by a [LineIndex] beside it where there is
/// one.
///
/// - A record overlaps a region by REF or by END, wherever it starts.
/// - Invariant: the same lines with an index and without. An index that is older than its file, or
///   cannot be of it, is not used, and that is said.
/// - Absent on purpose: line numbers of the file. With an index nobody knows them, so problems
///   count the lines of the regions, and say so in the name of the file.
@NullMarked
package org.idiome.genomics.region;

import org.jspecify.annotations.NullMarked;
