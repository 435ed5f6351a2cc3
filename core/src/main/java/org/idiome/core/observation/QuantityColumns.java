package org.idiome.core.observation;

import java.util.List;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.Coded;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// The quantities of one layer as columns: what [Quantity] says, a row each, without an object
/// each.
///
/// Rows are sorted by feature (its code), time ([When#DISPLAY_ORDER]), specimen, then by all else
/// that they say, and last by source row: so the rows of one feature lie together ([#firstRow],
/// [#endRow]), and their order and hash depend on what they say, not on where it stood. Immutable;
/// safe for any number of threads.
public final class QuantityColumns {
  private final QuantityTable table;
  private final Layer layer;
  private final List<Coded> features;
  private final int[] firstRows;

  QuantityColumns(Layer layer, QuantityTable sorted, List<Coded> features, int[] firstRows) {
    this.layer = layer;
    this.table = sorted;
    this.features = features;
    this.firstRows = firstRows;
  }

  /// Starts gathering the quantities of a layer.
  public static QuantityColumnsBuilder of(Layer layer) {
    return new QuantityColumnsBuilder(layer);
  }

  /// The layer.
  public Layer layer() {
    return layer;
  }

  /// How many rows.
  public int size() {
    return table.size;
  }

  /// The distinct features, sorted by code.
  public List<Coded> features() {
    return features;
  }

  /// The first row of a feature, by its place in [#features].
  public int firstRow(int feature) {
    return firstRows[feature];
  }

  /// The row after the last of a feature, by its place in [#features].
  public int endRow(int feature) {
    return firstRows[feature + 1];
  }

  /// The feature of a row.
  public Coded feature(int row) {
    return table.features.get(table.feature[row]);
  }

  /// When a row was measured.
  public When when(int row) {
    return table.whens.get(table.when[row]);
  }

  /// The unit of a row.
  public Unit unit(int row) {
    return table.units.get(table.unit[row]);
  }

  /// The specimen of a row, or null.
  public @Nullable String specimen(int row) {
    return table.text(table.specimen[row]);
  }

  /// The group of a row, or null.
  public @Nullable String group(int row) {
    return table.text(table.group[row]);
  }

  /// The method of a row, or null.
  public @Nullable String method(int row) {
    return table.text(table.method[row]);
  }

  /// Whether a row holds an exact number.
  public boolean isExact(int row) {
    return table.kind[row] == QuantityTable.EXACT;
  }

  /// The number of a row, or the limit of a censored one.
  ///
  /// @throws IllegalStateException where the row holds an absence
  public double value(int row) {
    if (table.kind[row] >= QuantityTable.FIRST_ABSENCE) {
      throw new IllegalStateException("row " + row + " has no number");
    }
    return table.value[row];
  }

  /// How much a row says.
  public Magnitude magnitude(int row) {
    return table.magnitude(row);
  }

  /// The reference interval that came with a row, or null.
  public @Nullable ReferenceInterval reference(int row) {
    return table.reference(row);
  }

  /// Where a row was read; of several places the first.
  public SourceRow row(int row) {
    return new SourceRow(table.file[row], table.locator[row]);
  }

  /// Everywhere a row was read.
  public List<SourceRow> rows(int row) {
    return table.sourceRows(row);
  }

  /// A row as an observation.
  public Quantity quantity(int row) {
    return new Quantity(
        layer,
        feature(row),
        new Amount(magnitude(row), unit(row)),
        reference(row),
        when(row),
        specimen(row),
        group(row),
        method(row),
        rows(row));
  }

  /// Adds what the rows say, in their order and without where they stood, to a running hash.
  public void digestInto(Digester digester) {
    digester.text(layer.code()).integer(size());
    table.digestInto(digester);
  }

  /// The hash of what the rows say.
  public Sha256 digest() {
    var digester = new Digester();
    digestInto(digester);
    return digester.end();
  }
}
