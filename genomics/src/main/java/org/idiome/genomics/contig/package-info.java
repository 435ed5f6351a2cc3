/// Names and lengths of contigs, and the genome build they speak for.
///
/// - [Contigs] knows the sequences of GRCh37, GRCh38 and T2T-CHM13v2.0 by every name in use: `1` =
///   `chr1` = `NC_000001.11` = `CM000663.2`.
/// - [BuildDetector] collects [BuildEvidence] from a header and its records; its [BuildAnswer] is
///   known, unknown with the reason, or a contradiction. Nothing strong is *unknown*, never a
///   default.
/// - The `chrM` of UCSC hg19 is another sequence (NC_001807, 16,571 bases) than the `MT` of GRCh37
///   and GRCh38 and never takes its name.
@NullMarked
package org.idiome.genomics.contig;

import org.jspecify.annotations.NullMarked;
