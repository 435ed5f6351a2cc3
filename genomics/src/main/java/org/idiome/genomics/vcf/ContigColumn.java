package org.idiome.genomics.vcf;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.io.ByteDictionary;
import org.idiome.genomics.vcf.VcfHeader.ContigLine;

/// The CHROM column: contigs numbered as they come, and the order of the records.
final class ContigColumn {
  /// A file that names more is damaged, or made to exhaust memory.
  private static final int MOST_CONTIGS = 1_000_000;

  static final int NONE = -1;

  private static final int NO_LENGTH = Integer.MAX_VALUE;

  private final ByteDictionary names = new ByteDictionary();
  private final Diagnostics diagnostics;
  private int last = NONE;
  private int lastPosition1;
  private final BitSet left = new BitSet();
  private boolean isSorted = true;
  private final Map<String, Integer> stated = new HashMap<>();

  /// By the number of the contig; [#NO_LENGTH] where the header states none.
  private int[] lengths = new int[16];

  /// @param contigs of the header; of two of one name the first counts
  ContigColumn(List<ContigLine> contigs, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    for (var contig : contigs) {
      if (contig.lengthBases() != null) {
        stated.putIfAbsent(contig.id(), contig.lengthBases());
      }
    }
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
    return names.size() < MOST_CONTIGS && isName(bytes, start, end) ? add(bytes, start, end) : NONE;
  }

  private int add(byte[] bytes, int start, int end) {
    int id = names.add(bytes, start, end);
    if (id == lengths.length) {
      lengths = Arrays.copyOf(lengths, 2 * id);
    }
    lengths[id] = stated.getOrDefault(names.text(id), NO_LENGTH);
    return id;
  }

  /// Notices a record that ends beyond its contig.
  ///
  /// @param end1 its last base
  /// @param start of its POS
  void end(int contig, int end1, int start, int end) {
    if (end1 > lengths[contig]) {
      diagnostics.add(
          ProblemCode.VCF_BEYOND_CONTIG, start, end, "length", Integer.toString(lengths[contig]));
    }
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
