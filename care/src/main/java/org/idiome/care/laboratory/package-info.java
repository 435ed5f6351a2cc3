/// Values against the interval that came with them, and against the person's own past.
///
/// One call: [LaboratoryInterpreter] splits each feature into series by specimen ([Series]), finds
/// what each may be judged by ([Basis]) and what compares with its latest value ([Comparison]),
/// counts the looks of the year ([YearOfLooks]) and asks three questions: [IntervalQuestion],
/// [ChangeQuestion], [OwnRangeQuestion]. A [Summary] of each layer says how many false answers to
/// expect.
///
/// - Kernels on numbers alone: [ReferenceChange], [PersonalInterval], [Trend], [Looks], [Normal];
///   [Span] carries censored and unordered values through all of them.
/// - Rules: thresholds, strengths, advice and specimen names are tables beside the classes
///   ([LaboratoryRules]); facts of variation are knowledge, and only confirmed rows are used.
/// - Invariant: no older value passes for the latest; what gave no number, a word or a value
///   without a time may have come last. A value below a limit is never a number, a value by another
///   method never compared, a population's figure never the person's. What does not hold is a
///   reason.
@NullMarked
package org.idiome.care.laboratory;

import org.jspecify.annotations.NullMarked;
