/// The list of all readers of sources, and the choice among them.
///
/// It stands apart from [org.idiome.knowledge.source] because it leans on each of them, and they on
/// that. A new reader is one line in [Importers].
@NullMarked
package org.idiome.knowledge.source.all;

import org.jspecify.annotations.NullMarked;
