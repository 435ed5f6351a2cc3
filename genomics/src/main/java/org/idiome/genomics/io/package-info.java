/// Bytes in: a file recognised by its content and read within bounds.
@NullMarked
package org.idiome.genomics.io;

import org.jspecify.annotations.NullMarked;
