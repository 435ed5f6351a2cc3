/// The same change under different spellings, as far as that can be told without a reference
/// sequence.
///
/// An [Allele][org.idiome.core.genome.Allele] is trimmed and so compares by content where spellings
/// differ in what they carry along. [Spelling#compare] also knows an indel again that was rolled
/// along a repeat, where the records themselves show the repeat, and says so where they do not.
/// Left-alignment, which needs the sequence, is not here yet.
@NullMarked
package org.idiome.genomics.normal;

import org.jspecify.annotations.NullMarked;
