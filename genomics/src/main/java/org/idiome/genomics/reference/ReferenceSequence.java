package org.idiome.genomics.reference;

import java.nio.charset.StandardCharsets;

/// The bases of one contig. For any number of threads.
public interface ReferenceSequence {
  /// How many bases it has.
  int lengthBases();

  /// A base in upper case, as ASCII; any IUPAC letter may come.
  ///
  /// @param at0 place, 0-based
  /// @throws IndexOutOfBoundsException off the contig
  byte base(int at0);

  /// Some bases in upper case.
  ///
  /// @param start0 first, 0-based
  /// @param end0 behind the last
  /// @throws IndexOutOfBoundsException off the contig
  default String bases(int start0, int end0) {
    var bases = new byte[end0 - start0];
    read(start0, bases, bases.length);
    return new String(bases, StandardCharsets.ISO_8859_1);
  }

  /// Some bases in upper case, as ASCII.
  ///
  /// @param start0 first, 0-based
  /// @param length how many
  /// @throws IndexOutOfBoundsException off the contig
  default void read(int start0, byte[] target, int length) {
    for (int i = 0; i < length; i++) {
      target[i] = base(start0 + i);
    }
  }
}
