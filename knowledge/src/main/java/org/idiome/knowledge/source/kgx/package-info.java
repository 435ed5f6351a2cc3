/// Graphs in the Knowledge Graph Exchange format (KGX) of the Biolink Model, nodes and edges, as
/// tables with tabs and as JSON Lines.
///
/// [KgxImporter] has four faces, one for each kind of file; whatever the writing, a line is a
/// [KgxRow], which [KgxEdges] or [KgxNodes] tells.
///
/// - `negated` and the qualifiers change what an edge says: a value of `negated` that is not
///   understood refuses the edge.
/// - A predicate that the model does not have is `biolink:related_to`, its own word kept.
/// - The id of an edge is the name of a row, no part of what it says, and is not kept.
@NullMarked
package org.idiome.knowledge.source.kgx;

import org.jspecify.annotations.NullMarked;
