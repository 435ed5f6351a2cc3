/// Ontologies: OBO files, and OBO Graphs in JSON.
///
/// [OboImporter] reads stanza by stanza, [OboGraphImporter] node by node and edge by edge. Both
/// tell names, definitions, synonyms by scope, alternative ids, what is obsolete and by what it is
/// replaced; `is_a` as `biolink:subclass_of`, other relations by the table of predicates, cross
/// references as `oboInOwl:hasDbXref`.
///
/// - [OboLine] knows the escapes, qualifiers and comments of one line; [Hierarchy] finds circles.
/// - Invariant: a circle of `is_a` refuses the file with its members named: nothing can be said of
///   what is above or below in it.
/// - Deliberately not told as claims: logical definitions (`intersection_of`, `union_of`) and
///   disjointness. They are kept with the other columns of their concept.
@NullMarked
package org.idiome.knowledge.source.ontology;

import org.jspecify.annotations.NullMarked;
