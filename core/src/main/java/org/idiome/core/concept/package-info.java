/// What things are called, and what is claimed about them.
///
/// A source names a thing by a code: [Coded] keeps it as given. Where the code is a compact URI it
/// is a [Curie], and with its name a [Concept]; what other spellings of a source mean, [Identifier]
/// tells. A published claim is an [Assertion] with its [Evidence] and [Citation]; the release it
/// came from is a [SourceRelease], and the set of releases in force is named by a [SnapshotId].
///
/// - Invariant: a display text never decides a meaning; what does not parse stays as given.
@NullMarked
package org.idiome.core.concept;

import org.jspecify.annotations.NullMarked;
