package org.idiome.genomics.table;

import java.nio.charset.StandardCharsets;
import org.idiome.genomics.io.ByteText;
import org.idiome.genomics.io.ShortNumbers;
import org.jspecify.annotations.Nullable;

/// The alleles of a block. For one thread.
final class TableBlock {
  /// So many alleles are passed one by one before the rest is halved.
  private static final int NEAR = 8;

  private static final String COMMA_CODE = "%2C";

  private final byte[] bytes;
  private final int[] positions1;
  private final int[] alleles;
  private final int[] columnStarts;
  private final int[] columnEnds;

  /// The first allele at the position asked for last, or behind it.
  private int last;

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
    last = first(position1);
    for (int i = last; i < positions1.length && positions1[i] == position1; i++) {
      if (is(i, reference, alternate)) {
        return i;
      }
    }
    return -1;
  }

  /// The first allele at a position or behind it; mostly near that which was asked for last.
  private int first(int position1) {
    int low = 0;
    int high = positions1.length;
    if (last < high && positions1[last] < position1) {
      low = last + 1;
      int near = Math.min(high, low + NEAR);
      while (low < near && positions1[low] < position1) {
        low++;
      }
      if (low < near) {
        return low;
      }
    } else if (last == 0 || positions1[last - 1] < position1) {
      return last;
    } else {
      high = last;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (positions1[middle] < position1) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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
    var starts = starts(column);
    int from = starts[allele];
    return new String(bytes, from, starts[allele + 1] - 1 - from, StandardCharsets.UTF_8);
  }

  /// Puts what a column says of an allele behind a text as INFO writes it: a comma, which parts
  /// alleles there, by its code, and `.` where it says nothing.
  ///
  /// @return whether it says something
  boolean put(int column, int allele, ByteText text) {
    var starts = starts(column);
    int from = starts[allele];
    int to = starts[allele + 1] - 1;
    if (to == from) {
      text.put('.');
      return false;
    }
    int at = from;
    for (int i = from; i < to; i++) {
      if (bytes[i] == ',') {
        text.put(bytes, at, i).put(COMMA_CODE);
        at = i + 1;
      }
    }
    text.put(bytes, at, to);
    return to - from > 1 || bytes[from] != '.';
  }

  private int[] starts(int column) {
    var starts = valueStarts[column];
    if (starts == null) {
      starts = findStarts(column);
      valueStarts[column] = starts;
    }
    return starts;
  }

  private int[] findStarts(int column) {
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
