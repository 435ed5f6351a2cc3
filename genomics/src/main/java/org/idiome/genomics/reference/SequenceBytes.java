package org.idiome.genomics.reference;

import java.io.Closeable;

/// The inflated bytes of a file by their place. For any number of threads.
interface SequenceBytes extends Closeable {
  /// How many there are.
  long size();

  /// One byte.
  byte at(long place);

  /// Bytes from a place on, as many as were asked for or are there.
  ///
  /// @param from where the first goes
  int read(long place, byte[] target, int from, int length);

  @Override
  void close();
}
