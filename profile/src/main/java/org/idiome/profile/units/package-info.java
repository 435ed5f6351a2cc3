/// Whether two units measure the same thing, and by what factor.
///
/// [Units] answers with a [Conversion]. UCUM's grammar and factors come from `org.fhir:ucum`,
/// loaded on first need; over it stands what UCUM or the library leaves wrong for people's data:
/// temperatures are offsets, a mole is not a pure number, arbitrary units convert to nothing, and
/// an annotation in braces carries meaning.
@NullMarked
package org.idiome.profile.units;

import org.jspecify.annotations.NullMarked;
