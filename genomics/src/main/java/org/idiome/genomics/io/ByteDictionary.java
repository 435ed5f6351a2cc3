package org.idiome.genomics.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Numbers words from 0 in the order in which they first came; a word is looked up by its bytes.
///
/// Nothing is allocated for a word that is known. Open addressing, at most half full. For one
/// thread.
public final class ByteDictionary {
  /// What [#find] answers for a word that is not there.
  public static final int ABSENT = -1;

  private static final int FIRST_CAPACITY = 64;
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final List<String> texts = new ArrayList<>();
  private byte[][] words = new byte[FIRST_CAPACITY / 2][];

  /// Up to eight first bytes of each word, and which bits of a long they fill.
  private long[] heads = new long[FIRST_CAPACITY / 2];

  private long[] masks = new long[FIRST_CAPACITY / 2];
  private int[] hashes = new int[FIRST_CAPACITY / 2];
  private int[] slots = empty(FIRST_CAPACITY);

  private static int[] empty(int capacity) {
    var slots = new int[capacity];
    Arrays.fill(slots, ABSENT);
    return slots;
  }

  /// The number of a word, or [#ABSENT].
  public int find(byte[] bytes, int start, int end) {
    return slots[slot(bytes, start, end, hash(bytes, start, end))];
  }

  /// The number of a word, which is added where it is new.
  public int add(byte[] bytes, int start, int end) {
    int hash = hash(bytes, start, end);
    int slot = slot(bytes, start, end, hash);
    if (slots[slot] != ABSENT) {
      return slots[slot];
    }
    int id = texts.size();
    if (id == words.length) {
      grow();
      slot = slot(bytes, start, end, hash);
    }
    words[id] = Arrays.copyOfRange(bytes, start, end);
    heads[id] = (long) WORDS.get(Arrays.copyOf(words[id], Math.max(Long.BYTES, end - start)), 0);
    masks[id] = end - start >= Long.BYTES ? -1L : (1L << ((end - start) * Byte.SIZE)) - 1;
    hashes[id] = hash;
    slots[slot] = id;
    texts.add(new String(bytes, start, end - start, StandardCharsets.UTF_8));
    return id;
  }

  /// The number of a word given as text.
  public int add(String word) {
    var bytes = word.getBytes(StandardCharsets.UTF_8);
    return add(bytes, 0, bytes.length);
  }

  private void grow() {
    words = Arrays.copyOf(words, words.length * 2);
    heads = Arrays.copyOf(heads, words.length);
    masks = Arrays.copyOf(masks, words.length);
    hashes = Arrays.copyOf(hashes, hashes.length * 2);
    slots = empty(slots.length * 2);
    for (int id = 0; id < texts.size(); id++) {
      slots[slot(words[id], 0, words[id].length, hashes[id])] = id;
    }
  }

  private int slot(byte[] bytes, int start, int end, int hash) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != ABSENT) {
      var known = words[slots[slot]];
      if (hashes[slots[slot]] == hash && Arrays.equals(known, 0, known.length, bytes, start, end)) {
        break;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /// Whether the word of this number has these bytes.
  public boolean is(int id, byte[] bytes, int start, int end) {
    var known = words[id];
    return Arrays.equals(known, 0, known.length, bytes, start, end);
  }

  /// Where the word of this number ends where the bytes begin with it; else the start.
  public int endOf(int id, byte[] bytes, int start, int end) {
    var known = words[id];
    int behind = start + known.length;
    if (behind > end) {
      return start;
    }
    if (start + Long.BYTES > bytes.length) {
      return Arrays.equals(known, 0, known.length, bytes, start, behind) ? behind : start;
    }
    if ((((long) WORDS.get(bytes, start)) & masks[id]) != heads[id]) {
      return start;
    }
    for (int i = Long.BYTES; i < known.length; i++) {
      if (known[i] != bytes[start + i]) {
        return start;
      }
    }
    return behind;
  }

  /// FNV-1a, mixed so that the low bits depend on all bytes.
  private static int hash(byte[] bytes, int start, int end) {
    int hash = 0x811c9dc5;
    for (int i = start; i < end; i++) {
      hash = (hash ^ bytes[i]) * 0x01000193;
    }
    return hash ^ (hash >>> 15);
  }

  /// The word of a number.
  public String text(int id) {
    return texts.get(id);
  }

  /// How many words there are.
  public int size() {
    return texts.size();
  }
}
