/// Markup in which text of any origin is inert.
///
/// [Html] is the one writer of elements, attributes and texts; [Drawing] draws a chart as SVG
/// through it and remembers where its texts lie; [TextWidth] says how wide they are.
///
/// - Invariant: no text is ever written unescaped, no attribute runs or loads anything.
@NullMarked
package org.idiome.report.markup;

import org.jspecify.annotations.NullMarked;
