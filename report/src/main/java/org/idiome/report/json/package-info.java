/// A run as JSON, with its published schema.
///
/// [RunJson] writes the run as `core` has it, indented; `idiome-run-1.schema.json` (JSON Schema
/// 2020-12) says every name and word of it.
///
/// - Invariant: the JSON holds every finding; what a page bounds, this does not.
@NullMarked
package org.idiome.report.json;

import org.jspecify.annotations.NullMarked;
