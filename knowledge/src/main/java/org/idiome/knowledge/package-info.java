/// What is known about disease, as of a snapshot.
///
/// [Knowledge] is the read side that interpreters see; `starter` holds the tables that ship with
/// Idiome, `pharmacogene` and `laboratory` their typed views.
@NullMarked
package org.idiome.knowledge;

import org.jspecify.annotations.NullMarked;
