package org.idiome.record.code;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.idiome.core.concept.Coded;
import org.idiome.core.concept.Prefixes;
import org.idiome.core.observation.Specimen;

/// What the codes of a specimen say of its cells: germline, tumour, plasma.
public final class SpecimenStates {
  private static final Map<String, Specimen.State> BY_CODE = load();

  private SpecimenStates() {}

  private static Map<String, Specimen.State> load() {
    var states = new HashMap<String, Specimen.State>();
    for (var row : CodeTables.table("specimens.tsv").rows()) {
      states.put(
          row.get("member") + " " + Prefixes.key(row.get("code")),
          Specimen.State.valueOf(row.get("state").toUpperCase(Locale.ROOT)));
    }
    return states;
  }

  /// The states that the members of a biosample name; more than one where they contradict.
  ///
  /// @param codes by the schema's name of the member, such as `materialSample`
  public static Set<Specimen.State> of(Map<String, Coded> codes) {
    var states = EnumSet.noneOf(Specimen.State.class);
    codes.forEach((member, code) -> {
      var state = BY_CODE.get(member + " " + code.key());
      if (state != null) {
        states.add(state);
      }
    });
    return states;
  }
}
