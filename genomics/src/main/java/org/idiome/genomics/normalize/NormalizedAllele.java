package org.idiome.genomics.normalize;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.idiome.genomics.normal.NormalForm.VcfForm;
import org.jspecify.annotations.Nullable;

/// One alternate of a record with its normal form.
///
/// @param contig as written
/// @param reference REF in upper case
/// @param alternate as written, bases in upper case; `.` where the record lists none
/// @param normal left-aligned and trimmed, or null where it has none
/// @param names what it is called, or null where nothing can name it for certain
public record NormalizedAllele(
    String contig,
    int position1,
    String reference,
    String alternate,
    @Nullable VcfForm normal,
    @Nullable AlleleNames names,
    Set<Note> notes) {

  /// Copies the notes.
  public NormalizedAllele {
    if (notes.isEmpty()) {
      notes = Set.of();
    } else {
      var sorted = EnumSet.noneOf(Note.class);
      sorted.addAll(notes);
      notes = sorted;
    }
  }

  /// Its identifier of GA4GH VRS 2, or null where none can be computed.
  public @Nullable String identifier() {
    var vrs = names == null ? null : names.vrs();
    return vrs == null ? null : vrs.identifier();
  }

  /// HGVS on the contig, with its accession, or null.
  public @Nullable String hgvs() {
    return names == null ? null : names.hgvs();
  }

  /// SPDI, or null.
  public @Nullable String spdi() {
    return names == null ? null : names.spdi();
  }

  /// Whether the normal form is another text than the record.
  public boolean isWrittenOtherwise() {
    return normal != null
        && (normal.position1() != position1
            || !normal.reference().equals(reference)
            || !normal.alternate().equals(alternate));
  }

  /// The notes by their words, in the order of their importance.
  public List<String> noteCodes() {
    return notes.stream().map(Note::code).toList();
  }
}
