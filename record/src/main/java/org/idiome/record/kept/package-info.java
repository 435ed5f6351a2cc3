/// A person kept in a store, and read back as of a time.
///
/// [Keeper] writes what one input says of one person: a [PersonRecord][org.idiome.record.folder]
/// and the calls of its variant files become one intake of a batch. [KeptPerson] reads it back,
/// value by value and row by row: a profile made of it gives the same findings as one made of the
/// files.
///
/// - [ContentWriter] and [ContentReader] hold what is kept as JSON: each is the other's inverse.
/// - Digests are of logical rows: what was said, never where it stood.
/// - Invariant: an input that was read before changes nothing; one that says something else takes
///   the place of the one before, which stays for questions of an earlier time.
@NullMarked
package org.idiome.record.kept;

import org.jspecify.annotations.NullMarked;
