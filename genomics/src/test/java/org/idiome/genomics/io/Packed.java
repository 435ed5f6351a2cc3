package org.idiome.genomics.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
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
      out.writeBytes(block(content, start, Math.min(BLOCK, content.length - start)));
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

  private static byte[] block(byte[] content, int start, int length) {
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(content, start, length);
    deflater.finish();
    var data = new byte[1 << 16];
    int size = deflater.deflate(data);
    deflater.end();
    var sum = new CRC32();
    sum.update(content, start, length);
    var out = new ByteArrayOutputStream();
    out.writeBytes(HexFormat.of().parseHex("1f8b08040000000000ff060042430200"));
    little(out, size + 25, 2);
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
