/// A run as JSON, with its published schema.
@NullMarked
package org.idiome.report.json;

import org.jspecify.annotations.NullMarked;
