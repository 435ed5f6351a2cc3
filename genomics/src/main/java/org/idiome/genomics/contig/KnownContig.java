package org.idiome.genomics.contig;

import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.jspecify.annotations.Nullable;

/// A sequence of a build with what is known of it; null where it is not known here.
///
/// @param contig under the assembly's own name
/// @param refget accession, `SQ.` and sha512t24u of the upper-case sequence
/// @param isPrimary whether it is one of 1 to 22, X, Y and MT
public record KnownContig(
    GenomeBuild build,
    Contig contig,
    @Nullable String ucsc,
    @Nullable String refseq,
    @Nullable String genbank,
    int lengthBases,
    @Nullable String refget,
    @Nullable String md5,
    boolean isPrimary) {}
