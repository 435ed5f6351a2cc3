/// What a run has to say, before it becomes a page, a text or JSON.
///
/// One call: [Account#of] takes a run and its profile and orders what they hold for a reader: the
/// bottom line, what matters now ([Cards]), findings by area ([Areas]), medicines ([Medicines]),
/// what others concluded ([Outside]), what is known by layer and time ([KnownTable]), what was not
/// assessed ([Gaps]). `html`, `text` and `json` write it down; `words` has every sentence.
///
/// - [FindingWords] says one finding: claim, value, reason, test that settles it.
/// - Invariant: nothing is concluded here. What is shown was found by an interpreter or stands in
///   the record; order, grouping and bounds are rules of this package, and what a bound leaves out
///   is counted.
@NullMarked
package org.idiome.report;

import org.jspecify.annotations.NullMarked;
