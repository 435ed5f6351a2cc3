package org.idiome.genomics.reference;

/// A stretch of a contig in memory; no base is known beside it.
///
/// @param start0 place of its first base on the contig
public record Window(int start0, String bases, int lengthBases) implements ReferenceSequence {
  /// A whole contig.
  public Window(String bases) {
    this(0, bases, bases.length());
  }

  @Override
  public byte base(int at0) {
    return (byte) bases.charAt(at0 - start0);
  }
}
