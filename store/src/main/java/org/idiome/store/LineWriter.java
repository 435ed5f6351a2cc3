package org.idiome.store;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.store.catalogue.Sql;

/// Takes the lines of a table in their order and keeps them in deflated stretches. For one thread.
public final class LineWriter {
  private static final int STRETCH_BYTES = 1 << 16;

  private final Sql sql;
  private final long person;
  private final Sha256 file;
  private final ByteArrayOutputStream gathered = new ByteArrayOutputStream(STRETCH_BYTES);
  private long first = 1;
  private long last;

  /// A stretch as it is kept.
  ///
  /// @param bytes size before deflating
  @SuppressWarnings("ArrayRecordComponent")
  record Stretch(String file, long first, long last, long bytes, byte[] deflated) {
    /// Over all of it; whose it is, is not: a person who is split off gets the same.
    String digest() {
      return new Digester()
          .text(file)
          .integer(first)
          .integer(last)
          .integer(bytes)
          .text(Sha256.of(deflated).hex())
          .end()
          .hex();
    }
  }

  LineWriter(Sql sql, long person, Sha256 file) {
    this.sql = sql;
    this.person = person;
    this.file = file;
  }

  /// Adds the next line.
  ///
  /// @param bytes holds it from `start` to before `end`, without its line end
  public void add(byte[] bytes, int start, int end) {
    gathered.write(bytes, start, end - start);
    gathered.write('\n');
    last++;
    if (gathered.size() >= STRETCH_BYTES) {
      keep();
    }
  }

  /// Says that no more will come.
  public void end() {
    if (gathered.size() > 0) {
      keep();
    }
  }

  private void keep() {
    var text = gathered.toByteArray();
    var stretch = new Stretch(file.hex(), first, last, text.length, deflated(text));
    sql.add(
        "INSERT INTO source_lines (person, sha256, first, last, bytes, deflated, digest)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        person,
        stretch.file(),
        first,
        last,
        text.length,
        stretch.deflated(),
        stretch.digest());
    gathered.reset();
    first = last + 1;
  }

  private static byte[] deflated(byte[] text) {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(text);
      deflater.finish();
      var out = new ByteArrayOutputStream(text.length / 4 + 64);
      var buffer = new byte[1 << 14];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
