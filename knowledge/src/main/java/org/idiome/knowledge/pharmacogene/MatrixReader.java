package org.idiome.knowledge.pharmacogene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.source.CitedRow;
import org.idiome.knowledge.table.TableRow;
import org.jspecify.annotations.Nullable;

/// Builds the matrix of a gene from rows of one allele, one position and one base.
final class MatrixReader {
  /// Codes for several bases (IUPAC-IUB, DOI:10.1093/nar/13.9.3021).
  private static final Map<String, String> WOBBLES =
      Map.ofEntries(
          Map.entry("R", "AG"),
          Map.entry("Y", "CT"),
          Map.entry("S", "CG"),
          Map.entry("W", "AT"),
          Map.entry("K", "GT"),
          Map.entry("M", "AC"),
          Map.entry("B", "CGT"),
          Map.entry("D", "AGT"),
          Map.entry("H", "ACT"),
          Map.entry("V", "ACG"),
          Map.entry("N", "ACGT"));

  private static final int MOST_BASES = Integer.SIZE - 1;

  private MatrixReader() {}

  /// @param anyRow of the gene, to name it where something is missing
  static AlleleMatrix read(
      List<DefiningPosition> positions,
      List<NamedAllele> called,
      List<TableRow> rows,
      TableRow anyRow) {
    var alleleAt = new HashMap<String, Integer>();
    for (int i = 0; i < called.size(); i++) {
      alleleAt.put(called.get(i).name(), i);
    }
    var positionAt = new HashMap<Integer, Integer>();
    for (int i = 0; i < positions.size(); i++) {
      if (positionAt.put(positions.get(i).position1(), i) != null
          || positions.get(i).bases().size() > MOST_BASES) {
        throw anyRow.wrong(
            "two positions at " + positions.get(i).position1() + ", or too many alternates",
            "one row for a position");
      }
    }
    int[] stated = new int[called.size() * positions.size()];
    var cited =
        new ArrayList<@Nullable CitedRow>(
            Collections.<@Nullable CitedRow>nCopies(stated.length, null));
    for (var row : rows) {
      var allele = alleleAt.get(row.required("allele"));
      var position = positionAt.get(row.ordinal("position"));
      if (allele == null || position == null) {
        throw row.wrong(
            "no such allele called from positions, or no such position",
            "add it to the tables of alleles and positions");
      }
      int place = allele * positions.size() + position;
      stated[place] = bits(row, positions.get(position));
      cited.set(place, row.cited());
    }
    var matrix =
        new AlleleMatrix(called.size(), positions.size(), reference(called, anyRow), stated, cited);
    requireBases(matrix, called, anyRow);
    return matrix;
  }

  private static int reference(List<NamedAllele> called, TableRow anyRow) {
    int reference = -1;
    for (int i = 0; i < called.size(); i++) {
      if (called.get(i).isReference()) {
        if (reference >= 0) {
          throw anyRow.wrong("two reference alleles", "mark one");
        }
        reference = i;
      }
    }
    if (reference < 0) {
      throw anyRow.wrong("no reference allele", "mark one in the table of alleles");
    }
    return reference;
  }

  private static void requireBases(AlleleMatrix matrix, List<NamedAllele> called, TableRow anyRow) {
    for (int allele = 0; allele < matrix.alleles(); allele++) {
      boolean isBlank = true;
      for (int position = 0; position < matrix.positions(); position++) {
        isBlank &= matrix.isBlank(allele, position);
      }
      if (isBlank) {
        throw anyRow.wrong(
            "allele " + called.get(allele).name() + " has no base",
            "add its bases, or say that it is called from outside");
      }
    }
  }

  /// The bases of a cell: itself, or those of a code for several that the position knows.
  private static int bits(TableRow row, DefiningPosition position) {
    var base = row.required("base");
    var bases = position.bases();
    int plain = bases.indexOf(base);
    if (plain >= 0) {
      return 1 << plain;
    }
    var meant = WOBBLES.getOrDefault(base, "");
    int bits = 0;
    for (int i = 0; i < meant.length(); i++) {
      int at = bases.indexOf(meant.substring(i, i + 1));
      if (at < 0) {
        throw row.wrong(base + " means more than the bases of the position " + bases, "correct it");
      }
      bits |= 1 << at;
    }
    if (bits == 0) {
      throw row.wrong("base " + base + " is none of " + bases, "correct the base or the position");
    }
    return bits;
  }
}
