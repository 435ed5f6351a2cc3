package org.idiome.knowledge.packed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Names, each kept once and numbered as it came; afterwards in the order of their code points.
final class NameTable {
  private static final int EMPTY = -1;

  /// Java arrays end short of 2^31.
  private static final int MOST_BYTES = Integer.MAX_VALUE - 16;

  /// Names beyond this number are looked up by their bytes each time.
  private static final int KNOWN = 1 << 18;

  private final Map<String, Integer> known = new HashMap<>();
  private byte[] bytes = new byte[1 << 16];
  private int[] ends = new int[1 << 10];
  private int[] hashes = new int[1 << 10];
  private int[] slots = slots(1 << 12);
  private int size;

  private static int[] slots(int capacity) {
    var slots = new int[capacity];
    Arrays.fill(slots, EMPTY);
    return slots;
  }

  /// The number of a name, which is added where it is new.
  int add(String name) {
    var number = known.get(name);
    if (number != null) {
      return number;
    }
    int added = addBytes(name);
    if (known.size() < KNOWN) {
      known.put(name, added);
    }
    return added;
  }

  private int addBytes(String name) {
    var word = name.getBytes(StandardCharsets.UTF_8);
    int hash = ByteHash.of(word, word.length);
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != EMPTY) {
      int other = slots[slot];
      if (hashes[other] == hash
          && Arrays.equals(bytes, start(other), ends[other], word, 0, word.length)) {
        return other;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = size;
    append(word, hash);
    return size - 1;
  }

  private void append(byte[] word, int hash) {
    int from = size == 0 ? 0 : ends[size - 1];
    if (from > MOST_BYTES - word.length) {
      throw new IllegalStateException("the names of one release are more than 2 GiB");
    }
    if (from + word.length > bytes.length) {
      long wanted = Math.max(from + (long) word.length, 2L * bytes.length);
      bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, MOST_BYTES));
    }
    System.arraycopy(word, 0, bytes, from, word.length);
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    ends[size] = from + word.length;
    hashes[size++] = hash;
    if (2 * size > slots.length) {
      grow();
    }
  }

  private void grow() {
    slots = slots(2 * slots.length);
    int mask = slots.length - 1;
    for (int name = 0; name < size; name++) {
      int slot = hashes[name] & mask;
      while (slots[slot] != EMPTY) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = name;
    }
  }

  private int start(int name) {
    return name == 0 ? 0 : ends[name - 1];
  }

  int size() {
    return size;
  }

  byte[] bytes() {
    return bytes;
  }

  int from(int name) {
    return start(name);
  }

  int to(int name) {
    return ends[name];
  }

  /// The names in the order of their bytes, which in UTF-8 is that of their code points.
  int[] sorted() {
    var order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    IntSort.sort(order, this::compare);
    return order;
  }

  private int compare(int one, int two) {
    return Arrays.compareUnsigned(bytes, start(one), ends[one], bytes, start(two), ends[two]);
  }
}
