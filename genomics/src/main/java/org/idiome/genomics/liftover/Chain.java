package org.idiome.genomics.liftover;

/// One alignment of a chain file: blocks of a source contig in the order of one target contig.
///
/// @param number among the chains of its source contig
/// @param target name of the contig that it leads to
/// @param targetBases how many bases that has, as the chain says
/// @param isReversed whether the target's other strand is meant
record Chain(int number, String target, int targetBases, boolean isReversed) {}
