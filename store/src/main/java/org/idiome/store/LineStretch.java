package org.idiome.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Successive lines of a file, which are kept deflated; [LineWriter] writes them.
///
/// @param first number of the first, from 1
public record LineStretch(long first, List<String> texts) {
  /// Copies the list.
  public LineStretch {
    texts = List.copyOf(texts);
  }

  /// Inflates a stretch.
  ///
  /// @param last number of the last
  /// @param bytes how many there are when inflated
  static LineStretch of(long first, long last, int bytes, byte[] deflated) {
    var text = new String(inflated(bytes, deflated), StandardCharsets.UTF_8);
    var lines = new ArrayList<String>((int) (last - first + 1));
    int from = 0;
    for (long line = first; line <= last; line++) {
      int end = text.indexOf('\n', from);
      lines.add(text.substring(from, end));
      from = end + 1;
    }
    return new LineStretch(first, lines);
  }

  private static byte[] inflated(int length, byte[] deflated) {
    var inflater = new Inflater();
    try {
      inflater.setInput(deflated);
      var out = new ByteArrayOutputStream(length);
      var buffer = new byte[1 << 14];
      int read;
      while ((read = inflater.inflate(buffer)) > 0) {
        out.write(buffer, 0, read);
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new IllegalStateException("a stretch of lines does not inflate", e);
    } finally {
      inflater.end();
    }
  }

  /// Whether a line is among them.
  public boolean has(long line) {
    return line >= first && line < first + texts.size();
  }

  /// A line by its number.
  public String text(long line) {
    return texts.get((int) (line - first));
  }
}
