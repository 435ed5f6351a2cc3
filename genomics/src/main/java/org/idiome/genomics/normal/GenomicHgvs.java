package org.idiome.genomics.normal;

import java.util.ArrayList;
import java.util.List;
import org.idiome.genomics.reference.ReferenceSequence;
import org.jspecify.annotations.Nullable;

/// The description of a change of a contig by HGVS, `g.` and what follows (den Dunnen 2016,
/// doi:10.1002/humu.22981).
///
/// An insertion or deletion stands where it begins last. A copy that lies directly before what is
/// put in makes it a duplication. Changes of single bases with unchanged ones between them are
/// described apart.
public final class GenomicHgvs {
  private GenomicHgvs() {}

  /// The description without the accession; null of an insertion before the first or behind the
  /// last base, which HGVS has no words for.
  ///
  /// @throws IllegalArgumentException where nothing changes
  public static @Nullable String of(NormalForm change, ReferenceSequence sequence) {
    if (change.isSame()) {
      throw new IllegalArgumentException("nothing changes");
    }
    int start0 = change.start0() + change.rolls();
    if (change.alternate().isEmpty()) {
      return "g." + range(start0, start0 + change.reference().length()) + "del";
    }
    if (change.reference().isEmpty()) {
      var put = rotated(change.alternate(), change.rolls());
      return insertion(start0, put, sequence);
    }
    return replacement(change);
  }

  private static String rotated(String text, int by) {
    int from = by % text.length();
    return text.substring(from) + text.substring(0, from);
  }

  private static @Nullable String insertion(int start0, String put, ReferenceSequence sequence) {
    int before = start0 - put.length();
    if (before >= 0 && sequence.bases(before, start0).equals(put)) {
      return "g." + range(before, start0) + "dup";
    }
    if (start0 == 0 || start0 == sequence.lengthBases()) {
      return null;
    }
    return "g." + start0 + "_" + (start0 + 1) + "ins" + put;
  }

  private static String replacement(NormalForm change) {
    var from = change.reference();
    var to = change.alternate();
    int start0 = change.start0();
    if (from.length() == to.length()) {
      if (from.length() > 1 && isReverseComplement(from, to)) {
        return "g." + range(start0, start0 + from.length()) + "inv";
      }
      var parts = parts(start0, from, to);
      return parts.size() == 1 ? "g." + parts.getFirst() : "g.[" + String.join(";", parts) + "]";
    }
    return "g." + part(start0, from, to);
  }

  /// The stretches that differ, each described alone.
  private static List<String> parts(int start0, String from, String to) {
    var parts = new ArrayList<String>();
    int at = 0;
    while (at < from.length()) {
      int end = at;
      while (end < from.length() && from.charAt(end) != to.charAt(end)) {
        end++;
      }
      if (end > at) {
        parts.add(part(start0 + at, from.substring(at, end), to.substring(at, end)));
      }
      at = Math.max(end, at + 1);
    }
    return parts;
  }

  private static String part(int start0, String from, String to) {
    return from.length() == 1 && to.length() == 1
        ? start0 + 1 + from + ">" + to
        : range(start0, start0 + from.length()) + "delins" + to;
  }

  private static String range(int start0, int end0) {
    return end0 - start0 == 1 ? Integer.toString(end0) : start0 + 1 + "_" + end0;
  }

  private static boolean isReverseComplement(String one, String other) {
    for (int i = 0; i < one.length(); i++) {
      int base = "ACGT".indexOf(one.charAt(i));
      if (base < 0 || "TGCA".charAt(base) != other.charAt(other.length() - 1 - i)) {
        return false;
      }
    }
    return true;
  }
}
