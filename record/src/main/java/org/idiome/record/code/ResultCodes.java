package org.idiome.record.code;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.idiome.core.concept.Coded;
import org.idiome.core.presence.Absence;
import org.idiome.core.presence.Presence;
import org.jspecify.annotations.Nullable;

/// What a categorical result says of the thing that the assay looks for.
public final class ResultCodes {
  private static final String TEXT_PREFIX = "text:";
  private static final Map<String, Presence> BY_CODE = load();

  private ResultCodes() {}

  private static Map<String, Presence> load() {
    var presences = new HashMap<String, Presence>();
    for (var row : CodeTables.table("results.tsv").rows()) {
      presences.put(row.get("code"), presence(row.get("presence")));
    }
    return presences;
  }

  private static Presence presence(String code) {
    for (Presence presence : Presence.Looked.values()) {
      if (presence.code().equals(code)) {
        return presence;
      }
    }
    return Absence.valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// Whether the thing is there, by the code of the result; null where the code says something
  /// else, such as a blood group.
  public static @Nullable Presence of(Coded result) {
    return BY_CODE.get(result.key());
  }

  /// The same for a result that a table gives as a word, in any case.
  public static @Nullable Presence ofText(String result) {
    return BY_CODE.get(TEXT_PREFIX + result.strip().toLowerCase(Locale.ROOT));
  }
}
