package org.idiome.genomics.vcf;

import java.util.List;
import org.idiome.genomics.io.Ascii;

/// One record, as slices of its line; what it says holds until the reader moves on.
///
/// Texts are made only when asked for.
public final class VcfRecord {
  /// Columns in the order of the format.
  static final int CHROM = 0;

  static final int POS = 1;
  static final int REF = 3;
  static final int ALT = 4;
  static final int QUAL = 5;
  static final int FILTER = 6;
  static final int INFO = 7;
  static final int FORMAT = 8;

  /// Place of the first sample among the columns of a line.
  public static final int FIRST_SAMPLE = 9;

  /// Columns that are read as missing where they are empty, with a warning: ID, QUAL, INFO.
  static final int[] MAY_BE_EMPTY = {2, QUAL, INFO};

  final Columns columns = new Columns();
  final Alternates alternates = new Alternates();
  byte[] bytes = {};
  int start;
  int end;
  long line;
  int contig;
  int position1;
  int referenceBases;
  long end1;
  boolean isReadable;
  boolean isPlaced;
  boolean hasStatedEnd;
  Filters.Verdict filter = Filters.NOT_APPLIED;
  FormatLayout layout = FormatLayout.NONE;

  VcfRecord() {}

  /// Line of the record in the file, from 1.
  public long line() {
    return line;
  }

  /// Whether it could be read; else nothing but its place may be used.
  public boolean isReadable() {
    return isReadable;
  }

  /// Whether contig, position and the span of REF are known, also of a record that is refused.
  public boolean isPlaced() {
    return isPlaced;
  }

  /// Number of its contig, see [VcfReader#contigName].
  public int contig() {
    return contig;
  }

  /// POS; 0 for the telomere before the first base.
  public int position1() {
    return position1;
  }

  /// First base of REF, 0-based.
  public int start0() {
    return Math.max(0, position1 - 1);
  }

  /// Behind the last base of REF, 0-based.
  public int referenceEnd0() {
    return (int) Math.min(Integer.MAX_VALUE, start0() + (long) referenceBases);
  }

  /// Behind the last base that the record covers: of REF, of a block, of a structural change.
  public int end0() {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(end1, referenceEnd0()));
  }

  /// Whether END or SVLEN states an end.
  public boolean hasStatedEnd() {
    return hasStatedEnd;
  }

  /// REF in upper case.
  public String reference() {
    return Bases.text(bytes, columns.start(REF), columns.end(REF));
  }

  /// How many alternates are listed.
  public int alternateCount() {
    return alternates.count();
  }

  /// What an alternate is; the first one is 0.
  public AlleleKind alternateKind(int i) {
    return alternates.kind(i);
  }

  /// Whether no alternate but an unspecified one is listed.
  public boolean isReferenceOnly() {
    return alternates.isReferenceOnly();
  }

  /// Whether an alternate of a kind is listed.
  public boolean hasAlternate(AlleleKind kind) {
    return alternates.has(kind);
  }

  /// ALT in order, bases in upper case; empty where it is `.`.
  public List<String> alternates() {
    return alternates.texts();
  }

  /// One of them; the first is 0.
  public String alternate(int i) {
    return alternates.text(i);
  }

  /// How many bases of an alternate of kind [AlleleKind#BASES] and of REF are left once common ends
  /// are cut off, the suffix first.
  ///
  /// @return reference bases left in the upper, alternate bases in the lower 32 bits
  public long trimmed(int alternate) {
    int from = columns.start(REF);
    int to = columns.end(REF);
    int altFrom = alternates.start(alternate);
    int altTo = alternates.end(alternate);
    while (from < to
        && altFrom < altTo
        && Bases.base(bytes[to - 1]) == Bases.base(bytes[altTo - 1])) {
      to--;
      altTo--;
    }
    while (from < to && altFrom < altTo && Bases.base(bytes[from]) == Bases.base(bytes[altFrom])) {
      from++;
      altFrom++;
    }
    return (long) (to - from) << 32 | (altTo - altFrom);
  }

  /// The reference bases that the alternates touch: the span of the record as it would be written
  /// without padding, which keeps the base before an insertion or deletion. All of REF where an
  /// alternate is anything but bases.
  ///
  /// @return interbase, the start in the upper, the end in the lower 32 bits
  public long touched0() {
    int whole = columns.end(REF) - columns.start(REF);
    int first = whole;
    int last = 0;
    for (int i = 0; i < alternateCount(); i++) {
      boolean isOfBases = alternateKind(i) == AlleleKind.BASES;
      int tail = isOfBases ? padding(i, 0, true) : 0;
      first = Math.min(first, isOfBases ? padding(i, tail, false) : 0);
      last = Math.max(last, whole - tail);
    }
    int start = first < last ? first : 0;
    int end = first < last ? last : whole;
    return (long) (start0() + start) << 32 | Math.min(referenceEnd0(), start0() + end);
  }

  /// How many bases REF and an alternate share at one end, so that one at least is left of each.
  private int padding(int alternate, int tail, boolean isTail) {
    int from = columns.start(REF);
    int to = columns.end(REF) - tail;
    int altFrom = alternates.start(alternate);
    int altTo = alternates.end(alternate) - tail;
    int most = Math.min(to - from, altTo - altFrom) - 1;
    int shared = 0;
    while (shared < most
        && Bases.base(bytes[isTail ? to - 1 - shared : from + shared])
            == Bases.base(bytes[isTail ? altTo - 1 - shared : altFrom + shared])) {
      shared++;
    }
    return shared;
  }

  boolean isQualityMissing() {
    int from = columns.start(QUAL);
    int to = columns.end(QUAL);
    return from == to || Ascii.isMissing(bytes, from, to);
  }

  /// QUAL; NaN where it is missing or not finite.
  public double quality() {
    int from = columns.start(QUAL);
    int to = columns.end(QUAL);
    if (isQualityMissing()) {
      return Double.NaN;
    }
    double value = Ascii.decimal(bytes, from, to);
    return Double.isFinite(value) ? value : Double.NaN;
  }

  /// Filters that rejected the record; empty where it passed or none were applied.
  public List<String> failedFilters() {
    return filter.names();
  }

  /// FILTER as written.
  public String filter() {
    return filter.text();
  }

  /// Whether filters were applied.
  public boolean isFilterApplied() {
    return filter.isApplied();
  }

  /// The columns before the samples and that of one sample, joined by tabs: the line as far as it
  /// is about that sample.
  ///
  /// @param sample place of the sample among the samples, or -1 for none
  public String text(int sample) {
    int last = Math.min(FORMAT, columns.count() - 1);
    var text = Ascii.text(bytes, start, columns.end(last));
    return sample < 0
        ? text
        : text
            + "\t"
            + Ascii.text(
                bytes, columns.start(FIRST_SAMPLE + sample), columns.end(FIRST_SAMPLE + sample));
  }

  /// The line of a record that was refused, as far as it is surely about one sample: where columns
  /// are missing or too many, nobody knows whose a genotype is, and what stands up to ALT is left.
  ///
  /// @param sample place of the sample among the samples
  /// @param samples how many samples the header names
  public String refusedText(int sample, int samples) {
    return columns.count() == FIRST_SAMPLE + samples
        ? text(sample)
        : Ascii.text(bytes, start, columns.end(Math.min(ALT, columns.count() - 1)));
  }
}
