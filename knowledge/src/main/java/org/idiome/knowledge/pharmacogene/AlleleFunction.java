package org.idiome.knowledge.pharmacogene;

import java.math.BigDecimal;
import org.idiome.core.source.CitedRow;
import org.jspecify.annotations.Nullable;

/// What one source says that an allele does.
///
/// @param source `CPIC` or `DPWG`
/// @param function in the source's words, such as `No function`
/// @param activityValue as the source writes it, or null where the gene is not scored or the allele
///   has no value
public record AlleleFunction(
    String source,
    String gene,
    String allele,
    String function,
    @Nullable BigDecimal activityValue,
    CitedRow row) {}
