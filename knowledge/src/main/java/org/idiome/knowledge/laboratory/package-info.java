/// What is known of laboratory features, for interpreters.
@NullMarked
package org.idiome.knowledge.laboratory;

import org.jspecify.annotations.NullMarked;
