package org.idiome.genomics.callability;

import org.idiome.core.genome.Callability;

/// Neighbouring bases of a contig with one state for one reason.
///
/// @param contig name as written in the file
/// @param reason in the terms of the file; ranges where neighbours were merged
public record CallabilityInterval(
    String contig, int start0, int end0, Callability state, String reason) {}
