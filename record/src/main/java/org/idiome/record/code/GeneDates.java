package org.idiome.record.code;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Gene names that a spreadsheet has turned into dates.
public final class GeneDates {
  private static final Pattern DAY_MONTH =
      Pattern.compile("(\\d{1,2})(?:-|\\. ?| )(\\p{L}{3,9})\\.?([- ]\\d{2,4})?");
  private static final Pattern MONTH_DAY = Pattern.compile("(\\p{L}{3,9})[- ](\\d{1,2})");
  private static final Pattern NUMERIC =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}");

  /// Months in English, German and French, as spreadsheets of those languages write them.
  private static final Map<String, String> MONTHS =
      months(
          "jan january januar janv",
          "feb february februar févr",
          "mar march mrz mär märz mars",
          "apr april avr avril",
          "may mai",
          "jun june juni juin",
          "jul july juli juil",
          "aug august août",
          "sep sept september",
          "oct october okt oktober octobre",
          "nov november novembre",
          "dec december dez dezember déc");

  private static final int LONGEST_CHARS = 16;
  private static final Map<String, String> SYMBOLS = load();

  private GeneDates() {}

  private static Map<String, String> load() {
    var symbols = new HashMap<String, String>();
    for (var row : CodeTables.table("gene-dates.tsv").rows()) {
      symbols.put(row.get("month"), row.get("symbols"));
    }
    return symbols;
  }

  private static Map<String, String> months(String... all) {
    var months = new HashMap<String, String>();
    for (var spellings : all) {
      for (var spelling : spellings.split(" ", -1)) {
        months.put(spelling, spellings.substring(0, 3));
      }
    }
    return months;
  }

  /// The names that a date may have been, empty where none is known; null where the text is no
  /// date.
  public static @Nullable String candidates(String text) {
    if (text.length() < 5 || text.length() > LONGEST_CHARS) {
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
    var name = MONTHS.get(month.toLowerCase(Locale.ROOT));
    if (name == null) {
      return null;
    }
    return SYMBOLS
        .getOrDefault(name, "")
        .replace("#", Integer.toString(Integer.parseInt(number)))
        .replace(" ", ", ");
  }
}
