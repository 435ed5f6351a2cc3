/// The door between a person and the interpreters.
@NullMarked
package org.idiome.profile;

import org.jspecify.annotations.NullMarked;
