package org.idiome.core.observation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.idiome.core.concept.Coded;
import org.idiome.core.time.When;

/// One feature of a layer, with the rows of every spelling of its code that the columns have:
/// `LOINC:718-7`, `loinc:718-7` and `http://loinc.org|718-7` are one.
///
/// The record keeps codes as they were given; whoever follows a feature does so by this.
public final class SpelledFeature {
  private final QuantityColumns columns;
  private final List<Integer> spellings;

  /// All rows in order of time; empty where there is one spelling, whose rows lie in order.
  private final int[] sorted;

  private SpelledFeature(QuantityColumns columns, List<Integer> spellings) {
    this.columns = columns;
    this.spellings = spellings;
    this.sorted = spellings.size() == 1 ? new int[0] : sorted(columns, spellings);
  }

  /// The features of a layer, in the order of the first spelling of each.
  public static List<SpelledFeature> of(QuantityColumns columns) {
    var byKey = new LinkedHashMap<String, List<Integer>>();
    for (int feature = 0; feature < columns.features().size(); feature++) {
      var key = columns.features().get(feature).key();
      byKey.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(feature);
    }
    return byKey.values().stream().map(one -> new SpelledFeature(columns, one)).toList();
  }

  private static int[] sorted(QuantityColumns columns, List<Integer> spellings) {
    return spellings.stream()
        .flatMapToInt(one -> IntStream.range(columns.firstRow(one), columns.endRow(one)))
        .boxed()
        .sorted(
            Comparator.comparing(columns::when, When.DISPLAY_ORDER)
                .thenComparing(columns::specimen, Comparator.nullsFirst(Comparator.naturalOrder())))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// The code by which it is compared.
  public String key() {
    return columns.features().get(spellings.getFirst()).key();
  }

  /// The spelling by which it is told: that of the tables where one is it, else the first.
  public Coded told() {
    return codes().stream()
        .filter(code -> code.id().equals(code.key()))
        .findFirst()
        .orElse(codes().getFirst());
  }

  /// Its spellings, sorted.
  public List<Coded> codes() {
    return spellings.stream().map(columns.features()::get).toList();
  }

  /// Whether it has more than one spelling.
  public boolean isSeveral() {
    return spellings.size() > 1;
  }

  /// How many rows.
  public int size() {
    int one = spellings.getFirst();
    return isSeveral() ? sorted.length : columns.endRow(one) - columns.firstRow(one);
  }

  /// A row of the columns, in order of time and specimen.
  ///
  /// @param at from 0
  public int row(int at) {
    return isSeveral() ? sorted[at] : columns.firstRow(spellings.getFirst()) + at;
  }
}
