package org.idiome.record.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.idiome.core.observation.Quantity;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.Statement;
import org.idiome.core.quantity.Amount;
import org.idiome.core.source.SourceRow;
import org.jspecify.annotations.Nullable;

/// What several files say alike, once, with every row that says so.
///
/// The same content is the same concept, time, value, unit and specimen (displays aside); of a
/// statement also its author and details. A value that came with an interval, a method or a group
/// in one file and without in another is one value with it; where both have one and they differ,
/// both values stay. Within one file nothing is joined: two equal rows there are two observations,
/// and of two files the first row of the one is joined to the first of the other, and so on.
public final class Restated {
  private static final List<SourceRow> NOWHERE = List.of(new SourceRow(0, 0));

  private Restated() {}

  /// Statements, each once, in the order in which they were first said.
  public static List<Statement> statements(List<Statement> all) {
    var kept = new ArrayList<Statement>(all.size());
    var places = new HashMap<Statement, List<Integer>>();
    var seen = new HashMap<Statement, Map<Integer, Integer>>();
    for (var statement : all) {
      var said = at(statement, NOWHERE);
      var known = places.computeIfAbsent(said, _ -> new ArrayList<>(1));
      int file = statement.rows().getFirst().file();
      int nth = seen.computeIfAbsent(said, _ -> new HashMap<>(2)).merge(file, 1, Integer::sum);
      if (nth <= known.size()) {
        int place = known.get(nth - 1);
        kept.set(place, at(kept.get(place), joined(kept.get(place).rows(), statement.rows())));
      } else {
        known.add(kept.size());
        kept.add(statement);
      }
    }
    return kept;
  }

  private static Statement at(Statement statement, List<SourceRow> rows) {
    return new Statement(
        statement.layer(),
        statement.kind(),
        statement.concept(),
        statement.presence(),
        statement.when(),
        statement.qualifiers(),
        statement.specimen(),
        statement.author(),
        rows);
  }

  private static List<SourceRow> joined(List<SourceRow> one, List<SourceRow> two) {
    var rows = new ArrayList<>(one);
    rows.addAll(two);
    return rows;
  }

  /// Quantities of a layer, each once; the same columns where nothing was said twice.
  public static QuantityColumns quantities(QuantityColumns columns) {
    if (isOfOneFile(columns)) {
      return columns;
    }
    var builder = QuantityColumns.of(columns.layer());
    int kept = 0;
    for (int row = 0; row < columns.size(); ) {
      int end = row + 1;
      while (end < columns.size() && isOfOneTime(columns, row, end)) {
        end++;
      }
      for (var quantity : once(columns, row, end)) {
        builder.add(quantity);
        kept++;
      }
      row = end;
    }
    return kept == columns.size() ? columns : builder.build();
  }

  private static boolean isOfOneFile(QuantityColumns columns) {
    for (int row = 1; row < columns.size(); row++) {
      if (columns.row(row).file() != columns.row(0).file()) {
        return false;
      }
    }
    return true;
  }

  /// Rows of one feature, time and specimen lie together.
  private static boolean isOfOneTime(QuantityColumns columns, int one, int two) {
    return columns.feature(one).equals(columns.feature(two))
        && columns.when(one).equals(columns.when(two))
        && Objects.equals(columns.specimen(one), columns.specimen(two));
  }

  private static List<Quantity> once(QuantityColumns columns, int from, int end) {
    var kept = new ArrayList<Quantity>(end - from);
    var places = new HashMap<Amount, List<Integer>>();
    var seen = new HashMap<Amount, Map<Integer, Integer>>();
    for (int row = from; row < end; row++) {
      var quantity = columns.quantity(row);
      var known = places.computeIfAbsent(quantity.amount(), _ -> new ArrayList<>(1));
      int file = quantity.rows().getFirst().file();
      int nth =
          seen.computeIfAbsent(quantity.amount(), _ -> new HashMap<>(2))
              .merge(file, 1, Integer::sum);
      var both = nth <= known.size() ? both(kept.get(known.get(nth - 1)), quantity) : null;
      if (both != null) {
        kept.set(known.get(nth - 1), both);
      } else {
        known.add(kept.size());
        kept.add(quantity);
      }
    }
    return kept;
  }

  /// One value of two that agree as far as both say; null where they do not.
  private static @Nullable Quantity both(Quantity one, Quantity two) {
    if (differ(one.reference(), two.reference())
        || differ(one.group(), two.group())
        || differ(one.method(), two.method())) {
      return null;
    }
    return new Quantity(
        one.layer(),
        one.feature(),
        one.amount(),
        one.reference() == null ? two.reference() : one.reference(),
        one.when(),
        one.specimen(),
        one.group() == null ? two.group() : one.group(),
        one.method() == null ? two.method() : one.method(),
        joined(one.rows(), two.rows()));
  }

  private static boolean differ(@Nullable Object one, @Nullable Object two) {
    return one != null && two != null && !one.equals(two);
  }
}
