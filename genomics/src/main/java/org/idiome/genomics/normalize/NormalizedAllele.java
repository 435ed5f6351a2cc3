package org.idiome.genomics.normalize;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.idiome.genomics.normal.NormalForm.VcfForm;
import org.idiome.genomics.vrs.VrsAllele;
import org.jspecify.annotations.Nullable;

/// One alternate of a record with its normal form.
///
/// @param contig as written
/// @param reference REF in upper case
/// @param alternate as written, bases in upper case; `.` where the record lists none
/// @param normal left-aligned and trimmed, or null where it has none
/// @param vrs by GA4GH VRS 2, or null where it has no identifier
/// @param hgvs HGVS on the contig, with its accession, or null
/// @param spdi or null
public record NormalizedAllele(
    String contig,
    int position1,
    String reference,
    String alternate,
    @Nullable VcfForm normal,
    @Nullable VrsAllele vrs,
    @Nullable String hgvs,
    @Nullable String spdi,
    Set<Note> notes) {

  /// Copies the notes.
  public NormalizedAllele {
    var sorted = EnumSet.noneOf(Note.class);
    sorted.addAll(notes);
    notes = sorted;
  }

  /// Its identifier of GA4GH VRS 2, or null where none can be computed.
  public @Nullable String identifier() {
    return vrs == null ? null : vrs.identifier();
  }

  /// The notes by their words, in the order of their importance.
  public List<String> noteCodes() {
    return notes.stream().map(Note::code).toList();
  }
}
