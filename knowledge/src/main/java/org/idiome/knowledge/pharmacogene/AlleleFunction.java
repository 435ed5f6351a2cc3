package org.idiome.knowledge.pharmacogene;

import org.idiome.core.source.CitedRow;
import org.jspecify.annotations.Nullable;

/// What one source says that an allele does.
///
/// @param source `CPIC` or `DPWG`
/// @param function in the source's words, such as `No function`
/// @param activity or null where the source does not score the gene
public record AlleleFunction(
    String source,
    String gene,
    String allele,
    String function,
    @Nullable Activity activity,
    CitedRow row) {}
