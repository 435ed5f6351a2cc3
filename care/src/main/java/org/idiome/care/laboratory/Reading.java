package org.idiome.care.laboratory;

import java.util.List;
import java.util.stream.Stream;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Absence;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// One value of a series, with what it is compared by.
record Reading(
    When when,
    Magnitude magnitude,
    Unit unit,
    @Nullable ReferenceInterval reference,
    @Nullable String method,
    List<SourceRow> rows) {

  static Reading of(QuantityColumns columns, int row) {
    return new Reading(
        columns.when(row),
        columns.magnitude(row),
        columns.unit(row),
        columns.reference(row),
        columns.method(row),
        columns.rows(row));
  }

  /// A result in words: something was measured, and no number came of it.
  static Reading of(Statement words) {
    return new Reading(
        words.when(),
        new Magnitude.Missing(Absence.NOT_STATED),
        Unit.notStated(),
        null,
        null,
        words.rows());
  }

  /// Whether another row says the same.
  boolean isSame(Reading other) {
    return equals(other.cited(rows));
  }

  /// The same, said by further rows, too.
  Reading with(List<SourceRow> more) {
    return cited(Stream.concat(rows.stream(), more.stream()).toList());
  }

  private Reading cited(List<SourceRow> by) {
    return new Reading(when, magnitude, unit, reference, method, by);
  }

  Amount amount() {
    return new Amount(magnitude, unit);
  }

  boolean hasNumber() {
    return !(magnitude instanceof Magnitude.Missing);
  }

  boolean isCensored() {
    return magnitude instanceof Magnitude.Below || magnitude instanceof Magnitude.Above;
  }

  boolean isDated() {
    return !(when instanceof When.NotStated || when instanceof When.OnsetClass);
  }
}
