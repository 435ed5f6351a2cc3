/// Long and wide tables of any layer as quantities, and as statements where a cell holds a word.
///
/// [TableDescription] holds what a packet's `fileAttributes` say of a table; [TableReader] reads
/// the rows into a [QuantityColumnsBuilder][org.idiome.core.observation.QuantityColumnsBuilder].
/// [RowSplitter][org.idiome.genomics.row.RowSplitter] cuts lines into fields (RFC 4180);
/// [CellReader] tells a number, a censored number, a reason for its absence and a word apart;
/// [TimeReader] reads times; [Conventions] are the decimal mark and the order of dates, told by
/// whole columns where the description does not.
///
/// - Invariants: a missing cell is never nought, a value below a limit never that limit; a row is
///   taken whole or refused with its line; a table that breaks off leaves nothing behind.
/// - Cost: a pass over the bytes, another one only where numbers or dates are not plain.
/// - A format with its own rules (Cufflinks, MaxQuant, mzTab) is a class of its own that makes a
///   description; none is here yet.
@NullMarked
package org.idiome.record.table;

import org.jspecify.annotations.NullMarked;
