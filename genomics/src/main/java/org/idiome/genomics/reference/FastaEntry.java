package org.idiome.genomics.reference;

/// Where the bases of one contig lie in a FASTA file, as `samtools faidx` writes it.
///
/// @param name first word of its header line
/// @param lengthBases how many bases
/// @param offset place of the first in the inflated file
/// @param lineBases bases of a full line
/// @param lineBytes bytes of a full line with its end
record FastaEntry(String name, int lengthBases, long offset, int lineBases, int lineBytes) {

  /// Place of a base in the inflated file.
  long place(int at0) {
    return offset + (long) (at0 / lineBases) * lineBytes + at0 % lineBases;
  }

  /// Place behind the last base.
  long end() {
    return lengthBases == 0 ? offset : place(lengthBases - 1) + 1;
  }
}
