package org.idiome.genomics.table;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.idiome.genomics.io.ByteText;

/// How the bytes of a table lie in its file: eight that say what it is, the blocks, the head and
/// the index, and at the end where these begin. Blocks, head and index are deflated and have a
/// checksum.
final class TableFile {
  static final byte[] MAGIC = "IDIOMAT1".getBytes(StandardCharsets.US_ASCII);

  /// Behind the index: where it begins (8 bytes), packed and plain length (4 each)…
  static final int PLACE_BYTES = 8 + 4 + 4;

  /// … the checksum of the index and of these, and the eight bytes again.
  static final int END_BYTES = PLACE_BYTES + 4 + 8;

  /// No block and no index is longer; more is damage.
  static final int MOST_BYTES = 1 << 30;

  private TableFile() {}

  static int checksum(byte[]... parts) {
    var sum = new CRC32C();
    for (var part : parts) {
      sum.update(part, 0, part.length);
    }
    return (int) sum.getValue();
  }

  static byte[] deflated(byte[] bytes) {
    try (var deflater = new Deflater()) {
      deflater.setInput(bytes);
      deflater.finish();
      var out = new ByteText(bytes.length / 2 + 64);
      var buffer = new byte[1 << 16];
      while (!deflater.finished()) {
        out.put(buffer, 0, deflater.deflate(buffer));
      }
      return out.toBytes();
    }
  }

  /// @param length of the plain bytes
  /// @throws DataFormatException where they are none
  static byte[] inflated(byte[] bytes, int length) throws DataFormatException {
    try (var inflater = new Inflater()) {
      inflater.setInput(bytes);
      var plain = new byte[length];
      int count = inflater.inflate(plain);
      if (count != length || inflater.inflate(new byte[1]) != 0) {
        throw new DataFormatException("length");
      }
      return plain;
    }
  }
}
