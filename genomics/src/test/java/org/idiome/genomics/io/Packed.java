package org.idiome.genomics.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Packs bytes for tests.
public final class Packed {
  /// SAM specification, section 4.1.2.
  public static final byte[] END_BLOCK =
      HexFormat.of().parseHex("1f8b08040000000000ff0600424302001b0003000000000000000000");

  private static final int BLOCK = 60_000;

  private Packed() {}

  /// Letters and numbers that deflate about as those of variants do, the same for one seed.
  static byte[] content(int length, int seed) {
    var draws = new Random(seed);
    var content = new byte[length];
    for (int i = 0; i < length; i++) {
      content[i] = (byte) "ACGT\t0123456789\n".charAt(draws.nextInt(16));
    }
    return content;
  }

  /// One gzip member.
  public static byte[] gzip(byte[] content) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// Blocks and the end block.
  public static byte[] bgzf(byte[] content) {
    var out = new ByteArrayOutputStream();
    for (int start = 0; start < content.length; start += BLOCK) {
      int length = Math.min(BLOCK, content.length - start);
      out.writeBytes(block(content, start, length, new byte[0]));
    }
    out.writeBytes(END_BLOCK);
    return out.toByteArray();
  }

  /// Several pieces as one.
  public static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /// The file without its last block.
  public static byte[] withoutEnd(byte[] file) {
    return Arrays.copyOf(file, file.length - END_BLOCK.length);
  }

  /// A block with a name in its head.
  public static byte[] named(byte[] block, String name) {
    var text = (name + "\0").getBytes(StandardCharsets.US_ASCII);
    var out = new ByteArrayOutputStream();
    out.write(block, 0, 3);
    out.write(block[3] | 8);
    out.write(block, 4, 12);
    little(out, ((block[16] & 0xff) | (block[17] & 0xff) << 8) + text.length, 2);
    out.writeBytes(text);
    out.write(block, 18, block.length - 18);
    return out.toByteArray();
  }

  /// One block of at most 64 KiB, stored where it cannot be packed.
  ///
  /// @param more so many bytes of another field, of four at least, stand before its size
  public static byte[] block(byte[] content, int start, int length, byte[] more) {
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(content, start, length);
    deflater.finish();
    var data = new byte[1 << 16];
    int size = deflater.deflate(data);
    deflater.end();
    var field = more.clone();
    if (field.length > 0) {
      field[0] = 'x';
      field[2] = (byte) (field.length - 4);
      field[3] = (byte) ((field.length - 4) >> 8);
    }
    var sum = new CRC32();
    sum.update(content, start, length);
    var out = new ByteArrayOutputStream();
    out.writeBytes(HexFormat.of().parseHex("1f8b08040000000000ff"));
    little(out, field.length + 6, 2);
    out.writeBytes(field);
    out.writeBytes(HexFormat.of().parseHex("42430200"));
    little(out, size + field.length + 25, 2);
    out.write(data, 0, size);
    little(out, (int) sum.getValue(), 4);
    little(out, length, 4);
    return out.toByteArray();
  }

  private static void little(ByteArrayOutputStream out, int value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write(value >>> (8 * i));
    }
  }
}
