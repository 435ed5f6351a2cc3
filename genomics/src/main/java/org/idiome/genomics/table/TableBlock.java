package org.idiome.genomics.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.idiome.genomics.io.ShortNumbers;
import org.jspecify.annotations.Nullable;

/// The alleles of a block. For one thread.
final class TableBlock {
  private final byte[] bytes;
  private final int[] positions1;
  private final int[] alleles;
  private final int[] columnStarts;
  private final int[] columnEnds;

  /// Where each value of a column begins; made when the column is first asked for.
  private final int[] @Nullable [] valueStarts;

  /// @param bytes as [BlockBuilder#end] made them
  /// @param first1 position of the first one
  /// @throws IndexOutOfBoundsException where they are others
  TableBlock(byte[] bytes, int columns, int first1) {
    this.bytes = bytes;
    var in = new ShortNumbers.Cursor(bytes);
    int count = in.next();
    positions1 = new int[count];
    alleles = new int[count];
    in.next();
    int at1 = first1;
    for (int i = 0; i < count; i++) {
      at1 += in.next();
      positions1[i] = at1;
    }
    in.next();
    for (int i = 0; i < count; i++) {
      alleles[i] = in.at();
      if (bytes[in.at()] == BlockBuilder.WRITTEN_OUT) {
        in.skip(1);
        in.skip(in.next());
        in.skip(in.next());
      } else {
        in.skip(1);
      }
    }
    columnStarts = new int[columns];
    columnEnds = new int[columns];
    for (int i = 0; i < columns; i++) {
      int length = in.next();
      columnStarts[i] = in.at();
      in.skip(length);
      columnEnds[i] = in.at();
    }
    valueStarts = new int[columns][];
  }

  /// The place of an allele in the block, or -1.
  int find(int position1, String reference, String alternate) {
    int found = Arrays.binarySearch(positions1, position1);
    if (found < 0) {
      return -1;
    }
    while (found > 0 && positions1[found - 1] == position1) {
      found--;
    }
    for (int i = found; i < positions1.length && positions1[i] == position1; i++) {
      if (is(i, reference, alternate)) {
        return i;
      }
    }
    return -1;
  }

  private boolean is(int allele, String reference, String alternate) {
    int at = alleles[allele];
    int code = bytes[at];
    if (code != BlockBuilder.WRITTEN_OUT) {
      return reference.length() == 1
          && alternate.length() == 1
          && reference.charAt(0) == BlockBuilder.BASES.charAt(code / BlockBuilder.BASES.length())
          && alternate.charAt(0) == BlockBuilder.BASES.charAt(code % BlockBuilder.BASES.length());
    }
    var in = new ShortNumbers.Cursor(bytes);
    in.skip(at + 1);
    return isNext(in, reference) && isNext(in, alternate);
  }

  private boolean isNext(ShortNumbers.Cursor in, String bases) {
    int length = in.next();
    int at = in.at();
    in.skip(length);
    if (length != bases.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[at + i] != bases.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// What a column says of an allele; empty where it says nothing.
  String value(int column, int allele) {
    var starts = valueStarts[column];
    if (starts == null) {
      starts = starts(column);
      valueStarts[column] = starts;
    }
    int from = starts[allele];
    return new String(bytes, from, starts[allele + 1] - 1 - from, StandardCharsets.UTF_8);
  }

  private int[] starts(int column) {
    var starts = new int[positions1.length + 1];
    int at = columnStarts[column];
    for (int i = 0; i < positions1.length; i++) {
      starts[i] = at;
      while (bytes[at] != '\n') {
        at++;
      }
      at++;
    }
    starts[positions1.length] = at;
    return starts;
  }
}
