package org.idiome.record.export;

import java.io.PrintWriter;
import java.util.List;
import org.idiome.core.canonical.Json;
import org.idiome.core.canonical.Numbers;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;
import org.idiome.core.time.When;
import org.idiome.record.kept.KeptPerson;
import org.jspecify.annotations.Nullable;

/// Quantities as tables: one with all columns, and long ones that are read again.
final class TableWriter {
  static final String ALL =
      "layer\tfeature\tlabel\tstate\tvalue\tunit\treference_low\treference_high\ttime\tspecimen"
          + "\tgroup\tmethod\tfile\tplace\n";
  private static final String LONG = "time\tcode\tname\tvalue\tunit\tlow\thigh\tspecimen\n";

  /// Which times one long table can hold.
  enum Times {
    /// Days, months and years.
    DATE("date"),
    /// Moments.
    INSTANT("instant"),
    /// Days of a study.
    STUDY_DAY("study_day");

    private final String unit;

    Times(String unit) {
      this.unit = unit;
    }

    private boolean holds(When when) {
      return switch (this) {
        case DATE ->
            when instanceof When.Day || when instanceof When.Month || when instanceof When.Year;
        case INSTANT -> when instanceof When.Moment;
        case STUDY_DAY -> when instanceof When.StudyDay;
      };
    }
  }

  private TableWriter() {}

  /// Every quantity with everything that is kept of it.
  static void all(KeptPerson person, PrintWriter out) {
    out.print(ALL);
    for (var columns : person.quantities().values()) {
      for (int row = 0; row < columns.size(); row++) {
        var at = columns.row(row);
        var reference = columns.reference(row);
        line(
            out,
            columns.layer().code(),
            columns.feature(row).id(),
            columns.feature(row).display(),
            state(columns.magnitude(row)),
            number(columns.magnitude(row)),
            unit(columns.unit(row)),
            reference == null ? null : bound(reference.low()),
            reference == null ? null : bound(reference.high()),
            columns.when(row).text(),
            columns.specimen(row),
            columns.group(row),
            columns.method(row),
            person.sources().name(at.file()),
            person.sources().locator(at).text());
      }
    }
  }

  private static @Nullable String bound(@Nullable Double bound) {
    return bound == null ? null : Numbers.text(bound);
  }

  /// Whether a long table of a layer would have a row.
  static boolean hasRows(QuantityColumns columns, Times times) {
    for (int row = 0; row < columns.size(); row++) {
      if (isHeld(columns, row, times)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHeld(QuantityColumns columns, int row, Times times) {
    return times.holds(columns.when(row))
        && !(columns.magnitude(row) instanceof Magnitude.Missing)
        && columns.group(row) == null;
  }

  /// The quantities of a layer that a long table can hold.
  static void longTable(QuantityColumns columns, Times times, PrintWriter out) {
    out.print(LONG);
    for (int row = 0; row < columns.size(); row++) {
      if (!isHeld(columns, row, times)) {
        continue;
      }
      var reference = columns.reference(row);
      var when = columns.when(row);
      line(
          out,
          when instanceof When.StudyDay(var day) ? Integer.toString(day) : when.text(),
          columns.feature(row).id(),
          columns.feature(row).display(),
          sign(columns.magnitude(row)) + number(columns.magnitude(row)),
          unit(columns.unit(row)),
          reference == null ? null : bound(reference.low()),
          reference == null ? null : bound(reference.high()),
          columns.specimen(row));
    }
  }

  /// How a packet describes such a table.
  static Json described(Layer layer, Times times, String name) {
    var attributes =
        Json.object()
            .put("fileFormat", "TSV")
            .put("layer", layer.code())
            .put("shape", "long")
            .put("feature", "code")
            .put("featureName", "name")
            .put("value", "value")
            .put("unit", "unit")
            .put("time", "time")
            .put("timeUnit", times.unit)
            .put("referenceLow", "low")
            .put("referenceHigh", "high")
            .put("specimen", "specimen")
            .end();
    return Json.object().put("uri", name).put("fileAttributes", attributes).end();
  }

  private static String state(Magnitude magnitude) {
    return switch (magnitude) {
      case Magnitude.Exact _ -> "measured";
      case Magnitude.Below(var _, var inclusive) -> inclusive ? "at_or_below" : "below";
      case Magnitude.Above(var _, var inclusive) -> inclusive ? "at_or_above" : "above";
      case Magnitude.Missing(var why) -> why.code();
    };
  }

  private static String sign(Magnitude magnitude) {
    return switch (magnitude) {
      case Magnitude.Exact _, Magnitude.Missing _ -> "";
      case Magnitude.Below(var _, var inclusive) -> inclusive ? "<=" : "<";
      case Magnitude.Above(var _, var inclusive) -> inclusive ? ">=" : ">";
    };
  }

  private static String number(Magnitude magnitude) {
    return switch (magnitude) {
      case Magnitude.Exact(var value) -> Numbers.text(value);
      case Magnitude.Below(var limit, var _) -> Numbers.text(limit);
      case Magnitude.Above(var limit, var _) -> Numbers.text(limit);
      case Magnitude.Missing _ -> "";
    };
  }

  private static String unit(Unit unit) {
    return unit instanceof Unit.NotStated ? "" : unit.text();
  }

  /// Tabs and line ends within a cell become spaces; what is not there is empty.
  static void line(PrintWriter out, @Nullable String... cells) {
    var separator = "";
    for (var cell : cells) {
      out.print(separator);
      out.print(cell == null ? "" : cell.replaceAll("[\\t\\r\\n]", " "));
      separator = "\t";
    }
    out.print('\n');
  }

  /// The names of these tables.
  static List<Times> times() {
    return List.of(Times.values());
  }
}
