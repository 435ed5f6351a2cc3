package org.idiome.record.code;

import java.util.HashMap;
import java.util.Map;
import org.idiome.core.concept.Coded;
import org.idiome.core.concept.Prefixes;
import org.jspecify.annotations.Nullable;

/// Results that stay as they are for life, but for a transplant: two that differ are a
/// contradiction, not a course.
public final class LastingResults {
  private static final Map<String, String> BY_CODE = load();

  private LastingResults() {}

  private static Map<String, String> load() {
    var lasting = new HashMap<String, String>();
    for (var row : CodeTables.table("lasting.tsv").rows()) {
      lasting.put(Prefixes.key(row.get("code")), row.get("what"));
    }
    return lasting;
  }

  /// What a feature tells that stays, such as `abo_group`; null for any other feature.
  public static @Nullable String of(Coded feature) {
    return BY_CODE.get(feature.key());
  }
}
