/// Publishers' tables, read by the names in their headers.
///
/// [TableFormat] knows the columns of a format under all names that publishers gave them
/// (`columns.tsv`, one row a name, each with where it was seen); it says of the beginning of a file
/// whether it is one, and of which variant. [SourceTable] then hands out rows, cells by our name of
/// the column. How a format writes its rows is a [Layout].
///
/// - Invariants: no column is taken by its place; one that no variant has is kept under its own
///   name and told; a row of another width is refused, and a file whose last row is cut as a whole.
@NullMarked
package org.idiome.knowledge.source.table;

import org.jspecify.annotations.NullMarked;
