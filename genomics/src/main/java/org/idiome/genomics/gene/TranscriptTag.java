package org.idiome.genomics.gene;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What publishers say of a transcript beside its place; in the order in which one is picked.
public enum TranscriptTag {
  /// The one on which Ensembl and RefSeq agree for the gene (Morales 2022,
  /// doi:10.1038/s41586-022-04558-8).
  MANE_SELECT("mane_select"),
  /// Another one that is needed to report known clinical variants (Morales 2022).
  MANE_PLUS_CLINICAL("mane_plus_clinical"),
  /// The one that Ensembl shows for the gene.
  CANONICAL("ensembl_canonical"),
  /// The one that RefSeq chose for the gene.
  REFSEQ_SELECT("refseq_select"),
  /// The begin of its coding sequence was not found.
  START_NOT_FOUND("cds_start_nf"),
  /// The end of its coding sequence was not found.
  END_NOT_FOUND("cds_end_nf"),
  /// It codes for selenocysteine.
  SELENO("seleno");

  private final String word;

  TranscriptTag(String word) {
    this.word = word;
  }

  /// The word used in tables.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The tag of a word in a file (`MANE_Select`, `MANE Select`), or null where it is none of these.
  static @Nullable TranscriptTag of(String text) {
    var plain = text.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
    for (var tag : values()) {
      if (tag.word.equals(plain)) {
        return tag;
      }
    }
    return null;
  }
}
