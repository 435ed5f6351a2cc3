/// Whose sample is it: the checks that come before anything that rests on a sample.
///
/// One call: [IdentityInterpreter] goes through its questions ([SexQuestion], [SameSampleQuestion],
/// [FamilyQuestion], [LabelQuestion], [SharedQuestion], [GraftQuestion]). *Found*: a mismatch is
/// there. *Excluded*: none is, within the limit stated. *Not assessed*: too little to tell.
///
/// - A mismatch names the samples that it puts in doubt. Interpreters of the germline ask [Doubts]
///   before they use one; what rests on it is then not assessed.
/// - A mismatch that somebody settled, in a store, stays found and blocks nothing ([Settling]).
/// - Invariant: nothing stated is ever overwritten, and nothing is said of who is whose parent.
/// - Absent on purpose: files; the counts come with the sample
///   ([SampleFacts][org.idiome.genomics.identity.SampleFacts]).
@NullMarked
package org.idiome.care.identity;

import org.jspecify.annotations.NullMarked;
