/// What is known about disease, as of a snapshot.
///
/// [Knowledge] is the read side that interpreters see: `pharmacogene` and `laboratory` are its
/// typed views, read from the cited tables of `table`; `starter` holds the tables that ship with
/// Idiome.
@NullMarked
package org.idiome.knowledge;

import org.jspecify.annotations.NullMarked;
