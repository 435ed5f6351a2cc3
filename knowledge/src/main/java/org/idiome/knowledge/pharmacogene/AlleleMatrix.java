package org.idiome.knowledge.pharmacogene;

import java.util.List;
import org.idiome.core.source.CitedRow;
import org.jspecify.annotations.Nullable;

/// Which bases each named allele has at each defining position.
///
/// A cell is a set of bases as bits: bit 0 is the reference of the position, bit `i` its `i`-th
/// alternate from 1 ([DefiningPosition#bases]). A cell without a bit is blank in the definition. A
/// cell with several bits is a wobble: any of these. Allele and position are indexes into
/// [Pharmacogene#called] and [Pharmacogene#positions]; arrays are row-major, one int a cell.
public final class AlleleMatrix {
  private final int alleles;
  private final int positions;
  private final int reference;
  private final int[] written;
  private final List<@Nullable CitedRow> rows;

  AlleleMatrix(
      int alleles, int positions, int reference, int[] written, List<@Nullable CitedRow> rows) {
    this.alleles = alleles;
    this.positions = positions;
    this.reference = reference;
    this.written = written;
    this.rows = rows;
  }

  /// Number of alleles.
  public int alleles() {
    return alleles;
  }

  /// Number of positions.
  public int positions() {
    return positions;
  }

  /// Index of the allele whose row fills blanks.
  public int reference() {
    return reference;
  }

  /// The bases that the definition states, as bits; 0 where it states none.
  public int stated(int allele, int position) {
    return written[place(allele, position)];
  }

  /// Whether the definition states no base.
  public boolean isBlank(int allele, int position) {
    return stated(allele, position) == 0;
  }

  /// Whether the definition states several bases, any of which will do.
  public boolean isWobble(int allele, int position) {
    return Integer.bitCount(stated(allele, position)) > 1;
  }

  /// The bases that the allele admits, as bits, blanks filled: a blank takes the base of the
  /// reference allele, and where that is itself a wobble or blank, the reference of the genome.
  public int admitted(int allele, int position) {
    int stated = stated(allele, position);
    if (stated != 0) {
      return stated;
    }
    int filling = stated(reference, position);
    return Integer.bitCount(filling) == 1 ? filling : 1;
  }

  /// The row of the definition that states the base, or null where the cell is blank.
  public @Nullable CitedRow row(int allele, int position) {
    return rows.get(place(allele, position));
  }

  private int place(int allele, int position) {
    if (allele < 0 || allele >= alleles || position < 0 || position >= positions) {
      throw new IndexOutOfBoundsException("no cell " + allele + ", " + position);
    }
    return allele * positions + position;
  }
}
