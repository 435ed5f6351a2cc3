/// Networks of concepts: SIF with typed edges, Hetionet's nodes, gene sets, KGX.
///
/// [SifImporter] reads `source kind target` line by line without a string for each: nodes and kinds
/// are numbered, and told by what their number stands for. [HetionetNodesImporter] tells names and
/// categories of its nodes, [GmtImporter] gene sets.
///
/// - What a kind of edge means in Biolink, and which end is the subject, is a row of
///   [org.idiome.knowledge.source.predicate]; the source's own word stays with every claim.
/// - Invariant: an edge is told once, undirected kinds too.
@NullMarked
package org.idiome.knowledge.source.network;

import org.jspecify.annotations.NullMarked;
