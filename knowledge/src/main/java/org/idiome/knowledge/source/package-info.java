/// Readers of publishers' files, one small package a family.
///
/// An [Importer] looks at the beginning of a file ([Head]) and says whether it is one of its own
/// ([Recognition]); names of files decide nothing. The one that knows it reads it from a
/// [SourceText] into a [org.idiome.knowledge.release.ReleaseSink].
///
/// - Tables are read through [org.idiome.knowledge.source.table]: columns by the names in their
///   header, from the table of header variants.
/// - Invariant: the same bytes, importer version and [ImportSettings] tell the same.
@NullMarked
package org.idiome.knowledge.source;

import org.jspecify.annotations.NullMarked;
