/// What a person's germline files say at the positions that tell the named alleles of a gene apart.
///
/// One call: [GeneSites#of] reads each position ([Target]) in each file with [SiteReader], which
/// compares records and position by content ([Change]), weighs filters and quality, and merges
/// records that agree; then joins the files of one person. The answer is a [Site] for each
/// position: seen, with the bases of each strand, or unseen for a named reason ([Unseen]). Both
/// cite rows.
///
/// - Invariants: a position without a record is unseen, never reference; what no rule makes
///   comparable without a reference sequence is unseen, never different.
/// - Absent on purpose: the reading of files (`genomics`), and which allele the bases make
///   (`match`).
@NullMarked
package org.idiome.care.pharmacogenes.observe;

import org.jspecify.annotations.NullMarked;
