package org.idiome.store.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The bytes of a SQLite file, of which any may be damaged.
///
/// Format: https://sqlite.org/fileformat2.html. Nothing of the header is believed: pages are those
/// that every file of a store has, of 4,096 bytes, all of them used.
final class FileImage {
  static final int PAGE = 4096;
  static final int HEADER = 100;

  private static final int FIRST_FREE = 32;

  /// Bytes of a value by its type; the last two are none.
  private static final int[] LENGTHS = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, -1, -1};

  private final byte[] bytes;

  FileImage(byte[] bytes) {
    this.bytes = bytes;
  }

  /// How many pages there are; the first is 1.
  int pages() {
    return bytes.length / PAGE;
  }

  /// Whether there is a page of a number.
  boolean has(long page) {
    return page >= 1 && page <= pages();
  }

  /// Where a page begins.
  int start(int page) {
    return (page - 1) * PAGE;
  }

  int u8(int at) {
    return bytes[at] & 0xff;
  }

  int u16(int at) {
    return u8(at) << 8 | u8(at + 1);
  }

  long u32(int at) {
    return (long) u16(at) << 16 | u16(at + 2);
  }

  /// Whether nothing but zeros stands in a page.
  boolean isEmpty(int page) {
    for (int at = start(page); at < start(page) + PAGE; at++) {
      if (bytes[at] != 0) {
        return false;
      }
    }
    return true;
  }

  /// The pages that are free, as far as their chain can be followed.
  BitSet free() {
    var free = new BitSet();
    long trunk = bytes.length < PAGE ? 0 : u32(FIRST_FREE);
    while (has(trunk) && !free.get((int) trunk)) {
      free.set((int) trunk);
      int at = start((int) trunk);
      long leaves = Math.min(u32(at + 4), PAGE / 4 - 2);
      for (int i = 0; i < leaves; i++) {
        long leaf = u32(at + 8 + 4 * i);
        if (has(leaf)) {
          free.set((int) leaf);
        }
      }
      trunk = u32(at);
    }
    return free;
  }

  /// The whole payload of a cell, over its chain of pages.
  ///
  /// @param used gets the pages of the chain
  /// @return null where the chain is broken
  byte @Nullable [] payload(TreePage.Cell cell, BitSet used) {
    if (cell.length() > bytes.length) {
      return null;
    }
    var all = new byte[(int) cell.length()];
    System.arraycopy(bytes, cell.at(), all, 0, cell.local());
    int done = cell.local();
    long next = done < all.length ? u32(cell.at() + done) : 0;
    var chain = new BitSet();
    while (done < all.length) {
      if (!has(next) || chain.get((int) next)) {
        return null;
      }
      chain.set((int) next);
      int at = start((int) next);
      int taken = Math.min(PAGE - 4, all.length - done);
      System.arraycopy(bytes, at + 4, all, done, taken);
      done += taken;
      next = u32(at);
    }
    used.or(chain);
    return all;
  }

  /// The values of a record: null, Long, Double, String or bytes.
  ///
  /// @return null where it is no record
  static @Nullable List<@Nullable Object> values(byte[] record) {
    var at = new long[2];
    if (!varint(record, 0, at) || at[0] > record.length) {
      return null;
    }
    int head = (int) at[0];
    int place = (int) at[1];
    var types = new ArrayList<Long>();
    while (place < head) {
      if (!varint(record, place, at) || at[1] > head) {
        return null;
      }
      types.add(at[0]);
      place = (int) at[1];
    }
    var values = new ArrayList<@Nullable Object>();
    long body = head;
    for (long type : types) {
      long length = length(type);
      if (length < 0 || body + length > record.length) {
        return null;
      }
      values.add(value(record, (int) body, type, (int) length));
      body += length;
    }
    return body == record.length ? values : null;
  }

  private static long length(long type) {
    if (type < 0) {
      return -1;
    }
    return type >= 12 ? (type - 12) / 2 : LENGTHS[(int) type];
  }

  private static @Nullable Object value(byte[] record, int at, long type, int length) {
    if (type >= 12) {
      return type % 2 == 0
          ? java.util.Arrays.copyOfRange(record, at, at + length)
          : new String(record, at, length, StandardCharsets.UTF_8);
    }
    if (type == 0) {
      return null;
    }
    if (type >= 8) {
      return type - 8;
    }
    long number = record[at];
    for (int i = 1; i < length; i++) {
      number = number << 8 | (record[at + i] & 0xff);
    }
    return type == 7 ? (Object) Double.longBitsToDouble(number) : (Object) number;
  }

  /// @param into gets the number, and where it ends
  /// @return false where it would end behind the bytes
  private static boolean varint(byte[] bytes, int at, long[] into) {
    long number = 0;
    for (int i = 0; i < 9; i++) {
      if (at + i >= bytes.length) {
        return false;
      }
      int one = bytes[at + i];
      number = i == 8 ? number << 8 | (one & 0xff) : number << 7 | (one & 0x7f);
      if (one >= 0 || i == 8) {
        into[0] = number;
        into[1] = (long) at + i + 1;
        return true;
      }
    }
    return false;
  }

  /// The same in the file.
  boolean varint(int at, long[] into) {
    return varint(bytes, at, into);
  }
}
