package org.idiome.genomics.vcf;

import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Ascii;

/// What VCF 4.4 asks of structural records: claims that fit the kind of allele, and repeats whose
/// numbers of units agree.
final class StructuralChecks {
  private static final String REPEAT = "CNV:TR";

  private final InfoFields info;
  private final Diagnostics diagnostics;
  private final int claim;
  private final int length;
  private final int end;
  private final int repeats;
  private final int unitCount;
  private final int unitBases;
  private final int[] perRepeat;
  private final int[] pairs;
  private final int[] units;

  StructuralChecks(InfoFields info, Diagnostics diagnostics) {
    this.info = info;
    this.diagnostics = diagnostics;
    this.claim = info.number("SVCLAIM");
    this.length = info.number("SVLEN");
    this.end = info.number("END");
    this.repeats = info.number("RN");
    this.unitCount = info.number("RUC");
    this.unitBases = info.number("RUB");
    this.units = new int[] {info.number("RUS"), info.number("RUL")};
    this.perRepeat = new int[] {units[0], units[1], unitCount, info.number("RB")};
    this.pairs = new int[] {info.number("CIRUC"), info.number("CIRB")};
  }

  void check(VcfRecord record) {
    if (info.has(claim)) {
      checkClaims(record);
    }
    int total = 0;
    boolean needsClaim = false;
    boolean needsLength = false;
    for (int i = 0; i < record.alternates.count(); i++) {
      if (record.alternates.kind(i) != AlleleKind.SYMBOLIC) {
        continue;
      }
      boolean isAmount = isAny(record, i, "DEL", "DUP");
      needsClaim |= isAmount;
      needsLength |= isAmount || isAny(record, i, "INS", "CNV");
      if (record.alternates.isSymbol(i, REPEAT)) {
        long stated = info.integer(repeats, i);
        total += stated == Ascii.NOT_AN_INTEGER ? 1 : Math.clamp(stated, 0, 1 << 20);
      }
    }
    if (needsClaim && !info.has(claim)) {
      warn(record, "SVCLAIM");
    }
    if (needsLength && !info.has(length) && !info.has(end)) {
      warn(record, "SVLEN");
    }
    if (record.hasAlternate(AlleleKind.SYMBOLIC) && hasRepeat(record)) {
      checkRepeats(record, total);
    }
  }

  private void warn(VcfRecord record, String key) {
    int at = record.columns.start(VcfRecord.INFO);
    diagnostics.add(ProblemCode.VCF_STRUCTURE_NOT_STATED, at, at, "key", key);
  }

  private static boolean isAny(VcfRecord record, int i, String... ids) {
    for (var id : ids) {
      if (record.alternates.isSymbol(i, id)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasRepeat(VcfRecord record) {
    for (int i = 0; i < record.alternates.count(); i++) {
      if (record.alternates.isSymbol(i, REPEAT)) {
        return true;
      }
    }
    return false;
  }

  private void checkClaims(VcfRecord record) {
    int from = info.start(claim);
    for (int i = 0; i < record.alternates.count() && from <= info.end(claim); i++) {
      int to = Ascii.find(record.bytes, from, info.end(claim), ',');
      if (!isClaim(record, i, from, to)) {
        diagnostics.add(ProblemCode.VCF_FIELD_VALUE, from, to, "key", "SVCLAIM");
      }
      from = to + 1;
    }
  }

  private static boolean isClaim(VcfRecord record, int i, int from, int to) {
    boolean isMissing = Ascii.isMissing(record.bytes, from, to);
    boolean isAmount = Ascii.equals(record.bytes, from, to, "D");
    boolean isJoin = Ascii.equals(record.bytes, from, to, "J");
    boolean isBoth = Ascii.equals(record.bytes, from, to, "DJ");
    if (isAny(record, i, "DEL", "DUP")) {
      return isAmount || isJoin || isBoth;
    }
    if (isAny(record, i, "CNV")) {
      return isAmount || isMissing;
    }
    return record.alternates.kind(i).isSequence() ? isMissing : isMissing || isJoin;
  }

  private void checkRepeats(VcfRecord record, int total) {
    if (!info.has(units[0]) && !info.has(units[1])) {
      int at = record.columns.start(VcfRecord.INFO);
      diagnostics.add(ProblemCode.VCF_FIELD_VALUE, at, at, "key", "RUS");
    }
    for (int key : perRepeat) {
      checkCount(key, total);
    }
    for (int key : pairs) {
      checkCount(key, 2 * total);
    }
    if (info.count(unitBases) == 0) {
      return;
    }
    long all = 0;
    for (int i = 0; i < info.count(unitCount); i++) {
      long count = info.integer(unitCount, i);
      if (count == Ascii.NOT_AN_INTEGER) {
        report(unitBases);
        return;
      }
      all += count;
    }
    if (info.count(unitBases) != all) {
      report(unitBases);
    }
  }

  private void checkCount(int key, int expected) {
    int count = info.count(key);
    if (count != 0 && count != expected) {
      report(key);
    }
  }

  private void report(int key) {
    diagnostics.add(
        ProblemCode.VCF_FIELD_COUNT, info.start(key), info.end(key), "key", info.key(key));
  }
}
