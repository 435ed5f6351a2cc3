package org.idiome.genomics.rule;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Sha256;

/// Every rule table of this module, for the software part of a run.
public final class RuleTables {
  private static final List<String> PATHS =
      List.of(
          "annotate/given-terms.tsv",
          "callability/callability-rules.tsv",
          "consequence/genetic-codes.tsv",
          "consequence/limits.tsv",
          "consequence/splice-zones.tsv",
          "consequence/terms.tsv",
          "contig/assembly-names.tsv",
          "contig/other-contigs.tsv",
          "contig/primary-contigs.tsv",
          "contig/pseudoautosomal-regions.tsv",
          "identity/panel.tsv",
          "identity/sample-rules.tsv",
          "table/score-columns.tsv",
          "vcf/reserved-keys.tsv");

  /// Read once: they are part of the release.
  private static final SortedMap<String, Sha256> DIGESTS = read();

  private RuleTables() {}

  /// Digests by `genomics/<package>/<table>`.
  public static SortedMap<String, Sha256> digests() {
    return DIGESTS;
  }

  private static SortedMap<String, Sha256> read() {
    var digests = new TreeMap<String, Sha256>();
    for (var path : PATHS) {
      var table = RuleTable.beside(RuleTables.class, "/org/idiome/genomics/" + path);
      digests.put("genomics/" + path, table.digest());
    }
    return Collections.unmodifiableSortedMap(digests);
  }
}
