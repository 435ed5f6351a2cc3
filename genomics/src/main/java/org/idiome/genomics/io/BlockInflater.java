package org.idiome.genomics.io;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Inflates whole blocks. For one thread.
sealed interface BlockInflater extends AutoCloseable permits Libdeflate, BlockInflater.Platform {
  /// Inflates all of a block.
  ///
  /// @param size how many bytes it has when it is inflated
  /// @return whether it is just that; else what is in `target` means nothing
  boolean inflate(byte[] from, int start, int length, byte[] target, int offset, int size);

  /// The memory of the system goes back; as often as anybody likes.
  @Override
  void close();

  /// That of the system, where it has one, else that of the platform.
  static BlockInflater open() {
    var fast = Libdeflate.open();
    return fast == null ? new Platform() : fast;
  }

  /// The inflater of the platform.
  final class Platform implements BlockInflater {
    private final Inflater inflater = new Inflater(true);

    /// Room for a byte more than a block states that it has.
    private final byte[] beyond = new byte[1];

    @Override
    public boolean inflate(
        byte[] from, int start, int length, byte[] target, int offset, int size) {
      inflater.reset();
      inflater.setInput(from, start, length);
      try {
        int inflated = 0;
        while (inflated < size && !inflater.finished()) {
          int some = inflater.inflate(target, offset + inflated, size - inflated);
          if (some == 0) {
            break;
          }
          inflated += some;
        }
        // A full target is not yet the end of what is deflated.
        return inflated == size
            && inflater.inflate(beyond) == 0
            && inflater.finished()
            && inflater.getRemaining() == 0;
      } catch (DataFormatException _) {
        return false;
      }
    }

    @Override
    public void close() {
      inflater.end();
    }
  }
}
