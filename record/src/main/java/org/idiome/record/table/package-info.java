/// Long and wide tables of any layer, read by their file attributes.
@NullMarked
package org.idiome.record.table;

import org.jspecify.annotations.NullMarked;
