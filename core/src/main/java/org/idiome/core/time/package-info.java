/// When something was, as precisely as the source said it and no more.
///
/// [When] has one record for each kind of time that a source can state. [Order] compares two of
/// them and may answer that it cannot be said; sorting for display is never a claim of order.
///
/// - Values: [When] and its records, [AgeSpan], [Order].
/// - Invariant: precision is kept, never padded; no zone of the machine, no clock.
@NullMarked
package org.idiome.core.time;

import org.jspecify.annotations.NullMarked;
