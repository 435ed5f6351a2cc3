/// A person's folder, read once into one immutable record.
///
/// [PersonFolder#read] takes a folder with a `phenopacket.json`, or a phenopacket alone, and
/// answers with a [PersonRecord]: statements in a stated order, quantities as columns by layer,
/// specimens, the variant files to be opened by others ([VariantFile]), sources, problems and a
/// digest for each layer. [RowTexts] finds the text of a row again. [Scan] says what a file is.
///
/// - Paths are confined to the folder: no absolute path, no `..`, no link that leaves it, nothing
///   remote. Each is a named problem.
/// - Digests are of what was said, never of file bytes or of where it stood.
/// - Absent on purpose: variant files are named here and read elsewhere.
@NullMarked
package org.idiome.record.folder;

import org.jspecify.annotations.NullMarked;
