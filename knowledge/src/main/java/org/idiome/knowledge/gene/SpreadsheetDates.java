package org.idiome.knowledge.gene;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.idiome.genomics.rule.RuleTable;
import org.jspecify.annotations.Nullable;

/// Dates that spreadsheets make of symbols of genes (Ziemann et al. 2016,
/// doi:10.1186/s13059-016-1044-7), by `spreadsheet-dates.tsv`.
final class SpreadsheetDates {
  private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
  private static final Pattern DAY_FIRST =
      Pattern.compile("0?(\\d{1,2})-" + MONTH + "(?:-\\d{2,4})?");
  private static final Pattern MONTH_FIRST = Pattern.compile(MONTH + "-0?(\\d{1,2})(?:-\\d{2,4})?");

  private static final Map<String, List<String>> BY_DAY = load();

  private SpreadsheetDates() {}

  private static Map<String, List<String>> load() {
    var found = new HashMap<String, List<String>>();
    for (var row : RuleTable.beside(SpreadsheetDates.class, "spreadsheet-dates.tsv").rows()) {
      found.put(row.get("day"), List.of(row.get("symbols").split("\\|", -1)));
    }
    return found;
  }

  static boolean isDate(String text) {
    return day(text) != null;
  }

  /// The symbols that a date may have been: by the table, and of genes that bear the very text as a
  /// name (`Oct-4`).
  static List<String> symbols(String text, List<Bearer> bearers) {
    var symbols = new TreeSet<String>();
    bearers.forEach(bearer -> symbols.add(bearer.symbol()));
    var day = day(text);
    if (day != null) {
      symbols.addAll(BY_DAY.getOrDefault(day, List.of()));
    }
    return List.copyOf(symbols);
  }

  /// `mar-1` of `1-Mar`, `Mar-01` and `1-Mar-26`; null of what is no date.
  private static @Nullable String day(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    var dayFirst = DAY_FIRST.matcher(lower);
    if (dayFirst.matches()) {
      return joined(dayFirst, 2, 1);
    }
    var monthFirst = MONTH_FIRST.matcher(lower);
    return monthFirst.matches() ? joined(monthFirst, 1, 2) : null;
  }

  private static String joined(Matcher date, int month, int day) {
    return date.group(month) + "-" + date.group(day);
  }
}
