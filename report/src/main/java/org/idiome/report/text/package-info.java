/// A run in the terminal: a short summary, and one finding's explanation as an indented tree.
///
/// [TextSummary] says who, the bottom line, the tally, what matters now and where to go on;
/// [ExplainText] follows a finding down to file, line and row. [Ink] colours, or does not.
///
/// - Invariant: colour repeats what words say; text of a file is shown without control characters.
@NullMarked
package org.idiome.report.text;

import org.jspecify.annotations.NullMarked;
