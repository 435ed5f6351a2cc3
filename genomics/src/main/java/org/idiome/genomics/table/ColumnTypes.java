package org.idiome.genomics.table;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.idiome.genomics.io.Ascii;

/// Learns what kind of values columns have. For one thread.
final class ColumnTypes {
  /// Integers of VCF begin here (VCF 4.3, section 1.3): lesser ones are reserved.
  private static final long LEAST_INTEGER = Integer.MIN_VALUE + 8L;

  private final BitSet notWhole = new BitSet();
  private final BitSet notNumbers = new BitSet();
  private final BitSet seen = new BitSet();
  private final BitSet listed = new BitSet();

  void see(int column, String value) {
    if (value.isEmpty() || notNumbers.get(column)) {
      return;
    }
    seen.set(column);
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    if (!notWhole.get(column) && !isWhole(bytes)) {
      notWhole.set(column);
    }
    if (notWhole.get(column) && !isNumber(bytes)) {
      notNumbers.set(column);
    }
  }

  /// A column has several values of one allele.
  void list(int column) {
    listed.set(column);
  }

  boolean isListed(int column) {
    return listed.get(column);
  }

  /// What begins with a zero and goes on is a name or a number somebody wrote with care.
  private static boolean isWhole(byte[] bytes) {
    long number = Ascii.integer(bytes, 0, bytes.length);
    if (number == Ascii.NOT_AN_INTEGER || number < LEAST_INTEGER || bytes[0] == '+') {
      return false;
    }
    return bytes[0] == '0' ? bytes.length == 1 : bytes[0] != '-' || bytes[1] != '0';
  }

  private static boolean isNumber(byte[] bytes) {
    boolean isName = bytes.length > 1 && bytes[0] == '0' && Character.isDigit(bytes[1]);
    return !isName && Ascii.isFloat(bytes, 0, bytes.length);
  }

  /// `Integer`, `Float` or `String`, as VCF calls it.
  String type(int column) {
    if (!seen.get(column) || notNumbers.get(column) || listed.get(column)) {
      return "String";
    }
    return notWhole.get(column) ? "Float" : "Integer";
  }
}
