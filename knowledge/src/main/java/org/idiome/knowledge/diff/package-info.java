/// What two snapshots say otherwise, claim by claim.
///
/// [SnapshotDiff#compare] joins the releases of each source by their names; within a pair
/// [ReleasePair] walks both sorted lists of claims at once. A claim is the same by source, subject,
/// predicate, object and qualifiers, after each identifier was followed to what replaced it
/// ([Replacements]).
///
/// - Values: [Change], of a [Change.Kind].
/// - Not a change: the order of rows, columns or citations, identifiers of rows, a column that one
///   of the two releases does not have, white space.
@NullMarked
package org.idiome.knowledge.diff;

import org.jspecify.annotations.NullMarked;
