/// The course of a person: everything that has a time, on one axis.
///
/// One call: [Course#of] reads a profile and answers with lanes (what was said, imaged, sampled,
/// given), panels (small multiples of what was measured again and again) and density rows (layers
/// of thousands of values); [CourseChart] draws them for one width; [Course#rows] is the same as a
/// table.
///
/// - [TimeAxis] is a calendar, the days of a study, or the person's age, whichever places most.
/// - Invariant: what has no place on the axis is counted and said; no line crosses a reading that
///   failed or is censored; a censored value is never drawn at a number.
@NullMarked
package org.idiome.report.course;

import org.jspecify.annotations.NullMarked;
