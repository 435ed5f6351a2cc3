package org.idiome.genomics.table;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Entries of one key of INFO that begin with their allele, as SpliceAI writes them
/// (`ALLELE|SYMBOL|DS_AG|…`, one for each alternate and gene).
final class AlleleEntries {
  private static final Pattern FORMAT = Pattern.compile("Format: ?ALLELE\\|");

  private AlleleEntries() {}

  /// Whether a description says that entries begin so.
  static boolean are(String description) {
    return FORMAT.matcher(description).find();
  }

  /// The entries of an alternate, as it is written; all where none names it.
  static String of(String entries, String alternate) {
    var own =
        Arrays.stream(entries.split(",", -1))
            .filter(entry -> entry.startsWith(alternate + "|"))
            .collect(Collectors.joining(","));
    return own.isEmpty() ? entries : own;
  }
}
