/// The shell: arguments in, tables and reports out, exit codes.
@NullMarked
package org.idiome.cli;

import org.jspecify.annotations.NullMarked;
