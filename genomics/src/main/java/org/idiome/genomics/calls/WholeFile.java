package org.idiome.genomics.calls;

import org.idiome.core.genome.GenomeBuild;

/// What a file said as a whole, for reading some of its records again.
///
/// @param build as it was detected
/// @param hasPhaseSets whether any call of the sample names a set by PS or PID
public record WholeFile(GenomeBuild build, boolean hasPhaseSets) {}
