package org.idiome.store.form;

import java.time.DateTimeException;
import java.util.regex.Pattern;
import org.idiome.core.concept.Coded;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// A time as one text and back, whole.
///
/// As [When#text] writes it: ISO 8601, `33w2d`, `day 186`, `not stated`, two joined by `/`. A class
/// of onset is `onset CODE`, with its display behind a tab where it has one; a backslash stands
/// before a tab, a slash or a backslash within those two.
public final class TimeText {
  private static final Pattern GESTATION = Pattern.compile("(\\d{1,2})w(?:(\\d)d)?");
  private static final String STUDY_DAY = "day ";
  private static final String ONSET = "onset ";
  private static final String NOT_STATED = When.notStated().text();

  private TimeText() {}

  /// The text of a time.
  public static String of(When when) {
    return switch (when) {
      case When.OnsetClass(Coded onset) ->
          ONSET
              + escaped(onset.id())
              + (onset.display() == null ? "" : "\t" + escaped(onset.display()));
      case When.Interval(var start, var end) ->
          (start == null ? "" : of(start)) + "/" + (end == null ? "" : of(end));
      case When.Moment _,
          When.LocalMoment _,
          When.Day _,
          When.Month _,
          When.Year _,
          When.Age _,
          When.GestationalAge _,
          When.StudyDay _,
          When.NotStated _ ->
          when.text();
    };
  }

  /// The time of a text.
  ///
  /// @throws DateTimeException where it is none
  public static When read(String text) {
    int slash = bare(text, '/');
    if (slash >= 0) {
      return new When.Interval(part(text.substring(0, slash)), part(text.substring(slash + 1)));
    }
    if (text.startsWith(ONSET)) {
      int tab = bare(text, '\t');
      var id = text.substring(ONSET.length(), tab < 0 ? text.length() : tab);
      return new When.OnsetClass(
          new Coded(plain(id), tab < 0 ? null : plain(text.substring(tab + 1))));
    }
    if (text.startsWith(STUDY_DAY)) {
      try {
        return new When.StudyDay(Integer.parseInt(text.substring(STUDY_DAY.length())));
      } catch (NumberFormatException e) {
        throw new DateTimeException("not a study day: " + text, e);
      }
    }
    var gestation = GESTATION.matcher(text);
    if (gestation.matches()) {
      var days = gestation.group(2);
      return new When.GestationalAge(
          Integer.parseInt(gestation.group(1)), days == null ? null : Integer.valueOf(days));
    }
    return text.equals(NOT_STATED) ? When.notStated() : When.parse(text);
  }

  private static @Nullable When part(String text) {
    return text.isEmpty() ? null : read(text);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\t", "\\\t").replace("/", "\\/");
  }

  private static String plain(String text) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      }
      out.append(text.charAt(i));
    }
    return out.toString();
  }

  /// Where a character first stands with no backslash before it, or -1.
  private static int bare(String text, char wanted) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == wanted) {
        return i;
      }
    }
    return -1;
  }
}
