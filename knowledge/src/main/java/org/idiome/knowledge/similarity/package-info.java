/// Semantic similarity of concepts of one hierarchy, and of sets of them.
///
/// A [Taxonomy] knows what lies above each concept; an [InformationContent] over it says how much a
/// concept tells, by structure or by annotation, and the two differ; [Similarity] compares. Method:
/// `docs/methods/similarity.md`.
///
/// - A concept without information content is *not assessed*, never infinitely informative: what
///   would need it answers empty.
/// - Obsolete concepts are resolved before, not here. A circle is refused with its members.
/// - Values are of arrays and do not change; safe for several threads.
@NullMarked
package org.idiome.knowledge.similarity;

import org.jspecify.annotations.NullMarked;
