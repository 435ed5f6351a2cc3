package org.idiome.genomics.io;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What inflated bytes are, by how they begin.
public enum Content {
  /// Not one byte.
  EMPTY,
  /// Variant Call Format as text.
  VCF,
  /// JSON.
  JSON,
  /// XML or HTML.
  XML,
  /// Other text; UTF-8 as far as was looked.
  TEXT,
  /// Text in UTF-16 or UTF-32.
  UTF16,
  /// Variant calls in their binary form.
  BCF,
  /// Alignments in their binary form.
  BAM,
  /// Alignments compressed by reference.
  CRAM,
  /// gzip inside gzip.
  GZIP,
  /// A zip archive, or an office document, which is one.
  ZIP,
  /// Another compression: bzip2, xz, zstd, 7z.
  OTHER_COMPRESSION,
  /// Bytes of no known kind.
  BINARY;

  private static final String[] VCF_STARTS = {"##fileformat=VCF", "##fileformat=", "#CHROM\tPOS\t"};

  /// Whether it can be read line by line.
  public boolean isText() {
    return this == VCF || this == JSON || this == XML || this == TEXT;
  }

  /// What a file is called that holds no text; null of a text, of an empty file, and of UTF-16.
  public @Nullable String binary() {
    return switch (this) {
      case BCF -> "BCF, binary variant calls";
      case BAM -> "BAM, alignments";
      case CRAM -> "CRAM, alignments";
      case GZIP -> "gzip inside gzip";
      case ZIP -> "a zip archive";
      case OTHER_COMPRESSION -> "bzip2, xz, zstd or 7z";
      case BINARY -> "binary data";
      case EMPTY, VCF, JSON, XML, TEXT, UTF16 -> null;
    };
  }

  static Content of(byte[] head, int length) {
    if (length == 0) {
      return EMPTY;
    }
    if (isUtf16(head, length)) {
      return UTF16;
    }
    var text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
    var magic = magic(text);
    if (magic != TEXT) {
      return magic;
    }
    var textual = textual(text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text);
    // A stray control character makes no other file of one that begins as we know it.
    boolean isOther = textual == TEXT || textual == XML;
    return isOther && text.chars().anyMatch(Content::isBinary) ? BINARY : textual;
  }

  private static Content magic(String text) {
    if (text.startsWith("\u001f\u008b")) {
      return GZIP;
    }
    if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
      return ZIP;
    }
    if (text.startsWith("BCF\u0002")) {
      return BCF;
    }
    if (text.startsWith("BAM\u0001")) {
      return BAM;
    }
    if (text.startsWith("CRAM")) {
      return CRAM;
    }
    boolean compressed =
        text.startsWith("BZh")
            || text.startsWith("\u00fd7zXZ")
            || text.startsWith("(\u00b5/\u00fd")
            || text.startsWith("7z\u00bc\u00af");
    return compressed ? OTHER_COMPRESSION : TEXT;
  }

  private static boolean isBinary(int c) {
    return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b;
  }

  private static Content textual(String text) {
    for (var start : VCF_STARTS) {
      if (text.startsWith(start)) {
        return VCF;
      }
    }
    if (text.startsWith("##") && text.contains("\n#CHROM\tPOS\t")) {
      return VCF;
    }
    var first = text.stripLeading();
    if (first.startsWith("{") || first.startsWith("[")) {
      return JSON;
    }
    return first.startsWith("<") ? XML : TEXT;
  }

  /// A mark of byte order, or zeros at every second of the first bytes.
  private static boolean isUtf16(byte[] head, int length) {
    if (length < 2) {
      return false;
    }
    int mark = (head[0] & 0xff) << 8 | (head[1] & 0xff);
    if (mark == 0xfeff || mark == 0xfffe) {
      return true;
    }
    if (length < 4) {
      return false;
    }
    boolean little = head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0;
    boolean big = head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0;
    boolean wide = head[0] == 0 && head[1] == 0 && head[2] == 0xfe - 0x100 && head[3] == -1;
    return little || big || wide;
  }
}
