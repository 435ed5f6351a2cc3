package org.idiome.knowledge.packed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A hash of bytes for tables in memory; it never reaches a file.
final class ByteHash {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private ByteHash() {}

  static int of(byte[] bytes, int length) {
    long hash = length * PRIME;
    int i = 0;
    for (; i + Long.BYTES <= length; i += Long.BYTES) {
      hash = mixed(hash ^ (long) LONG.get(bytes, i));
    }
    long rest = 0;
    for (; i < length; i++) {
      rest = rest << Byte.SIZE | (bytes[i] & 0xff);
    }
    hash = mixed(hash ^ rest);
    return (int) (hash ^ hash >>> Integer.SIZE);
  }

  private static long mixed(long hash) {
    long product = hash * PRIME;
    return product ^ product >>> 29;
  }
}
