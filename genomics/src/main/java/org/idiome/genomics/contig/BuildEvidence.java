package org.idiome.genomics.contig;

import org.idiome.core.genome.GenomeBuild;

/// One thing that speaks for a build.
///
/// @param text what stands there, such as `chr1 248956422`
/// @param line where, or 0 where it stands in no line of the file
public record BuildEvidence(Kind kind, GenomeBuild build, String text, long line) {

  /// Kinds of evidence, strongest first. Those before [#DECLARED] are strong.
  public enum Kind {
    /// MD5 or refget digest of a contig.
    DIGEST,
    /// RefSeq or GenBank accession of a contig, with its version.
    ACCESSION,
    /// Length of a primary contig.
    LENGTH,
    /// A name of the reference in `##reference` or `assembly=`.
    DECLARED,
    /// What the user or the phenopacket says of the file.
    STATED;

    /// Whether it decides against what is merely declared.
    public boolean isStrong() {
      return compareTo(DECLARED) < 0;
    }
  }
}
