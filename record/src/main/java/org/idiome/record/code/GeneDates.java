package org.idiome.record.code;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Gene names that a spreadsheet has turned into dates.
public final class GeneDates {
  private static final Pattern DAY_MONTH = Pattern.compile("(\\d{1,2})-([A-Za-z]{3})(-\\d{2,4})?");
  private static final Pattern MONTH_DAY = Pattern.compile("([A-Za-z]{3})-(\\d{1,2})");
  private static final Pattern NUMERIC =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}");
  private static final String MONTHS = " jan feb mar apr may jun jul aug sep oct nov dec ";
  private static final Map<String, String> SYMBOLS = load();

  private GeneDates() {}

  private static Map<String, String> load() {
    var symbols = new HashMap<String, String>();
    for (var row : CodeTables.table("gene-dates.tsv").rows()) {
      symbols.put(row.get("month"), row.get("symbols"));
    }
    return symbols;
  }

  /// The names that a date may have been, empty where none is known; null where the text is no
  /// date.
  public static @Nullable String candidates(String text) {
    if (text.length() < 5 || text.length() > 11) {
      return null;
    }
    var dayFirst = DAY_MONTH.matcher(text);
    if (dayFirst.matches()) {
      return candidates(dayFirst.group(2), dayFirst.group(1));
    }
    var monthFirst = MONTH_DAY.matcher(text);
    if (monthFirst.matches()) {
      return candidates(monthFirst.group(1), monthFirst.group(2));
    }
    return NUMERIC.matcher(text).matches() ? "" : null;
  }

  private static @Nullable String candidates(String month, String number) {
    var name = month.toLowerCase(Locale.ROOT);
    if (!MONTHS.contains(" " + name + " ")) {
      return null;
    }
    return SYMBOLS
        .getOrDefault(name, "")
        .replace("#", Integer.toString(Integer.parseInt(number)))
        .replace(" ", ", ");
  }
}
