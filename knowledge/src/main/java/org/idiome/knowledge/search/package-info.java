/// Finds a concept by what a human being types.
///
/// [ConceptSearch#open] reads the names in the releases of a snapshot; [ConceptSearch#find] answers
/// with [Hit]s, best first: by identifier, then by name, from exact to nearly so ([Match]).
///
/// - Concepts that a mapping calls exactly the same are one hit, under the identifier that maps.
/// - Texts are compared as `Folding` writes them: without letter case, accents, hyphens, and in one
///   spelling of English (`spelling.tsv`).
/// - Invariant: the order rests on the releases and the query alone. A concept that is obsolete
///   says so, and what replaced it or that nothing is named.
/// - Method: `docs/methods/knowledge.md`.
@NullMarked
package org.idiome.knowledge.search;

import org.jspecify.annotations.NullMarked;
