/// A release as one mapped file: its claims and terms in sorted columns.
///
/// [ReleasePacker] is the sink that readers of sources tell; [ReleasePacker#write] sorts what was
/// told, joins what was told twice, and writes the file. [PackedRelease] maps it: nothing is parsed
/// when it is opened, and a concept is found by halving.
///
/// - Names (identifiers, predicates, qualifiers) are numbered in the order of their code points, so
///   that the same rows in another order give the same columns but for their lines; texts are
///   numbered as they came.
/// - Memory: names and numbers on the heap, texts in a file beside the one that is written.
/// - Layout of the file: [PackedLayout].
@NullMarked
package org.idiome.knowledge.packed;

import org.jspecify.annotations.NullMarked;
