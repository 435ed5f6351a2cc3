/// What a file says of a place: called reference, no call, not looked at.
@NullMarked
package org.idiome.genomics.callability;

import org.jspecify.annotations.NullMarked;
