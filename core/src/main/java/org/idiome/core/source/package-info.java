/// Where a value came from: the file by its hash, and the line or pointer in it.
///
/// While reading, a value carries a [SourceRow]: the ordinal of its file and a locator as two
/// numbers, cheap enough for dense columns. [Sources] turns them into a [SourceFile] and a
/// [Locator]. An explanation ends in a [CitedRow], which also holds the row's text, so that it can
/// be read without any other file.
@NullMarked
package org.idiome.core.source;

import org.jspecify.annotations.NullMarked;
