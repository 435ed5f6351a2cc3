package org.idiome.record.export;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.idiome.core.canonical.Numbers;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;
import org.idiome.core.time.When;
import org.idiome.record.kept.KeptPerson;
import org.idiome.store.dense.OpenTable;
import org.jspecify.annotations.Nullable;

/// Every quantity with everything that is kept of it, as one table for whoever reads on.
final class TableWriter {
  static final String ALL =
      "layer\tfeature\tlabel\tstate\tvalue\tunit\treference_low\treference_high\treference_unit"
          + "\ttime\tspecimen\tgroup\tmethod\tfile\tplace\n";

  /// The columns of the same as Parquet.
  private static final String PARQUET =
      "layer VARCHAR, feature VARCHAR, label VARCHAR, state VARCHAR, value DOUBLE, unit VARCHAR,"
          + " reference_low DOUBLE, reference_high DOUBLE, reference_unit VARCHAR, time VARCHAR,"
          + " specimen VARCHAR, \"group\" VARCHAR, method VARCHAR, file VARCHAR, place VARCHAR";

  private TableWriter() {}

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
            reference == null ? null : unit(reference.unit()),
            columns.when(row).text(),
            columns.specimen(row),
            columns.group(row),
            columns.method(row),
            person.sources().name(at.file()),
            person.sources().locator(at).text());
      }
    }
  }

  /// The same as Parquet, where numbers are numbers and what is not there is null.
  static void parquet(KeptPerson person, Path folder, String name) {
    try (var table = new OpenTable(folder, PARQUET)) {
      for (var columns : person.quantities().values()) {
        for (int row = 0; row < columns.size(); row++) {
          var at = columns.row(row);
          var reference = columns.reference(row);
          table.row(
              columns.layer().code(),
              columns.feature(row).id(),
              columns.feature(row).display(),
              state(columns.magnitude(row)),
              columns.magnitude(row) instanceof Magnitude.Missing ? null : columns.value(row),
              stated(columns.unit(row)),
              reference == null ? null : reference.low(),
              reference == null ? null : reference.high(),
              reference == null ? null : stated(reference.unit()),
              columns.when(row) instanceof When.NotStated ? null : columns.when(row).text(),
              columns.specimen(row),
              columns.group(row),
              columns.method(row),
              person.sources().name(at.file()),
              person.sources().locator(at).text());
        }
      }
      table.writeTo(name);
    }
  }

  private static @Nullable String stated(Unit unit) {
    return unit instanceof Unit.NotStated ? null : unit.text();
  }

  static @Nullable String bound(@Nullable Double bound) {
    return bound == null ? null : Numbers.text(bound);
  }

  static String state(Magnitude magnitude) {
    return switch (magnitude) {
      case Magnitude.Exact _ -> "measured";
      case Magnitude.Below(var _, var inclusive) -> inclusive ? "at_or_below" : "below";
      case Magnitude.Above(var _, var inclusive) -> inclusive ? "at_or_above" : "above";
      case Magnitude.Missing(var why) -> why.code();
    };
  }

  static String number(Magnitude magnitude) {
    return switch (magnitude) {
      case Magnitude.Exact(var value) -> Numbers.text(value);
      case Magnitude.Below(var limit, var _) -> Numbers.text(limit);
      case Magnitude.Above(var limit, var _) -> Numbers.text(limit);
      case Magnitude.Missing _ -> "";
    };
  }

  static String unit(Unit unit) {
    return unit instanceof Unit.NotStated ? "" : unit.text();
  }

  /// Tabs and line ends within a cell become spaces; what is not there is empty.
  static void line(PrintWriter out, @Nullable String... cells) {
    var separator = "";
    for (var cell : cells) {
      out.print(separator);
      if (cell != null) {
        out.print(cell.replace('\t', ' ').replace('\r', ' ').replace('\n', ' '));
      }
      separator = "\t";
    }
    out.print('\n');
  }
}
