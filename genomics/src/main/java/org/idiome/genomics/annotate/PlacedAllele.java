package org.idiome.genomics.annotate;

import org.idiome.genomics.consequence.CopyChange.Copy;
import org.idiome.genomics.consequence.StructuralChange;
import org.idiome.genomics.normal.NormalForm;
import org.jspecify.annotations.Nullable;

/// An alternate of a record, read: what it changes, but not yet what that does. Immutable.
///
/// @param form of an alternate made of bases; null where there is none
/// @param written by how many bases behind the begin of the form the record writes it
/// @param structural of any other; null where there is none, or nothing can be told of it
/// @param copy on which the sample has it; null where nobody asks, or it is not known to have it
record PlacedAllele(
    AnnotatedAllele bare,
    @Nullable NormalForm form,
    int written,
    @Nullable StructuralChange structural,
    @Nullable Copy copy) {}
