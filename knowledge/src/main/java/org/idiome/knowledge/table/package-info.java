/// Cited tables: the one form in which facts stand in the project.
///
/// A [Table] is a tab-separated file of UTF-8 with `\n` line ends: a header, one fact a row, `.`
/// for missing, and a column `citation`. [TableRow] reads a cell as what its column holds and names
/// file, line and remedy ([TableException]) where the cell is something else. [Tables] hands them
/// out by kind; several files may hold one kind, so that each publisher's facts stay in files of
/// their own.
///
/// - Invariant: a row can always be cited: file, hash, line and text go with it.
/// - Absent on purpose: quoting, escapes, comments, regular expressions, guessing of types.
@NullMarked
package org.idiome.knowledge.table;

import org.jspecify.annotations.NullMarked;
