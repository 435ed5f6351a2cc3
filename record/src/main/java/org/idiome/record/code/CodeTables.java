package org.idiome.record.code;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.Prefixes;
import org.idiome.genomics.rule.RuleTable;

/// The tables of this package, which decide what a record turns into.
public final class CodeTables {
  private static final List<String> NAMES =
      List.of(
          "assemblies.tsv",
          "gene-dates.tsv",
          "lasting.tsv",
          "layers.tsv",
          "members.tsv",
          "plausible.tsv",
          "results.tsv",
          "specimens.tsv",
          "ucum.tsv",
          "units.tsv");

  private CodeTables() {}

  static RuleTable table(String name) {
    return RuleTable.beside(CodeTables.class, name);
  }

  /// The digest of each table under `record/NAME`, and of the prefixes of codes, for the software
  /// part of a run.
  public static SortedMap<String, Sha256> digests() {
    var digests = new TreeMap<String, Sha256>();
    for (var name : NAMES) {
      digests.put("record/" + name, table(name).digest());
    }
    digests.put("core/prefixes.tsv", Prefixes.digest());
    return Collections.unmodifiableSortedMap(digests);
  }
}
