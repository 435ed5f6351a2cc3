/// Values against their own interval and the person's own past.
@NullMarked
package org.idiome.care.laboratory;

import org.jspecify.annotations.NullMarked;
