/// What is known of a person, layer by layer, and which findings that limits.
@NullMarked
package org.idiome.care.inventory;

import org.jspecify.annotations.NullMarked;
