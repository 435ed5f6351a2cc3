package org.idiome.knowledge.source.kgx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.idiome.knowledge.source.table.SourceTable;

/// The row of a table that was moved to last.
record KgxTableRow(SourceTable table) implements KgxRow {
  private static final char BETWEEN = '|';

  @Override
  public String text(String column) {
    return table.text(column);
  }

  @Override
  public List<String> values(String column) {
    return split(table.text(column));
  }

  static List<String> split(String cell) {
    var values = new ArrayList<String>();
    int at = 0;
    while (at <= cell.length()) {
      int bar = cell.indexOf(BETWEEN, at);
      int end = bar < 0 ? cell.length() : bar;
      var value = cell.substring(at, end).strip();
      if (!value.isEmpty()) {
        values.add(value);
      }
      at = end + 1;
    }
    return values;
  }

  @Override
  public Map<String, String> rest(Set<String> told) {
    return table.rest(told).values();
  }
}
