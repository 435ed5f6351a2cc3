/// What changed between two runs of one person, and what caused it.
///
/// One call: [Change#between] joins the findings of two runs by key; [CauseFinder#of] replays with
/// one factor swapped and names the [Cause] of each change.
///
/// - Invariant: what was not shown by a replay is *not determined*; nothing is guessed from dates.
/// - Old software is not there to replay: it is named only where a version differs and the old
///   inputs under the new code already differ.
@NullMarked
package org.idiome.profile.change;

import org.jspecify.annotations.NullMarked;
