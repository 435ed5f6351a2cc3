package org.idiome.knowledge.pharmacogene;

import org.idiome.core.source.CitedRow;

/// A position that may speak for another where that one was not observed.
///
/// The deciding position decides whenever it was observed, also against the proxy; the proxy is
/// used only where the deciding one is missing. Both uses are worth a remark.
///
/// @param allele what is told by the deciding position, or by its proxy
/// @param deciding index into [Pharmacogene#positions]
/// @param proxy index into [Pharmacogene#positions]
public record Proxy(String gene, String allele, int deciding, int proxy, CitedRow row) {}
