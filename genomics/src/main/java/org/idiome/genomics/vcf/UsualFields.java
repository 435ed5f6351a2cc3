package org.idiome.genomics.vcf;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.idiome.genomics.io.Ascii;

/// Fields of INFO that most are: plain numbers behind a key of at most fifteen bytes. What such a
/// key asks of its value is laid down once, and key and value are then judged in one look.
///
/// What is taken here has no fault by [ValueCheck#check]; what is not may have none either. Nothing
/// is allocated for a field. For one thread.
final class UsualFields {
  /// What [#end] answers for a field that is to be looked at closely.
  static final int UNUSUAL = -1;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /// Two longs of the key with its equals sign, each behind the bits that it fills, then its form.
  private static final int LONGS = 5;

  private static final int KEY_BYTES = 2 * Long.BYTES;

  /// Of a form: how long the key is with its equals sign; 0 where the key is none of these.
  private static final long LENGTH = 0x1f;

  private static final long IS_DECIMAL = 1 << 5;
  private static final long IS_NOT_NEGATIVE = 1 << 6;
  private static final long IS_FRACTION = 1 << 7;

  /// As many values more as there are alternates.
  private static final long IS_BY_ALTERNATE = 1 << 8;

  /// Where the number of values stands that it has in any case.
  private static final int COUNT_SHIFT = 9;

  private static final int MOST_COUNTED = 0xf;

  private long[] plans = new long[64 * LONGS];

  /// Learns what a key asks for.
  ///
  /// @param key its number
  void know(int key, FieldDefinition definition) {
    int at = key * LONGS;
    if (at + LONGS > plans.length) {
      plans = Arrays.copyOf(plans, Math.max(plans.length * 2, at + LONGS));
    }
    var text = (definition.key() + "=").getBytes(StandardCharsets.UTF_8);
    long form = form(definition);
    if (form < 0 || text.length > KEY_BYTES) {
      return;
    }
    var key16 = Arrays.copyOf(text, KEY_BYTES);
    var bits = new byte[KEY_BYTES];
    Arrays.fill(bits, 0, text.length, (byte) -1);
    for (int i = 0; i < 2; i++) {
      plans[at + 2 * i] = (long) WORDS.get(bits, i * Long.BYTES);
      plans[at + 2 * i + 1] = (long) WORDS.get(key16, i * Long.BYTES);
    }
    plans[at + LONGS - 1] = form | text.length;
  }

  /// What a definition asks of a value, without the length of the key; negative where it is none of
  /// these.
  private static long form(FieldDefinition definition) {
    boolean isDecimal = definition.type() == FieldType.FLOAT;
    if (!isDecimal && definition.type() != FieldType.INTEGER) {
      return -1;
    }
    var number = definition.number();
    long count =
        switch (number.kind()) {
          case COUNT -> number.count() > MOST_COUNTED ? -1 : (long) number.count() << COUNT_SHIFT;
          case ALTERNATES -> IS_BY_ALTERNATE;
          case ALLELES -> IS_BY_ALTERNATE | 1 << COUNT_SHIFT;
          // One is what most have; several are looked at closely.
          case ANY -> 1 << COUNT_SHIFT;
          case GENOTYPES,
              PLOIDY,
              LOCAL_ALTERNATES,
              LOCAL_ALLELES,
              LOCAL_GENOTYPES,
              BASE_MODIFICATIONS ->
              -1;
        };
    long bound =
        switch (definition.constraint()) {
          case NONE -> 0;
          case NON_NEGATIVE -> IS_NOT_NEGATIVE;
          case FRACTION -> IS_FRACTION;
          case CIGAR, INTERVAL, QUADRUPLES -> -1;
        };
    return count < 0 || bound < 0 ? -1 : count | bound | (isDecimal ? IS_DECIMAL : 0);
  }

  /// Behind a field that begins here, where it is a usual one of this key; else [#UNUSUAL].
  ///
  /// @param key its number
  /// @param end behind the last field
  int end(int key, byte[] bytes, int start, int end, int alternates) {
    int at = key * LONGS;
    long form = plans[at + LONGS - 1];
    int value = start + (int) (form & LENGTH);
    int values = (int) (form >>> COUNT_SHIFT) + ((form & IS_BY_ALTERNATE) == 0 ? 0 : alternates);
    if (values == 0
        || start + KEY_BYTES > bytes.length
        || ((long) WORDS.get(bytes, start) & plans[at]) != plans[at + 1]
        || ((long) WORDS.get(bytes, start + Long.BYTES) & plans[at + 2]) != plans[at + 3]) {
      return UNUSUAL;
    }
    int to = number(form, bytes, value, end);
    for (int i = 1; i < values && to >= 0; i++) {
      to = to < end && bytes[to] == ',' ? number(form, bytes, to + 1, end) : UNUSUAL;
    }
    return to >= 0 && (to == end || bytes[to] == ';') ? to : UNUSUAL;
  }

  /// Behind a plain number that surely keeps the bound of a form; else [#UNUSUAL].
  private static int number(long form, byte[] bytes, int start, int end) {
    int to = Ascii.plainNumberEnd(bytes, start, end, (form & IS_DECIMAL) != 0);
    return to >= 0 && isWithin(form, bytes, start, to) ? to : UNUSUAL;
  }

  /// Whether a number surely keeps the bound of a form.
  private static boolean isWithin(long form, byte[] bytes, int start, int end) {
    if ((form & IS_NOT_NEGATIVE) != 0) {
      return bytes[start] != '-';
    }
    if ((form & IS_FRACTION) == 0) {
      return true;
    }
    return end - start == 1
        ? bytes[start] == '0' || bytes[start] == '1'
        : bytes[start] == '0' && bytes[start + 1] == '.';
  }

  /// Where the value of a usual field begins that begins here.
  int value(int key, int start) {
    return start + (int) (plans[key * LONGS + LONGS - 1] & LENGTH);
  }
}
