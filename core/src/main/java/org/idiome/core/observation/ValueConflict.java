package org.idiome.core.observation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// Two values of one feature, however its code is spelled, at one time in one specimen that two
/// files say and that differ: one file may be the other, corrected, or both may be right.
///
/// Of a value without a time, in another unit or by another method nothing is said, nor of two that
/// any file says both.
///
/// @param row of the columns
/// @param other row of the columns, which a file says that came before
public record ValueConflict(int row, int other) {
  /// Of more values at one time nobody can say which belong together.
  private static final int MOST_OF_ONE_TIME = 64;

  /// All of them, in the order of the rows; each row with the first that it contradicts.
  ///
  /// @param columns in which what files say alike stands once
  public static List<ValueConflict> of(QuantityColumns columns) {
    var found = new ArrayList<ValueConflict>();
    for (var feature : SpelledFeature.of(columns)) {
      for (int at = 0; at < feature.size(); ) {
        int end = at + 1;
        while (end < feature.size() && isOfOneTime(columns, feature.row(at), feature.row(end))) {
          end++;
        }
        if (end - at > 1
            && end - at <= MOST_OF_ONE_TIME
            && isTimed(columns.when(feature.row(at)))) {
          within(columns, IntStream.range(at, end).map(feature::row).toArray(), found);
        }
        at = end;
      }
    }
    return found;
  }

  private static boolean isOfOneTime(QuantityColumns columns, int one, int two) {
    return columns.when(one).equals(columns.when(two))
        && Objects.equals(columns.specimen(one), columns.specimen(two));
  }

  private static boolean isTimed(When when) {
    return !(when instanceof When.NotStated || when instanceof When.OnsetClass);
  }

  private static void within(QuantityColumns columns, int[] rows, List<ValueConflict> found) {
    for (int row : rows) {
      for (int other : rows) {
        if (contradict(columns, row, other)
            && Collections.disjoint(files(columns, rows, row), files(columns, rows, other))) {
          found.add(new ValueConflict(row, other));
          break;
        }
      }
    }
  }

  private static boolean contradict(QuantityColumns columns, int row, int other) {
    var first = columns.magnitude(row);
    var second = columns.magnitude(other);
    return firstFile(columns, other) < firstFile(columns, row)
        && !first.equals(second)
        && !(first instanceof Magnitude.Missing || second instanceof Magnitude.Missing)
        && columns.unit(row).equals(columns.unit(other))
        && isOfOneMethod(columns.method(row), columns.method(other));
  }

  /// The files that say what a row says, be it with another spelling of the code.
  private static Set<Integer> files(QuantityColumns columns, int[] rows, int row) {
    var files = new HashSet<Integer>();
    for (int one : rows) {
      if (one == row
          || (columns.magnitude(one).equals(columns.magnitude(row))
              && columns.unit(one).equals(columns.unit(row))
              && Objects.equals(columns.method(one), columns.method(row)))) {
        files.addAll(files(columns, one));
      }
    }
    return files;
  }

  private static boolean isOfOneMethod(@Nullable String one, @Nullable String two) {
    return one == null || two == null || one.equals(two);
  }

  private static int firstFile(QuantityColumns columns, int row) {
    return Collections.min(files(columns, row));
  }

  private static List<Integer> files(QuantityColumns columns, int row) {
    return columns.rows(row).stream().map(SourceRow::file).toList();
  }
}
