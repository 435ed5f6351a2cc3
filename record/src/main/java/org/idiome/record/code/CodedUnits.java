package org.idiome.record.code;

import java.util.HashMap;
import java.util.Map;
import org.idiome.core.concept.Coded;
import org.idiome.core.quantity.Unit;

/// Units as ontologies code them.
public final class CodedUnits {
  private static final String UCUM_PREFIX = "UCUM:";
  private static final String TEXT_PREFIX = "text:";
  private static final Map<String, String> UCUM_BY_CODE = load();

  private CodedUnits() {}

  private static Map<String, String> load() {
    var units = new HashMap<String, String>();
    for (var row : CodeTables.table("units.tsv").rows()) {
      units.put(row.get("code"), row.get("ucum"));
    }
    return units;
  }

  /// The unit of a code: `UCUM:mg/dL`, or a row of the table.
  public static Unit of(Coded code) {
    var key = code.key();
    if (key.startsWith(UCUM_PREFIX)) {
      return Ucum.unit(key.substring(UCUM_PREFIX.length()));
    }
    var ucum = UCUM_BY_CODE.get(key);
    return ucum == null ? new Unit.NotUnderstood(code.label()) : Unit.ucum(ucum);
  }

  /// The unit of a table's text: a UCUM code, or a customary spelling that the table has.
  public static Unit ofText(String text) {
    var plain = text.strip();
    var unit = Ucum.unit(plain);
    if (!(unit instanceof Unit.NotUnderstood)) {
      return unit;
    }
    // The micro sign and the Greek letter are both in use.
    var ascii = plain.replace('\u00b5', 'u').replace('\u03bc', 'u');
    if (Ucum.isPlausible(ascii)) {
      return Unit.ucum(ascii);
    }
    var ucum = UCUM_BY_CODE.get(TEXT_PREFIX + ascii);
    return ucum == null ? unit : Unit.ucum(ucum);
  }
}
