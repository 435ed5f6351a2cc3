/// The report of a run as one self-contained page.
@NullMarked
package org.idiome.report.html;

import org.jspecify.annotations.NullMarked;
