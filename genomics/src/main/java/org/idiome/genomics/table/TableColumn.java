package org.idiome.genomics.table;

/// A column of a table.
///
/// @param key as the source calls it
/// @param type `Integer`, `Float` or `String`, as VCF calls it
/// @param meaning in the words of the source; empty where it gives none
public record TableColumn(String key, String type, String meaning) {}
