package org.idiome.core.observation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// Two values of one feature at one time in one specimen that two files say and that differ: one
/// file may be the other, corrected, or both may be right.
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
    for (int row = 0; row < columns.size(); ) {
      int end = row + 1;
      while (end < columns.size() && isOfOneTime(columns, row, end)) {
        end++;
      }
      if (end - row > 1 && end - row <= MOST_OF_ONE_TIME && isTimed(columns.when(row))) {
        within(columns, row, end, found);
      }
      row = end;
    }
    return found;
  }

  private static boolean isOfOneTime(QuantityColumns columns, int one, int two) {
    return columns.when(one).equals(columns.when(two))
        && columns.feature(one).equals(columns.feature(two))
        && Objects.equals(columns.specimen(one), columns.specimen(two));
  }

  private static boolean isTimed(When when) {
    return !(when instanceof When.NotStated || when instanceof When.OnsetClass);
  }

  private static void within(
      QuantityColumns columns, int from, int end, List<ValueConflict> found) {
    for (int row = from; row < end; row++) {
      for (int other = from; other < end; other++) {
        if (contradict(columns, row, other)) {
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
        && isOfOneMethod(columns.method(row), columns.method(other))
        && Collections.disjoint(files(columns, row), files(columns, other));
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
