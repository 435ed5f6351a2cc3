/// From findings to documents; the only place where words for people are made.
@NullMarked
package org.idiome.report;

import org.jspecify.annotations.NullMarked;
