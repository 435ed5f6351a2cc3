package org.idiome.genomics.vcf;

import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Ascii;

/// Where a record ends, by the rules of its version.
///
/// SVLEN, whose sign says nothing, goes before END where both are there: a deletion, duplication,
/// inversion or copy number change covers POS + 1 to POS + SVLEN. An END below POS is ignored. The
/// end of a join to another place is that of REF: writers put the mate's position into END.
final class RecordEnd {
  private static final String[] WITH_LENGTH = {"DEL", "DUP", "INV", "CNV"};
  private static final String[] JOINS = {"TRA", "BND"};

  private final InfoFields info;
  private final Diagnostics diagnostics;
  private final int end;
  private final int length;

  RecordEnd(InfoFields info, Diagnostics diagnostics) {
    this.info = info;
    this.diagnostics = diagnostics;
    this.end = info.number("END");
    this.length = info.number("SVLEN");
  }

  /// Sets the end of a record whose INFO was read.
  void set(VcfRecord record) {
    record.end1 = record.position1 - 1L + record.referenceBases;
    record.hasStatedEnd = false;
    long byLength = info.has(length) ? byLength(record) : 0;
    long stated = info.has(end) && !isJoin(record) ? info.integer(end, 0) : 0;
    if (stated > 0 && stated < record.position1) {
      warn(end, "END below POS");
      stated = 0;
    }
    if (byLength > 0 && stated > 0 && byLength != stated) {
      warn(end, "END and SVLEN disagree");
    }
    long used = byLength > 0 ? byLength : stated;
    if (used > 0) {
      record.end1 = Math.max(record.end1, used);
      record.hasStatedEnd = true;
    }
  }

  private void warn(int key, String fault) {
    diagnostics.add(ProblemCode.VCF_END, info.start(key), info.end(key), "fault", fault);
  }

  private long byLength(VcfRecord record) {
    long last = 0;
    for (int i = 0; i < record.alternates.count(); i++) {
      for (var id : WITH_LENGTH) {
        if (record.alternates.isSymbol(i, id)) {
          long bases = info.integer(length, i);
          last =
              bases == Ascii.NOT_AN_INTEGER
                  ? last
                  : Math.max(last, record.position1 + Math.abs(bases));
        }
      }
    }
    return last;
  }

  private static boolean isJoin(VcfRecord record) {
    for (int i = 0; i < record.alternates.count(); i++) {
      var kind = record.alternates.kind(i);
      boolean isJoin =
          kind == AlleleKind.BREAKEND
              || kind == AlleleKind.SINGLE_BREAKEND
              || kind == AlleleKind.ASSEMBLY_BREAKEND;
      for (var id : JOINS) {
        isJoin |= record.alternates.isSymbol(i, id);
      }
      if (!isJoin) {
        return false;
      }
    }
    return record.alternates.count() > 0;
  }

  /// The end, 0-based and exclusive, of a reference block for one sample: LEN of the sample (4.5),
  /// else that of the record; the smaller where they disagree.
  int block(VcfRecord record, SampleFields sample) {
    int place = sample.place(FormatKey.LEN);
    if (!sample.hasValue(place) || !record.alternates.has(AlleleKind.UNSPECIFIED)) {
      return record.end0();
    }
    long byLength = record.start0() + (long) sample.number(place);
    if (record.hasStatedEnd && byLength != record.end0()) {
      diagnostics.add(
          ProblemCode.VCF_END,
          sample.start(place),
          sample.end(place),
          "fault",
          "END and LEN disagree");
      byLength = Math.min(byLength, record.end0());
    }
    return (int) Math.clamp(byLength, record.start0() + 1L, Integer.MAX_VALUE);
  }
}
