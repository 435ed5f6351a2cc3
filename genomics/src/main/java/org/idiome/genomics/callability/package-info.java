/// What a file says of a place: called variant, called reference, no call, filtered, not looked at.
///
/// [CallJudge] weighs one record for one sample into a [Judgement]; [Sweep] resolves judgements
/// that overlap into stretches without overlap; [CallabilityIntervals] reads a whole file and
/// merges neighbours. What lies between stretches was *not looked at*.
///
/// - Source of the thresholds: `callability-rules.tsv`, beside these classes.
/// - Invariant: reference is claimed only where a record says so and its quality, where FORMAT has
///   it, holds. Absence is never reference.
@NullMarked
package org.idiome.genomics.callability;

import org.jspecify.annotations.NullMarked;
