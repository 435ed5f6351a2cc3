package org.idiome.genomics.vcf;

import java.util.BitSet;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.io.ByteDictionary;

/// The CHROM column: contigs numbered as they come, and the order of the records.
final class ContigColumn {
  /// A file that names more is damaged, or made to exhaust memory.
  private static final int MOST_CONTIGS = 1_000_000;

  static final int NONE = -1;

  private final ByteDictionary names = new ByteDictionary();
  private final Diagnostics diagnostics;
  private int last = NONE;
  private int lastPosition1;
  private final BitSet left = new BitSet();
  private boolean isSorted = true;

  ContigColumn(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /// The number of the contig named in a slice, or [#NONE] where it is no name.
  int read(byte[] bytes, int start, int end) {
    int id = last != NONE && names.is(last, bytes, start, end) ? last : find(bytes, start, end);
    if (id == NONE) {
      diagnostics.add(ProblemCode.VCF_CHROM, start, end);
      return NONE;
    }
    return id;
  }

  private int find(byte[] bytes, int start, int end) {
    int id = names.find(bytes, start, end);
    if (id != ByteDictionary.ABSENT) {
      return id;
    }
    return names.size() < MOST_CONTIGS && isName(bytes, start, end)
        ? names.add(bytes, start, end)
        : NONE;
  }

  /// A name of the SAM specification, section 1.2.1, or such a name in `<>`.
  static boolean isName(byte[] bytes, int start, int end) {
    boolean isBracketed = end - start > 2 && bytes[start] == '<' && bytes[end - 1] == '>';
    int from = isBracketed ? start + 1 : start;
    int to = isBracketed ? end - 1 : end;
    if (from == to || bytes[from] == '*' || bytes[from] == '=') {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (bytes[i] <= ' ' || bytes[i] > '~' || "\\,\"'`()[]{}<>".indexOf(bytes[i]) >= 0) {
        return false;
      }
    }
    return true;
  }

  /// Notes the place of a record, and whether it is out of order.
  void place(int contig, int position1, int start, int end) {
    if (contig != last) {
      if (last != NONE) {
        left.set(last);
      }
      if (left.get(contig)) {
        diagnostics.add(ProblemCode.VCF_CONTIG_SCATTERED, start, end);
        isSorted = false;
      }
      last = contig;
    } else if (position1 < lastPosition1) {
      diagnostics.add(ProblemCode.VCF_NOT_SORTED, start, end);
      isSorted = false;
    }
    lastPosition1 = position1;
  }

  /// Whether all records so far were sorted by position, each contig in one piece.
  boolean isSorted() {
    return isSorted;
  }

  int count() {
    return names.size();
  }

  String name(int contig) {
    return names.text(contig);
  }

  static long position(byte[] bytes, int start, int end) {
    boolean isDigit = start < end && bytes[start] >= '0' && bytes[start] <= '9';
    return isDigit ? Ascii.integer(bytes, start, end) : Ascii.NOT_AN_INTEGER;
  }
}
