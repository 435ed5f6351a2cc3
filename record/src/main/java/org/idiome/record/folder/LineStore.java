package org.idiome.record.folder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.LineReader;
import org.jspecify.annotations.Nullable;

/// The lines of a file in memory, compressed in stretches of a few hundred kilobytes.
///
/// Immutable but for the stretch that was asked for last; safe for several threads.
final class LineStore {
  private static final int STRETCH_BYTES = 1 << 18;

  /// Lines from `first` on, each ended by a newline, deflated.
  private static final class Stretch {
    final long first;
    final long last;
    private final int bytes;
    private final byte[] deflated;

    Stretch(long first, long last, byte[] text) {
      this.first = first;
      this.last = last;
      this.bytes = text.length;
      this.deflated = deflated(text);
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

    Inflated inflate() {
      var inflater = new Inflater();
      try {
        inflater.setInput(deflated);
        var text = new byte[bytes];
        if (inflater.inflate(text) != bytes) {
          throw new IllegalStateException("a stretch lost its end");
        }
        return new Inflated(first, text);
      } catch (DataFormatException e) {
        throw new IllegalStateException("a stretch does not inflate", e);
      } finally {
        inflater.end();
      }
    }
  }

  /// A stretch as it was before.
  private static final class Inflated {
    final long first;
    final byte[] text;

    Inflated(long first, byte[] text) {
      this.first = first;
      this.text = text;
    }
  }

  private final List<Stretch> stretches;
  private volatile @Nullable Inflated last;

  private LineStore(List<Stretch> stretches) {
    this.stretches = stretches;
  }

  /// Reads the rest of an input, which stays open.
  static LineStore of(Input input, Limits limits) throws IOException {
    var stretches = new ArrayList<Stretch>();
    var gathered = new ByteArrayOutputStream(STRETCH_BYTES);
    var reader = new LineReader(input, limits);
    long first = 1;
    while (reader.next()) {
      gathered.write(reader.buffer(), reader.start(), reader.end() - reader.start());
      gathered.write('\n');
      if (gathered.size() >= STRETCH_BYTES) {
        stretches.add(new Stretch(first, reader.number(), gathered.toByteArray()));
        gathered.reset();
        first = reader.number() + 1;
      }
    }
    if (gathered.size() > 0) {
      stretches.add(new Stretch(first, reader.number(), gathered.toByteArray()));
    }
    return new LineStore(List.copyOf(stretches));
  }

  /// A line without its end, from 1; bytes that are no UTF-8 become U+FFFD.
  ///
  /// @throws IllegalArgumentException where the file has no such line
  String line(long number) {
    var inflated = inflated(find(number));
    var text = inflated.text;
    int from = 0;
    for (long line = inflated.first; line < number; line++) {
      while (text[from] != '\n') {
        from++;
      }
      from++;
    }
    int end = from;
    while (text[end] != '\n') {
      end++;
    }
    return new String(text, from, end - from, StandardCharsets.UTF_8);
  }

  private Stretch find(long number) {
    int low = 0;
    int high = stretches.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      var stretch = stretches.get(middle);
      if (number < stretch.first) {
        high = middle - 1;
      } else if (number > stretch.last) {
        low = middle + 1;
      } else {
        return stretch;
      }
    }
    throw new IllegalArgumentException("no line " + number);
  }

  private Inflated inflated(Stretch stretch) {
    var kept = last;
    if (kept != null && kept.first == stretch.first) {
      return kept;
    }
    var fresh = stretch.inflate();
    last = fresh;
    return fresh;
  }
}
