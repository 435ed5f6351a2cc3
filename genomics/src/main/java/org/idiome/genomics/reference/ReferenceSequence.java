package org.idiome.genomics.reference;

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
    var text = new StringBuilder(end0 - start0);
    for (int at = start0; at < end0; at++) {
      text.append((char) base(at));
    }
    return text.toString();
  }
}
