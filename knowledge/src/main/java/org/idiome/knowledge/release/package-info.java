/// What a publisher's release says, in one form for every source.
///
/// A reader of a source tells a [ReleaseSink] row by row: [ReleaseSink#row] begins a row, a [Claim]
/// is a statement about two concepts, a [Term] one about a single concept (its name, a synonym,
/// what replaced it). What is told next belongs to the row begun last.
///
/// - Values: [Attributes] (named texts, sorted), [ReleaseStatement] (what the content says of
///   itself), [Licence], [RowCounts] (they add up, or the release is refused).
/// - Invariant: nothing is dropped in silence. A row is kept, a duplicate, left out by a named rule
///   or not understood; a column or value that is not known is counted by name.
/// - Specification of the words: `docs/methods/knowledge.md`.
@NullMarked
package org.idiome.knowledge.release;

import org.jspecify.annotations.NullMarked;
