package org.idiome.record.code;

import java.util.HashMap;
import java.util.Map;
import org.idiome.core.concept.Coded;
import org.idiome.core.quantity.Unit;

/// Units as ontologies code them.
public final class CodedUnits {
  private static final String UCUM_PREFIX = "UCUM:";
  private static final Map<String, String> UCUM_BY_CODE = load();

  private CodedUnits() {}

  private static Map<String, String> load() {
    var units = new HashMap<String, String>();
    for (var row : CodeTables.rows("units.tsv")) {
      units.put(row.get(0), row.get(1));
    }
    return units;
  }

  /// The unit of a code: `UCUM:mg/dL`, or a row of the table.
  public static Unit of(Coded code) {
    if (code.id().startsWith(UCUM_PREFIX)) {
      return Ucum.unit(code.id().substring(UCUM_PREFIX.length()));
    }
    var ucum = UCUM_BY_CODE.get(code.id());
    return ucum == null ? new Unit.NotUnderstood(code.label()) : Unit.ucum(ucum);
  }
}
