package org.idiome.genomics.normalize;

import org.idiome.genomics.reference.ReferenceSequence;
import org.jspecify.annotations.Nullable;

/// What is known of the contig of some records.
///
/// @param name as written
/// @param sequence its bases, or null where no reference has them
/// @param lengthBases how many bases it has, or the largest number where nobody knows
/// @param refget accession of the sequence, or null where it is not known for certain
/// @param accession of RefSeq, or null where it has none or it is not known for certain
record Ground(
    String name,
    @Nullable ReferenceSequence sequence,
    int lengthBases,
    @Nullable String refget,
    @Nullable String accession) {}
