/// The words of the house: values that every floor shares and that cannot be built wrong.
///
/// Nothing stands here but its packages; start with `finding` (what is claimed) and `observation`
/// (what was seen), then `source`, `time`, `quantity`, `concept`, `genome`, `problem`, `run`, and
/// `canonical`, by which all of these are compared.
///
/// - Invariant: no file is opened, no clock is read; JSpecify is the only dependency.
@NullMarked
package org.idiome.core;

import org.jspecify.annotations.NullMarked;
