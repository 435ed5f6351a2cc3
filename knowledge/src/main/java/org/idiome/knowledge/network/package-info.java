/// What the releases of a snapshot say, joined by identifier.
///
/// [Network#open] maps the releases; [Network#terms] and [Network#claims] answer what is said of
/// one concept, each with the release and lines that say it ([Said]).
///
/// - Invariant: nothing is merged here. Each source keeps its identifiers and its words.
@NullMarked
package org.idiome.knowledge.network;

import org.jspecify.annotations.NullMarked;
