/// Rows of delimited tables: [RowSplitter] cuts the lines of a file into fields.
///
/// - Invariant: a field that is not UTF-8 or holds a control character can be told from one that is
///   empty; nothing is mended in silence.
@NullMarked
package org.idiome.genomics.row;

import org.jspecify.annotations.NullMarked;
