package org.idiome.knowledge.laboratory;

import java.math.BigDecimal;
import java.util.List;
import org.idiome.core.source.CitedRow;
import org.jspecify.annotations.Nullable;

/// Something that is measured.
///
/// @param code of ours, lower case
/// @param name in British English
/// @param molarMass in g/mol, for conversion between mass and substance; null where it has none or
///   must not be converted
/// @param codes under which values of it come
public record Analyte(
    String code,
    String name,
    @Nullable BigDecimal molarMass,
    List<AnalyteCode> codes,
    CitedRow row) {
  /// Copies the list.
  public Analyte {
    codes = List.copyOf(codes);
  }
}
