/// How values are written in columns, the same in the catalogue and in Parquet.
///
/// [TimeText] is a time as one text, whole; [QuantityFields] is a quantity as the columns of a row.
///
/// - Invariant: what is read back equals what was written, displays and reasons of absence too.
@NullMarked
package org.idiome.store.form;

import org.jspecify.annotations.NullMarked;
