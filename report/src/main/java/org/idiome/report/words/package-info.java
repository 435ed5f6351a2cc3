/// Words for codes, values, states, reasons and problems: the only place where they are made.
///
/// One resource, `words.tsv`, holds every sentence: a code, its template, and where a number
/// decides the form, the template for any number but one. [Words#say] fills a template with named
/// values; [Words#value] renders one value: [Figures] for numbers, [Dates] for times, [UnitWords]
/// for amounts. [ProblemText] says what was wrong with an input and what mends it.
///
/// - British English; numbers, units and dates by one style whatever the machine's language.
/// - Invariant: nothing vanishes. A code without a row is shown as the code with all its values, a
///   value that a template asks for and does not get is named as not given.
@NullMarked
package org.idiome.report.words;

import org.jspecify.annotations.NullMarked;
