/// The dense layers of a store: immutable Parquet files that any data tool can read.
///
/// One call: [DenseWriter] gathers rows and seals them into parts, each written, on the disk and
/// renamed before the catalogue names it; [DenseReader] answers with the rows of a segment.
/// [Engine] is DuckDB in memory: no extension, no network, bounded memory, this folder and no
/// other.
///
/// - Invariant: the engine is loaded when a dense layer is touched, and not before.
/// - Invariant: a part never changes; what is left out of it later is left out of a new one.
@NullMarked
package org.idiome.store.dense;

import org.jspecify.annotations.NullMarked;
