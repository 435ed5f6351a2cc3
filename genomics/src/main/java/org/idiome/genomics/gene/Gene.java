package org.idiome.genomics.gene;

/// The gene of some transcripts.
///
/// @param id as published, without what only tells its kind (`gene:`, `gene-`)
/// @param name the symbol, or the id where none is given
public record Gene(String id, String name) {}
