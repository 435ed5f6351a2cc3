/// From a VCF file to the calls at some places, what was looked at there, and what the file holds.
///
/// [CallReader#read] goes through a file once. For each sample asked for it gives a
/// [SampleReading]: the records that touch the loci asked for as
/// [calls][org.idiome.core.observation.Call], the state of every base of those loci, and a
/// [VcfSummary] of the whole file. The [VcfReading] around them says which build the file speaks
/// of.
///
/// ```java
/// var request = VcfRequest.of(origin).sample("NA12878").loci(loci);
/// var reading = CallReader.read(input, request, VcfLimits.DEFAULT, problems);
/// ```
///
/// - A call is a whole record for one sample, never split by alternate, with its line as far as it
///   is about that sample: other people's genotypes do not travel along.
/// - Loci of another build than that of the file get no calls and nothing looked at.
/// - Phase holds within the set that the call names. A heterozygous call whose set is not known is
///   given unphased.
/// - [Regions] with the statement that absence means reference are the only way to reference
///   without a record; each stretch so claimed cites its row.
@NullMarked
package org.idiome.genomics.calls;

import org.jspecify.annotations.NullMarked;
