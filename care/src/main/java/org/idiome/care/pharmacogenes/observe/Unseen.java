package org.idiome.care.pharmacogenes.observe;

import java.util.Locale;

/// Why a position was not seen.
public enum Unseen {
  /// No germline file at all, or none that can be used.
  NO_FILE,
  /// The sample may be, or hold cells, of somebody else.
  SAMPLE_IN_DOUBT,
  /// The germline files are not on the genome build of the table, or may not be.
  NOT_OF_BUILD,
  /// Nothing says that anybody looked.
  NOT_LOOKED_AT,
  /// The record has another reference base here than the genome build: its build, its place or its
  /// strand is not what it seems.
  OTHER_REFERENCE,
  /// Looked at without a genotype, or with too little quality or depth for one.
  NO_CALL,
  /// A filter rejected the call.
  FILTERED,
  /// The genotype's quality is below the threshold.
  LOW_QUALITY,
  /// The depth is below the threshold.
  LOW_DEPTH,
  /// A structural variant lies over it.
  STRUCTURAL,
  /// Another number of alleles than the contig has copies.
  PLOIDY,
  /// Two records of one sample contradict each other.
  RECORDS_DISAGREE,
  /// Two samples of the person contradict each other.
  SAMPLES_DISAGREE,
  /// A record nearby may be the same change in another alignment.
  NOT_ALIGNED,
  /// A record at the place speaks of another change only.
  OTHER_CHANGE_ONLY,
  /// The record excludes alternates, but not all that the definition has.
  ALTERNATES_NOT_LISTED;

  /// The name in lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
