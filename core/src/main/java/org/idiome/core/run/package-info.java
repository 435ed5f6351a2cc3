/// One interpretation of one individual, named by what went into it.
///
/// [RunInputs] (profile state, snapshot, [Software], [Settings]) determine the findings; their hash
/// is the run's id. A [Run] holds inputs, findings and problems, and is written as JSON in one way.
///
/// - Invariant: the id does not depend on the findings; the findings' own digest stands beside it,
///   and a rerun of the same id with another digest is a fault.
@NullMarked
package org.idiome.core.run;

import org.jspecify.annotations.NullMarked;
