package org.idiome.genomics.vcf;

import java.nio.charset.StandardCharsets;

/// Letters of sequences: A, C, G, T and N in any case, and the IUPAC codes that REF may hold.
public final class Bases {
  /// Upper-case base of each byte; 0 where it is no base.
  private static final byte[] BASE = new byte[256];

  /// For each IUPAC code the alphabetically first of its bases (VCF 4.3, section 1.6.1.4).
  private static final byte[] FIRST_OF_CODE = new byte[256];

  static {
    for (char base : "ACGTN".toCharArray()) {
      BASE[base] = (byte) base;
      BASE[base | 0x20] = (byte) base;
    }
    var codes = "RYSWKMBDHV";
    var firsts = "ACCAGACAAA";
    for (int i = 0; i < codes.length(); i++) {
      FIRST_OF_CODE[codes.charAt(i)] = (byte) firsts.charAt(i);
      FIRST_OF_CODE[codes.charAt(i) | 0x20] = (byte) firsts.charAt(i);
    }
  }

  /// Each letter as a text: most alleles are of one.
  private static final String[] LETTERS = new String[1 << 7];

  static {
    for (char letter = 0; letter < LETTERS.length; letter++) {
      LETTERS[letter] = String.valueOf(letter);
    }
  }

  private Bases() {}

  /// How many bytes from `start` on are bases.
  static int count(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end && BASE[bytes[i] & 0xff] != 0) {
      i++;
    }
    return i - start;
  }

  /// Whether every byte is a base or an IUPAC code.
  static boolean areCodes(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      int b = bytes[i] & 0xff;
      if (BASE[b] == 0 && FIRST_OF_CODE[b] == 0) {
        return false;
      }
    }
    return start < end;
  }

  /// The upper-case base of a byte that is a base or an IUPAC code.
  public static byte base(byte b) {
    return BASE[b & 0xff] != 0 ? BASE[b & 0xff] : FIRST_OF_CODE[b & 0xff];
  }

  /// The bases in upper case, the first base of each IUPAC code in its place.
  static String text(byte[] bytes, int start, int end) {
    if (end - start == 1) {
      return LETTERS[base(bytes[start])];
    }
    var text = new byte[end - start];
    for (int i = start; i < end; i++) {
      text[i - start] = base(bytes[i]);
    }
    return new String(text, StandardCharsets.US_ASCII);
  }

  /// Whether two slices hold the same bases, in any case.
  static boolean equal(byte[] bytes, int start, int end, int otherStart, int otherEnd) {
    if (end - start != otherEnd - otherStart) {
      return false;
    }
    for (int i = 0; i < end - start; i++) {
      if (base(bytes[start + i]) != base(bytes[otherStart + i])) {
        return false;
      }
    }
    return true;
  }
}
