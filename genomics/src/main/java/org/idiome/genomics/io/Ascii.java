package org.idiome.genomics.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Reads numbers and words from slices of bytes, from `start` up to `end`.
public final class Ascii {
  /// What [#integer] answers where the slice is no 32-bit integer; not an integer of VCF either.
  public static final long NOT_AN_INTEGER = Long.MIN_VALUE;

  private static final int LONGEST_INTEGER = 11;

  /// So many digits are a 32-bit integer whatever they are.
  private static final int PLAIN_DIGITS = 9;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHS = ONES << 7;
  private static final long ZEROS = ONES * '0';

  private Ascii() {}

  /// A decimal 32-bit integer with an optional sign, else [#NOT_AN_INTEGER].
  public static long integer(byte[] bytes, int start, int end) {
    int i = start;
    boolean isNegative = false;
    if (i < end && (bytes[i] == '-' || bytes[i] == '+')) {
      isNegative = bytes[i] == '-';
      i++;
    }
    if (i == end || end - i > LONGEST_INTEGER) {
      return NOT_AN_INTEGER;
    }
    long value = 0;
    for (; i < end; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return NOT_AN_INTEGER;
      }
      value = value * 10 + digit;
    }
    value = isNegative ? -value : value;
    return value == (int) value ? value : NOT_AN_INTEGER;
  }

  /// Whether the slice is a decimal number, with sign, fraction and exponent where present, or
  /// `nan`, `inf` or `infinity` in any case.
  public static boolean isFloat(byte[] bytes, int start, int end) {
    int i = start;
    if (i < end && (bytes[i] == '-' || bytes[i] == '+')) {
      i++;
    }
    if (i < end && bytes[i] > '9') {
      return isNotFinite(bytes, i, end);
    }
    int whole = digits(bytes, i, end);
    i += whole;
    int fraction = 0;
    if (i < end && bytes[i] == '.') {
      fraction = digits(bytes, ++i, end);
      i += fraction;
    }
    if (whole + fraction == 0) {
      return false;
    }
    if (i < end && (bytes[i] | 0x20) == 'e') {
      i++;
      if (i < end && (bytes[i] == '-' || bytes[i] == '+')) {
        i++;
      }
      int exponent = digits(bytes, i, end);
      i += exponent;
      return exponent > 0 && i == end;
    }
    return i == end;
  }

  /// Behind a number that begins here and is written as most are: a minus sign or none, at most
  /// nine digits, and in a decimal number one point or none with digits behind it. -1 where none
  /// begins here. Whether what stands behind it belongs to a longer number, the caller sees.
  ///
  /// @param mayHaveFraction whether a point may stand in it
  public static int plainNumberEnd(byte[] bytes, int start, int end, boolean mayHaveFraction) {
    int i = start < end && bytes[start] == '-' ? start + 1 : start;
    if (i + Long.BYTES <= bytes.length) {
      int near = shortNumberEnd(bytes, i, mayHaveFraction);
      if (near > i && near <= end) {
        return near;
      }
    }
    int first = i;
    while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
      i++;
    }
    if (i == first || i - first > PLAIN_DIGITS) {
      return -1;
    }
    if (mayHaveFraction && i < end && bytes[i] == '.') {
      i++;
      while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
        i++;
      }
    }
    return i;
  }

  /// The same of a number without its sign, of less than eight bytes, where eight may be read: all
  /// are looked at at once. The start where it is none, or longer; what it answers may lie behind
  /// the end of the slice.
  private static int shortNumberEnd(byte[] bytes, int start, boolean mayHaveFraction) {
    long digits = (long) WORDS.get(bytes, start) ^ ZEROS;
    // The high bit of each byte that is above 9; no sum goes over into the next byte.
    long others = (((digits & ~HIGHS) + ONES * (0x7f - 9)) | digits) & HIGHS;
    int whole = Long.numberOfTrailingZeros(others) >>> 3;
    if (whole == Long.BYTES || whole == 0) {
      return start;
    }
    if (!mayHaveFraction || bytes[start + whole] != '.') {
      return start + whole;
    }
    int all = Long.numberOfTrailingZeros(others & (others - 1)) >>> 3;
    return all == Long.BYTES ? start : start + all;
  }

  private static int digits(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
      i++;
    }
    return i - start;
  }

  private static boolean isNotFinite(byte[] bytes, int start, int end) {
    return equalsIgnoreCase(bytes, start, end, "nan")
        || equalsIgnoreCase(bytes, start, end, "inf")
        || equalsIgnoreCase(bytes, start, end, "infinity");
  }

  /// The value of a slice for which [#isFloat] holds; makes a string unless it is a short integer.
  public static double decimal(byte[] bytes, int start, int end) {
    long integer = integer(bytes, start, end);
    if (integer != NOT_AN_INTEGER) {
      return integer;
    }
    int sign = bytes[start] == '-' || bytes[start] == '+' ? 1 : 0;
    if (isNotFinite(bytes, start + sign, end)) {
      if (equalsIgnoreCase(bytes, start + sign, end, "nan")) {
        return Double.NaN;
      }
      return bytes[start] == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return Double.parseDouble(text(bytes, start, end));
  }

  /// Whether the slice holds exactly these ASCII characters.
  public static boolean equals(byte[] bytes, int start, int end, String word) {
    if (end - start != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[start + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean equalsIgnoreCase(byte[] bytes, int start, int end, String lowerCase) {
    if (end - start != lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      if ((bytes[start + i] | 0x20) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Place of a byte in the slice, or `end`.
  public static int find(byte[] bytes, int start, int end, char wanted) {
    int i = start;
    long pattern = ONES * wanted;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      long word = (long) WORDS.get(bytes, i) ^ pattern;
      // The lowest set high bit marks the first zero byte of `word`, exactly.
      long zeros = (word - ONES) & ~word & HIGHS;
      if (zeros != 0) {
        return i + (Long.numberOfTrailingZeros(zeros) >>> 3);
      }
    }
    while (i < end && bytes[i] != wanted) {
      i++;
    }
    return i;
  }

  /// Whether the slice is the single `.` of a missing value.
  public static boolean isMissing(byte[] bytes, int start, int end) {
    return end - start == 1 && bytes[start] == '.';
  }

  /// The slice as text; bytes that are no UTF-8 become U+FFFD.
  public static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /// Whether the slice is well-formed UTF-8.
  public static boolean isUtf8(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end) {
      if (i + Long.BYTES <= end && ((long) WORDS.get(bytes, i) & HIGHS) == 0) {
        i += Long.BYTES;
        continue;
      }
      int length = sequence(bytes, i, end);
      if (length == 0) {
        return false;
      }
      i += length;
    }
    return true;
  }

  /// Length of the well-formed sequence at `i` (Unicode 15, table 3-7), or 0.
  private static int sequence(byte[] bytes, int i, int end) {
    int first = bytes[i] & 0xff;
    if (first < 0x80) {
      return 1;
    }
    int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || i + length > end) {
      return 0;
    }
    int least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    int most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    for (int k = 1; k < length; k++) {
      int next = bytes[i + k] & 0xff;
      if (next < least || next > most) {
        return 0;
      }
      least = 0x80;
      most = 0xbf;
    }
    return length;
  }
}
