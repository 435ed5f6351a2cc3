/// Whose sample is it: what genotypes alone tell of sex, of one person behind two samples, and of a
/// family.
///
/// Kernels over primitive columns, without files: [Homozygosity] (the F statistic of X), [Kinship]
/// (KING-robust), [Trio] (Mendelian errors). [SampleTally] and [FamilyTally] gather, in the one
/// pass over a file, what the kernels need: [SampleFacts], which are kept with the file in a store.
///
/// - [Panel]: the places that are compared between samples, on two builds.
/// - Invariant: only what a record says is counted. A place that no record covers is not looked at,
///   never the reference.
/// - Absent on purpose: thresholds, and any word on what a number means. Those are
///   `care.identity`'s.
@NullMarked
package org.idiome.genomics.identity;

import org.jspecify.annotations.NullMarked;
