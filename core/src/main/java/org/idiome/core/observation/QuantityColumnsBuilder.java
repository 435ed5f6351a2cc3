package org.idiome.core.observation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.idiome.core.concept.Coded;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// Gathers rows in any order and sorts them once. For one thread.
public final class QuantityColumnsBuilder {
  private static final Comparator<Unit> BY_CANONICAL_TEXT =
      Comparator.comparing(unit -> unit.toJson().pretty());

  private final Layer layer;
  private final QuantityTable table = new QuantityTable();

  QuantityColumnsBuilder(Layer layer) {
    this.layer = layer;
  }

  /// Adds a row; all but the magnitude are shared with rows that say the same.
  public QuantityColumnsBuilder add(
      Coded feature,
      Magnitude magnitude,
      Unit unit,
      @Nullable ReferenceInterval reference,
      When when,
      @Nullable String specimen,
      @Nullable String group,
      @Nullable String method,
      SourceRow row) {
    int i = table.size;
    table.addRow();
    table.feature[i] = table.featureOrdinal(feature);
    table.magnitude(i, magnitude);
    table.unit[i] = table.unitOrdinal(unit);
    table.reference(i, reference);
    table.when[i] = table.whenOrdinal(when);
    table.specimen[i] = table.textOrdinal(specimen);
    table.group[i] = table.textOrdinal(group);
    table.method[i] = table.textOrdinal(method);
    table.file[i] = row.file();
    table.locator[i] = row.locator();
    return this;
  }

  /// Adds an observation of this layer.
  public QuantityColumnsBuilder add(Quantity quantity) {
    if (quantity.layer() != layer) {
      throw new IllegalArgumentException(quantity.layer() + " is not " + layer);
    }
    add(
        quantity.feature(),
        quantity.amount().magnitude(),
        quantity.amount().unit(),
        quantity.reference(),
        quantity.when(),
        quantity.specimen(),
        quantity.group(),
        quantity.method(),
        quantity.rows().getFirst());
    if (quantity.rows().size() > 1) {
      table.several.put(table.size - 1, quantity.rows());
    }
    return this;
  }

  /// How many rows were added.
  public int size() {
    return table.size;
  }

  /// Forgets the rows that were added last, down to a size that it had before.
  public void shrinkTo(int size) {
    if (size < 0 || size > table.size) {
      throw new IllegalArgumentException(size + " of " + table.size + " rows");
    }
    table.shrinkTo(size);
  }

  /// The sorted columns; the builder may go on.
  public QuantityColumns build() {
    var order = order();
    var sorted = new QuantityTable();
    sorted.takeRows(table, order);
    var distinct = new ArrayList<Coded>();
    var firstRows = new int[table.features.size() + 1];
    for (int row = 0; row < sorted.size; row++) {
      if (row == 0 || sorted.feature[row] != sorted.feature[row - 1]) {
        firstRows[distinct.size()] = row;
        distinct.add(sorted.features.get(sorted.feature[row]));
      }
    }
    firstRows[distinct.size()] = sorted.size;
    return new QuantityColumns(
        layer, sorted, List.copyOf(distinct), Arrays.copyOf(firstRows, distinct.size() + 1));
  }

  /// The rows in order: feature and time by one sort of numbers, the rest only where those tie.
  private int[] order() {
    var features = ranks(table.features, Comparator.<Coded>naturalOrder());
    var whens = ranks(table.whens, When.DISPLAY_ORDER);
    int rows = table.size;
    long times = table.whens.size();
    if (rows > 0) {
      // Largest key: refuses sizes at which it would not fit a long.
      Math.multiplyExact(Math.multiplyExact(times, table.features.size()), (long) rows);
    }
    var keys = new long[rows];
    for (int row = 0; row < rows; row++) {
      keys[row] = (features[table.feature[row]] * times + whens[table.when[row]]) * rows + row;
    }
    Arrays.sort(keys);
    var order = new Integer[rows];
    for (int i = 0; i < rows; i++) {
      order[i] = (int) (keys[i] % rows);
    }
    var ties = tieOrder();
    for (int start = 0; start < rows; ) {
      int end = start + 1;
      while (end < rows && keys[end] / rows == keys[start] / rows) {
        end++;
      }
      if (end - start > 1) {
        Arrays.sort(order, start, end, ties);
      }
      start = end;
    }
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  /// The order of rows of one feature and time.
  private Comparator<Integer> tieOrder() {
    var texts = ranks(table.texts, Comparator.<String>naturalOrder());
    var units = ranks(table.units, BY_CANONICAL_TEXT);
    var referenceUnits = ranks(table.referenceUnits, BY_CANONICAL_TEXT);
    return Comparator.<Integer>comparingInt(row -> rank(texts, table.specimen[row]))
        .thenComparingInt(row -> rank(texts, table.method[row]))
        .thenComparingInt(row -> rank(texts, table.group[row]))
        .thenComparingInt(row -> units[table.unit[row]])
        .thenComparingInt(row -> table.kind[row])
        .thenComparingDouble(row -> table.value[row])
        .thenComparingInt(row -> rank(referenceUnits, table.referenceUnit[row]))
        .thenComparingDouble(row -> table.low[row])
        .thenComparingDouble(row -> table.high[row])
        .thenComparingInt(row -> table.file[row])
        .thenComparingLong(row -> table.locator[row]);
  }

  private static int rank(int[] ranks, int ordinal) {
    return ordinal == QuantityTable.NONE ? QuantityTable.NONE : ranks[ordinal];
  }

  private static <T> int[] ranks(List<T> values, Comparator<? super T> order) {
    var sorted =
        IntStream.range(0, values.size())
            .boxed()
            .sorted((a, b) -> order.compare(values.get(a), values.get(b)))
            .toList();
    var ranks = new int[values.size()];
    for (int rank = 0; rank < sorted.size(); rank++) {
      ranks[sorted.get(rank)] = rank;
    }
    return ranks;
  }
}
