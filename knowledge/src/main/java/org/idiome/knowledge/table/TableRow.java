package org.idiome.knowledge.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.idiome.core.concept.Citation;
import org.idiome.core.concept.Curie;
import org.idiome.core.source.CitedRow;
import org.idiome.core.source.Locator;
import org.jspecify.annotations.Nullable;

/// One fact: a row of a [Table], with its place.
public final class TableRow {
  /// A cell without a value.
  private static final String MISSING = ".";

  private final Table table;
  private final int line;
  private final String text;
  private final String[] cells;

  TableRow(Table table, int line, String text, String[] cells) {
    this.table = table;
    this.line = line;
    this.text = text;
    this.cells = cells;
  }

  void checkForm(int columns) {
    if (cells.length != columns) {
      throw wrong(cells.length + " cells under " + columns + " columns", "one tab between cells");
    }
    for (var cell : cells) {
      if (cell.isBlank() || !cell.equals(cell.strip())) {
        throw wrong("a cell is blank or padded", "write " + MISSING + " for missing, no padding");
      }
    }
  }

  String cell(String column) {
    return cells[table.place(column)];
  }

  /// The text of a cell, or null where it is missing.
  public @Nullable String optional(String column) {
    var cell = cell(column);
    return cell.equals(MISSING) ? null : cell;
  }

  /// The text of a cell that may not be missing.
  public String required(String column) {
    var cell = optional(column);
    if (cell == null) {
      throw wrong(column + " is missing", "give it a value");
    }
    return cell;
  }

  /// A cell whose values are joined by semicolons; empty where it is missing.
  public List<String> list(String column) {
    var cell = optional(column);
    var values = new ArrayList<String>();
    for (int at = 0; cell != null && at <= cell.length(); ) {
      int end = cell.indexOf(';', at);
      end = end < 0 ? cell.length() : end;
      values.add(cell.substring(at, end));
      at = end + 1;
    }
    if (values.stream().anyMatch(value -> value.isBlank() || !value.equals(value.strip()))) {
      throw wrong(column + " holds a blank or padded value", "join values by ; alone");
    }
    return List.copyOf(values);
  }

  /// A whole number from 1.
  public int ordinal(String column) {
    var cell = required(column);
    try {
      int number = Integer.parseInt(cell);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(column + " is " + cell + ", no whole number", "give a whole number from 1");
    }
    throw wrong(column + " is " + cell + ", below 1", "give a whole number from 1");
  }

  /// A decimal number, exactly as written, or null where it is missing.
  public @Nullable BigDecimal decimal(String column) {
    var cell = optional(column);
    if (cell == null) {
      return null;
    }
    if (cell.isEmpty() || !cell.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')) {
      throw wrong(column + " is " + cell + ", no decimal number", "digits and one point at most");
    }
    try {
      return new BigDecimal(cell);
    } catch (NumberFormatException e) {
      throw wrong(column + " is " + cell + ", no decimal number", "digits and one point at most");
    }
  }

  /// `yes` or `no`.
  public boolean flag(String column) {
    return switch (required(column)) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw wrong(column + " is " + cell(column), "write yes or no");
    };
  }

  /// One of a closed list of codes: the names of the constants in lower case.
  public <E extends Enum<E>> E code(String column, E[] constants) {
    return code(column, required(column), constants);
  }

  /// One of a closed list of codes, or null where the cell is missing.
  public <E extends Enum<E>> @Nullable E optionalCode(String column, E[] constants) {
    var cell = optional(column);
    return cell == null ? null : code(column, cell, constants);
  }

  /// Several of a closed list of codes, in the order written.
  public <E extends Enum<E>> List<E> codes(String column, E[] constants) {
    var codes = new ArrayList<E>();
    for (var value : list(column)) {
      codes.add(code(column, value, constants));
    }
    return List.copyOf(codes);
  }

  private <E extends Enum<E>> E code(String column, String value, E[] constants) {
    for (var constant : constants) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
        return constant;
      }
    }
    var known =
        Arrays.stream(constants)
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw wrong(column + " is " + value, "one of " + known);
  }

  /// A compact URI.
  public Curie curie(String column) {
    var curie = Curie.parse(required(column));
    if (curie == null) {
      throw wrong(column + " is " + cell(column) + ", no CURIE", "write PREFIX:LOCAL");
    }
    return curie;
  }

  /// Where the fact was published: the column `citation`.
  public Citation citation() {
    return new Citation(curie("citation"));
  }

  /// Whether the fact was read in the source that is cited: the column `status`.
  public boolean isConfirmed() {
    return switch (required("status")) {
      case "confirmed" -> true;
      case "unconfirmed" -> false;
      default -> throw wrong("status is " + cell("status"), "write confirmed or unconfirmed");
    };
  }

  /// The row as the leaf of an explanation.
  public CitedRow cited() {
    return new CitedRow(table.file(), new Locator.Line(line), table.header(), text, null);
  }

  /// The fault of this row.
  public TableException wrong(String problem, String remedy) {
    return new TableException(table.file().name(), line, problem, remedy);
  }

  /// Place and text of the row.
  @Override
  public String toString() {
    return table.file().name() + ":" + line + ": " + text;
  }
}
