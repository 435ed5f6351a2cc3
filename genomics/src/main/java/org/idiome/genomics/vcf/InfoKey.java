package org.idiome.genomics.vcf;

/// A key of INFO as a header defines it.
///
/// @param type `Integer`, `Float`, `Flag`, `Character` or `String`
/// @param isByAllele whether it has a value for each alternate, or for each allele
/// @param description in the words of the header; empty where it gives none
public record InfoKey(String key, String type, boolean isByAllele, String description) {}
