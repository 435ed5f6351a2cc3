package org.idiome.record.code;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.idiome.core.genome.GenomeBuild;

/// The names under which assemblies are claimed.
public final class Assemblies {
  private static final Map<String, GenomeBuild> BY_NAME = load();

  private Assemblies() {}

  private static Map<String, GenomeBuild> load() {
    var builds = new HashMap<String, GenomeBuild>();
    for (var row : CodeTables.table("assemblies.tsv").rows()) {
      builds.put(row.get("name"), GenomeBuild.valueOf(row.get("build")));
    }
    return builds;
  }

  /// The assembly of a name in any case, patch releases included; UNKNOWN where no row has it.
  public static GenomeBuild of(String name) {
    var lower = name.strip().toLowerCase(Locale.ROOT);
    int patch = lower.lastIndexOf(".p");
    var whole = patch > 0 ? lower.substring(0, patch) : lower;
    return BY_NAME.getOrDefault(whole, GenomeBuild.UNKNOWN);
  }
}
