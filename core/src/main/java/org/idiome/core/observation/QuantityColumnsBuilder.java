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
    return add(
        quantity.feature(),
        quantity.amount().magnitude(),
        quantity.amount().unit(),
        quantity.reference(),
        quantity.when(),
        quantity.specimen(),
        quantity.group(),
        quantity.method(),
        quantity.rows().getFirst());
  }

  /// How many rows were added.
  public int size() {
    return table.size;
  }

  /// The sorted columns; the builder may go on.
  public QuantityColumns build() {
    var features = ranks(table.features, Comparator.<Coded>naturalOrder());
    var whens = ranks(table.whens, When.DISPLAY_ORDER);
    var texts = ranks(table.texts, Comparator.<String>naturalOrder());
    var order =
        IntStream.range(0, table.size)
            .boxed()
            .sorted((a, b) -> compare(a, b, features, whens, texts))
            .mapToInt(Integer::intValue)
            .toArray();
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

  private int compare(int a, int b, int[] features, int[] whens, int[] texts) {
    int by = Integer.compare(features[table.feature[a]], features[table.feature[b]]);
    if (by == 0) {
      by = Integer.compare(whens[table.when[a]], whens[table.when[b]]);
    }
    if (by == 0) {
      by = Integer.compare(rank(texts, table.specimen[a]), rank(texts, table.specimen[b]));
    }
    if (by == 0) {
      by = Integer.compare(table.file[a], table.file[b]);
    }
    return by != 0 ? by : Long.compare(table.locator[a], table.locator[b]);
  }

  private static int rank(int[] ranks, int ordinal) {
    return ordinal < 0 ? -1 : ranks[ordinal];
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
