/// Three synthetic individuals with planted truth.
@NullMarked
package org.idiome.cli.demo;

import org.jspecify.annotations.NullMarked;
