package org.idiome.knowledge.source.variant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.idiome.genomics.rule.RuleTable;
import org.jspecify.annotations.Nullable;

/// The words of ClinVar: review status and their stars, by `clinvar-review.tsv`; classifications,
/// by `clinvar-classifications.tsv`.
///
/// A word is read with `_` for a blank and in any letter case: the VCF and the table write it in
/// different ways.
final class ClinVarWords {
  private static final Map<String, String> STARS = stars();
  private static final Set<String> CLASSIFICATIONS = classifications();

  private ClinVarWords() {}

  private static Map<String, String> stars() {
    var stars = new HashMap<String, String>();
    for (var row : RuleTable.beside(ClinVarWords.class, "clinvar-review.tsv").rows()) {
      stars.put(row.get("status"), row.get("stars"));
    }
    return stars;
  }

  private static Set<String> classifications() {
    var known = new HashSet<String>();
    for (var row : RuleTable.beside(ClinVarWords.class, "clinvar-classifications.tsv").rows()) {
      known.add(row.get("value"));
    }
    return known;
  }

  /// Stars of a review status, `0` to `4`; null where the status is not known.
  static @Nullable String stars(String review) {
    return STARS.get(plain(review));
  }

  static boolean isKnown(String classification) {
    return CLASSIFICATIONS.contains(plain(classification));
  }

  private static String plain(String text) {
    return text.replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  /// The single classifications of a value: apart at `|`, `;` and `/`, and at a comma unless it is
  /// that of a low penetrance. A value that is known as a whole stands whole.
  static List<String> parts(String value) {
    if (isKnown(value)) {
      return List.of(value);
    }
    var parts = new ArrayList<String>();
    int start = 0;
    for (int at = 0; at <= value.length(); at++) {
      if (at == value.length() || isBetween(value, at)) {
        add(parts, value.substring(start, at));
        start = at + 1;
      }
    }
    return parts;
  }

  private static void add(List<String> parts, String part) {
    int first = 0;
    while (first < part.length() && (part.charAt(first) == '_' || part.charAt(first) == ' ')) {
      first++;
    }
    if (first < part.length()) {
      parts.add(part.substring(first));
    }
  }

  private static boolean isBetween(String value, int at) {
    return switch (value.charAt(at)) {
      case '|', '/', ';' -> true;
      case ',' -> !plain(value.substring(at + 1)).strip().startsWith("low penetrance");
      default -> false;
    };
  }
}
