/// The same change under different spellings.
///
/// [NormalForm] knows every spelling again, by the reference sequence: trimmed, rolled to the left,
/// and over the whole stretch through which it can be rolled. Where no sequence is at hand, an
/// [Allele][org.idiome.core.genome.Allele] is trimmed and so compares by content where spellings
/// differ in what they carry along, and [Spelling#compare] also knows an indel again that was
/// rolled along a repeat, where the records themselves show the repeat, and says so where they do
/// not.
@NullMarked
package org.idiome.genomics.normal;

import org.jspecify.annotations.NullMarked;
