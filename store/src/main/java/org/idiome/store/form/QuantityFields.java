package org.idiome.store.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Quantity;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.QuantityColumnsBuilder;
import org.idiome.core.presence.Absence;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// A quantity as the columns of a row: the same in the catalogue and in Parquet.
///
/// @param kind `exact`, `below`, `below_or_equal`, `above`, `above_or_equal`, or why there is no
///   number ([Absence#code])
/// @param value null where there is no number
/// @param unitKind `ucum`, `words` or `none`
/// @param unit the code or the words; empty for `none`
/// @param locator where the row stood in its file, see [SourceRow#locator]
/// @param more further locators of a value that was put together from several places, with spaces
///   between; null where there are none
public record QuantityFields(
    String feature,
    @Nullable String label,
    String kind,
    @Nullable Double value,
    String unitKind,
    String unit,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable String referenceUnitKind,
    @Nullable String referenceUnit,
    String time,
    @Nullable String specimen,
    @Nullable String grouped,
    @Nullable String method,
    long locator,
    @Nullable String more) {

  /// The names of the columns, in their order.
  public static final List<String> COLUMNS =
      List.of(
          "feature",
          "label",
          "kind",
          "value",
          "unit_kind",
          "unit",
          "low",
          "high",
          "reference_unit_kind",
          "reference_unit",
          "time",
          "specimen",
          "grouped",
          "method",
          "locator",
          "more");

  private static final String EXACT = "exact";
  private static final String BELOW = "below";
  private static final String BELOW_OR_EQUAL = "below_or_equal";
  private static final String ABOVE = "above";
  private static final String ABOVE_OR_EQUAL = "above_or_equal";
  private static final String UCUM = "ucum";
  private static final String WORDS = "words";
  private static final String NONE = "none";

  /// The columns of a row, all of whose places lie in one file.
  public static QuantityFields of(QuantityColumns columns, int row) {
    return of(columns, row, more(columns.rows(row)));
  }

  /// What a row says, wherever it stands: several files may say it.
  public static QuantityFields said(QuantityColumns columns, int row) {
    return of(columns, row, null);
  }

  private static QuantityFields of(QuantityColumns columns, int row, @Nullable String more) {
    var magnitude = columns.magnitude(row);
    var reference = columns.reference(row);
    var feature = columns.feature(row);
    return new QuantityFields(
        feature.id(),
        feature.display(),
        kind(magnitude),
        magnitude instanceof Magnitude.Missing ? null : columns.value(row),
        kind(columns.unit(row)),
        text(columns.unit(row)),
        reference == null ? null : reference.low(),
        reference == null ? null : reference.high(),
        reference == null ? null : kind(reference.unit()),
        reference == null ? null : text(reference.unit()),
        TimeText.of(columns.when(row)),
        columns.specimen(row),
        columns.group(row),
        columns.method(row),
        columns.row(row).locator(),
        more);
  }

  /// All rows of a value stand in one file: a segment has no other.
  private static @Nullable String more(List<SourceRow> rows) {
    if (rows.size() == 1) {
      return null;
    }
    var out = new StringBuilder();
    for (var row : rows.subList(1, rows.size())) {
      if (row.file() != rows.getFirst().file()) {
        throw new IllegalArgumentException("a value of two files: " + rows);
      }
      out.append(out.isEmpty() ? "" : " ").append(row.locator());
    }
    return out.toString();
  }

  private static String kind(Magnitude magnitude) {
    return switch (magnitude) {
      case Magnitude.Exact _ -> EXACT;
      case Magnitude.Below(_, var inclusive) -> inclusive ? BELOW_OR_EQUAL : BELOW;
      case Magnitude.Above(_, var inclusive) -> inclusive ? ABOVE_OR_EQUAL : ABOVE;
      case Magnitude.Missing(var why) -> why.code();
    };
  }

  private static String kind(Unit unit) {
    return switch (unit) {
      case Unit.Ucum _ -> UCUM;
      case Unit.NotUnderstood _ -> WORDS;
      case Unit.NotStated _ -> NONE;
    };
  }

  private static String text(Unit unit) {
    return unit instanceof Unit.NotStated ? "" : unit.text();
  }

  /// Reads rows back; texts of times that repeat are read once. For one thread.
  public static final class Reader {
    private final Map<String, When> times = new HashMap<>();
    private final Layer layer;
    private final LongFunction<SourceRow> rows;
    private final QuantityColumnsBuilder into;

    /// Reads rows of a layer.
    ///
    /// @param rows gives a locator its place in the sources that are read into
    /// @param into takes the rows
    public Reader(Layer layer, LongFunction<SourceRow> rows, QuantityColumnsBuilder into) {
      this.layer = layer;
      this.rows = rows;
      this.into = into;
    }

    /// What rows share that differ in feature, number and place alone.
    public record Shared(
        String kind,
        Unit unit,
        @Nullable ReferenceInterval reference,
        When when,
        @Nullable String specimen,
        @Nullable String grouped,
        @Nullable String method) {}

    /// What a row shares with others.
    public Shared shared(QuantityFields fields) {
      return new Shared(
          fields.kind(),
          unit(fields.unitKind(), fields.unit()),
          fields.reference(),
          times.computeIfAbsent(fields.time(), TimeText::read),
          fields.specimen(),
          fields.grouped(),
          fields.method());
    }

    /// Adds a row.
    public void add(QuantityFields fields) {
      var feature = new Coded(fields.feature(), fields.label());
      add(feature, shared(fields), fields.value(), fields.locator(), fields.more());
    }

    /// Adds a row.
    ///
    /// @param more see [QuantityFields#more]
    public void add(
        Coded feature, Shared shared, @Nullable Double value, long locator, @Nullable String more) {
      var magnitude = magnitude(shared.kind(), value);
      var row = rows.apply(locator);
      if (more != null) {
        into.add(
            new Quantity(
                layer,
                feature,
                new Amount(magnitude, shared.unit()),
                shared.reference(),
                shared.when(),
                shared.specimen(),
                shared.grouped(),
                shared.method(),
                all(row, more)));
        return;
      }
      into.add(
          feature,
          magnitude,
          shared.unit(),
          shared.reference(),
          shared.when(),
          shared.specimen(),
          shared.grouped(),
          shared.method(),
          row);
    }

    private List<SourceRow> all(SourceRow first, String more) {
      var all = new ArrayList<SourceRow>();
      all.add(first);
      for (var locator : more.split(" ", -1)) {
        all.add(rows.apply(Long.parseLong(locator)));
      }
      return all;
    }
  }

  private static Magnitude magnitude(String kind, @Nullable Double value) {
    return switch (kind) {
      case EXACT -> new Magnitude.Exact(number(kind, value));
      case BELOW -> new Magnitude.Below(number(kind, value), false);
      case BELOW_OR_EQUAL -> new Magnitude.Below(number(kind, value), true);
      case ABOVE -> new Magnitude.Above(number(kind, value), false);
      case ABOVE_OR_EQUAL -> new Magnitude.Above(number(kind, value), true);
      default -> new Magnitude.Missing(absence(kind));
    };
  }

  private static double number(String kind, @Nullable Double value) {
    if (value == null) {
      throw new IllegalArgumentException(kind + " without a number");
    }
    return value;
  }

  private static Absence absence(String code) {
    for (var absence : Absence.values()) {
      if (absence.code().equals(code)) {
        return absence;
      }
    }
    throw new IllegalArgumentException("no kind of quantity: " + code);
  }

  private static Unit unit(String kind, String text) {
    return switch (kind) {
      case UCUM -> new Unit.Ucum(text);
      case WORDS -> new Unit.NotUnderstood(text);
      case NONE -> Unit.notStated();
      default -> throw new IllegalArgumentException("no kind of unit: " + kind);
    };
  }

  private @Nullable ReferenceInterval reference() {
    return referenceUnitKind == null || referenceUnit == null
        ? null
        : new ReferenceInterval(low, high, unit(referenceUnitKind, referenceUnit));
  }
}
