package org.idiome.genomics.vcf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.idiome.genomics.io.Ascii;
import org.jspecify.annotations.Nullable;

/// The ALT column of a record: each allele as a slice and a kind. Reused for every record.
final class Alternates {
  private byte[] bytes = {};
  private int[] starts = new int[4];
  private int[] ends = new int[4];
  private AlleleKind[] kinds = new AlleleKind[4];
  private int count;

  /// Why the last [#read] failed.
  private String fault = "";

  private int faultAt;

  /// Reads the column; false where an allele is none, or there are more than `most`.
  boolean read(byte[] bytes, int start, int end, int most) {
    this.bytes = bytes;
    count = 0;
    if (Ascii.isMissing(bytes, start, end)) {
      return true;
    }
    int from = start;
    while (true) {
      int to = Ascii.find(bytes, from, end, ',');
      var kind = kind(bytes, from, to);
      if (kind == null) {
        fault = "no allele";
        faultAt = from;
        return false;
      }
      if (count == most) {
        fault = "more than " + VcfLimits.ALTERNATES_OPTION;
        faultAt = from;
        return false;
      }
      add(from, to, kind);
      if (to == end) {
        return true;
      }
      from = to + 1;
    }
  }

  private void add(int start, int end, AlleleKind kind) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      kinds = Arrays.copyOf(kinds, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    kinds[count++] = kind;
  }

  static @Nullable AlleleKind kind(byte[] bytes, int start, int end) {
    int length = end - start;
    if (length == 0) {
      return null;
    }
    int bases = Bases.count(bytes, start, end);
    if (bases == length) {
      return AlleleKind.BASES;
    }
    byte first = bytes[start];
    if (length == 1) {
      return first == '*' ? AlleleKind.MISSING_BY_DELETION : null;
    }
    if (first == '<' && bytes[end - 1] == '>') {
      return symbol(bytes, start, end);
    }
    if (first == '.') {
      return isBases(bytes, start + 1, end) ? AlleleKind.SINGLE_BREAKEND : null;
    }
    if (bytes[end - 1] == '.') {
      return bases == length - 1 ? AlleleKind.SINGLE_BREAKEND : null;
    }
    if (first == '[' || first == ']') {
      return breakend(bytes, start, end, first);
    }
    if (first == '<') {
      int close = Ascii.find(bytes, start, end, '>');
      return isName(bytes, start + 1, close) && isBases(bytes, close + 1, end)
          ? AlleleKind.ASSEMBLY_BREAKEND
          : null;
    }
    if (bases > 0 && bytes[start + bases] == '<' && bytes[end - 1] == '>') {
      return isName(bytes, start + bases + 1, end - 1) ? AlleleKind.ASSEMBLY_BREAKEND : null;
    }
    boolean isJoin = bases > 0 && (bytes[start + bases] == '[' || bytes[start + bases] == ']');
    return isJoin && breakendPlace(bytes, start + bases, end) ? AlleleKind.BREAKEND : null;
  }

  private static @Nullable AlleleKind symbol(byte[] bytes, int start, int end) {
    if (Ascii.equals(bytes, start, end, "<*>") || Ascii.equals(bytes, start, end, "<NON_REF>")) {
      return AlleleKind.UNSPECIFIED;
    }
    return isName(bytes, start + 1, end - 1) ? AlleleKind.SYMBOLIC : null;
  }

  /// `]p]t` or `[p[t`.
  private static @Nullable AlleleKind breakend(byte[] bytes, int start, int end, byte bracket) {
    int close = Ascii.find(bytes, start + 1, end, (char) bracket);
    return close < end && breakendPlace(bytes, start, close + 1) && isBases(bytes, close + 1, end)
        ? AlleleKind.BREAKEND
        : null;
  }

  /// `[contig:position[` with equal brackets; a contig name may hold colons, the last one splits.
  private static boolean breakendPlace(byte[] bytes, int start, int end) {
    if (end - start < 5 || bytes[start] != bytes[end - 1]) {
      return false;
    }
    int colon = end - 2;
    while (colon > start && bytes[colon] != ':') {
      colon--;
    }
    return colon > start + 1
        && isPlaceName(bytes, start + 1, colon)
        && Ascii.integer(bytes, colon + 1, end - 1) >= 0;
  }

  private static boolean isPlaceName(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] <= ' ' || bytes[i] == '[' || bytes[i] == ']') {
        return false;
      }
    }
    return true;
  }

  private static boolean isBases(byte[] bytes, int start, int end) {
    return start < end && Bases.count(bytes, start, end) == end - start;
  }

  /// Any visible sign but `<`, `>` and comma.
  private static boolean isName(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] == ' ' || bytes[i] == '<' || bytes[i] == '>') {
        return false;
      }
    }
    return start < end;
  }

  String fault() {
    return fault;
  }

  int faultAt() {
    return faultAt;
  }

  int count() {
    return count;
  }

  AlleleKind kind(int i) {
    return kinds[i];
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  /// Whether an allele is `<ID>` or one of its kinds `<ID:…>`.
  boolean isSymbol(int i, String id) {
    int open = starts[i];
    int length = id.length();
    if (kinds[i] != AlleleKind.SYMBOLIC || ends[i] - open < length + 2) {
      return false;
    }
    byte after = bytes[open + 1 + length];
    return (after == '>' || after == ':') && Ascii.equals(bytes, open + 1, open + 1 + length, id);
  }

  /// Whether any allele is of a kind.
  boolean has(AlleleKind kind) {
    for (int i = 0; i < count; i++) {
      if (kinds[i] == kind) {
        return true;
      }
    }
    return false;
  }

  /// Whether nothing but unspecified alleles is listed: the record is of the reference.
  boolean isReferenceOnly() {
    for (int i = 0; i < count; i++) {
      if (kinds[i] != AlleleKind.UNSPECIFIED) {
        return false;
      }
    }
    return true;
  }

  /// The alleles as text, bases in upper case.
  List<String> texts() {
    var texts = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text(i));
    }
    return texts;
  }

  /// One of them as text, bases in upper case.
  String text(int i) {
    return kinds[i] == AlleleKind.BASES
        ? Bases.text(bytes, starts[i], ends[i])
        : Ascii.text(bytes, starts[i], ends[i]);
  }
}
