package org.idiome.knowledge.packed;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.idiome.knowledge.release.RowCounts;

/// Counts what becomes of rows.
///
/// The rule `says_nothing` is that of rows of which a reader told nothing and gave no reason.
final class RowTally {
  private static final int KEPT_ROWS = 20;
  private static final int KEPT_VALUES = 20;
  private static final int KEPT_CHARACTERS = 200;

  /// Different values of one column that are counted apart.
  private static final int MOST_VALUES = 10_000;

  private static final String SAYS_NOTHING = "says_nothing";

  private final BitSet saying = new BitSet();
  private final BitSet refusedRows = new BitSet();
  private final BitSet leftOutRows = new BitSet();
  private final Map<String, Long> leftOut = new TreeMap<>();
  private final List<Notices.Refused> refused = new ArrayList<>();
  private final Set<String> unknownColumns = new LinkedHashSet<>();
  private final Map<String, Map<String, Long>> unknownValues = new TreeMap<>();
  private final TreeMap<String, Notices.Remark> remarks = new TreeMap<>();
  private int rows;

  void row(long line) {
    if (line < 1) {
      throw new IllegalArgumentException("lines count from 1, not " + line);
    }
    rows++;
  }

  /// The number of the row begun last, from 0.
  int lastRow() {
    if (rows == 0) {
      throw new IllegalStateException("something was told before the first row");
    }
    return rows - 1;
  }

  void says() {
    saying.set(lastRow());
  }

  void leaveOut(String rule) {
    requireSilent();
    leftOutRows.set(lastRow());
    leftOut.merge(rule, 1L, Long::sum);
  }

  void refuse(long line, String column, String value) {
    requireSilent();
    refusedRows.set(lastRow());
    if (refused.size() < KEPT_ROWS) {
      refused.add(new Notices.Refused(line, column, shortened(value)));
    }
  }

  private void requireSilent() {
    int row = lastRow();
    if (saying.get(row) || refusedRows.get(row) || leftOutRows.get(row)) {
      throw new IllegalStateException("row " + row + " is two things");
    }
  }

  void unknownColumn(String name) {
    unknownColumns.add(name);
  }

  void unknownValue(String column, String value) {
    var counts = unknownValues.computeIfAbsent(column, _ -> new HashMap<>());
    var kept = shortened(value);
    if (counts.size() < MOST_VALUES || counts.containsKey(kept)) {
      counts.merge(kept, 1L, Long::sum);
    }
  }

  void remark(long line, String name) {
    remarks.merge(
        name,
        new Notices.Remark(1, line),
        (old, _) -> new Notices.Remark(old.count() + 1, old.firstLine()));
  }

  private static String shortened(String value) {
    return value.length() <= KEPT_CHARACTERS ? value : value.substring(0, KEPT_CHARACTERS) + "…";
  }

  /// @param first rows that tell something that none before told
  RowCounts counts(BitSet first) {
    long kept = first.cardinality();
    long duplicate = saying.cardinality() - kept;
    long notUnderstood = refusedRows.cardinality();
    long silent = rows - saying.cardinality() - notUnderstood - leftOutRows.cardinality();
    if (silent > 0) {
      leftOut.put(SAYS_NOTHING, silent);
    }
    return new RowCounts(rows, kept, duplicate, leftOutRows.cardinality() + silent, notUnderstood);
  }

  Notices notices() {
    var values = new TreeMap<String, List<Notices.Counted>>();
    unknownValues.forEach((column, counts) -> values.put(column, mostFrequent(counts)));
    return new Notices(
        List.copyOf(unknownColumns),
        Collections.unmodifiableSortedMap(values),
        Collections.unmodifiableSortedMap(new TreeMap<>(leftOut)),
        List.copyOf(refused),
        Collections.unmodifiableSortedMap(remarks));
  }

  private static List<Notices.Counted> mostFrequent(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> new Notices.Counted(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(Notices.Counted::count)
                .reversed()
                .thenComparing(Notices.Counted::value))
        .limit(KEPT_VALUES)
        .toList();
  }
}
