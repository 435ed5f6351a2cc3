/// From a source's own words to predicates of the Biolink Model.
///
/// [Predicates] of a source finds a [SourcePredicate] by the source's word: what it is called in
/// Biolink, which end is the subject, what the word limits. The rows are data (`predicates.tsv`),
/// and the predicates of the model itself are too (`biolink.tsv`, version [Predicates#BIOLINK]).
@NullMarked
package org.idiome.knowledge.source.predicate;

import org.jspecify.annotations.NullMarked;
