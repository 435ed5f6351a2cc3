/// Identifiers of variation that are computed from its content: GA4GH VRS 2 (Wagner 2021,
/// doi:10.1016/j.xgen.2021.100027).
///
/// Each [Digested] object writes its inherent fields as canonical JSON, in which every identifiable
/// object is replaced by its digest; [Digested#identifier] is what others compute of the same
/// variation. [VrsAllele#of] takes the normal form of a change, so that every spelling has one
/// identifier.
///
/// - Identifiers of VRS 1 differ for the same allele and are never compared with these.
/// - None is computed for a contig whose refget accession is not known, nor for `*`, symbolic
///   alleles and letters that are no bases.
@NullMarked
package org.idiome.genomics.vrs;

import org.jspecify.annotations.NullMarked;
