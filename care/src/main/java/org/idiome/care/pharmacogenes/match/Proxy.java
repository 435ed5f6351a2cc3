package org.idiome.care.pharmacogenes.match;

/// A position that speaks for an allele where the position that decides was not observed.
///
/// @param allele what is told
/// @param deciding position that decides wherever it was observed
/// @param proxy position that is asked otherwise
public record Proxy(int allele, int deciding, int proxy) {}
