/// Words for codes, states and reasons.
@NullMarked
package org.idiome.report.words;

import org.jspecify.annotations.NullMarked;
