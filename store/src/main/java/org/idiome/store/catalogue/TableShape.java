package org.idiome.store.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a record of a table must be like.
///
/// @param hasRowid whether rows lie under a number, and not under their key
/// @param columns in the order of the record, without those that are computed
record TableShape(String name, boolean hasRowid, List<Column> columns) {
  /// One column.
  ///
  /// @param isRowid whether it is the number under which the row lies: a record says null for it
  record Column(String name, String type, boolean isRequired, int key, boolean isRowid) {
    /// Whether a value can be one of the column.
    boolean takes(@Nullable Object value) {
      return switch (value) {
        case null -> isRowid || !isRequired;
        case Long _ -> type.isEmpty() || type.equals("INTEGER") || type.equals("REAL");
        case Double _ -> type.isEmpty() || type.equals("REAL");
        case String _ -> type.isEmpty() || type.equals("TEXT");
        case Object _ -> type.isEmpty() || type.equals("BLOB");
      };
    }
  }

  TableShape {
    columns = List.copyOf(columns);
  }

  /// The one of a table that is there, whole.
  static TableShape of(Sql sql, String name) {
    boolean hasRowid =
        sql.number("SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?", name)
            == 0;
    boolean isKeyOne =
        sql.number("SELECT count(*) FROM pragma_table_xinfo(?) WHERE pk > 0", name) == 1;
    var columns =
        sql.list(
            "SELECT name, type, \"notnull\", pk FROM pragma_table_xinfo(?) WHERE hidden <> 2"
                + " ORDER BY cid",
            row -> {
              int key = (int) row.number(4);
              var type = row.text(2);
              boolean isRowid = hasRowid && key == 1 && isKeyOne && type.equals("INTEGER");
              boolean isRequired = row.number(3) > 0 || (!hasRowid && key > 0);
              return new Column(row.text(1), type, isRequired, key, isRowid);
            },
            name);
    return new TableShape(name, hasRowid, hasRowid ? columns : keyFirst(columns));
  }

  /// Where rows lie under their key, it stands before the other columns.
  private static List<Column> keyFirst(List<Column> columns) {
    return Stream.concat(
            columns.stream()
                .filter(one -> one.key() > 0)
                .sorted(java.util.Comparator.comparingInt(Column::key)),
            columns.stream().filter(one -> one.key() == 0))
        .toList();
  }

  /// Whether a record can be one of the table.
  boolean takes(@Nullable List<@Nullable Object> record) {
    if (record == null || record.size() != columns.size()) {
      return false;
    }
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).takes(record.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// What puts a row into the table.
  String insert() {
    return "INSERT OR IGNORE INTO "
        + name
        + " ("
        + columns.stream().map(Column::name).collect(Collectors.joining(", "))
        + ") VALUES ("
        + String.join(", ", java.util.Collections.nCopies(columns.size(), "?"))
        + ")";
  }

  /// The values of a row.
  ///
  /// @param key under which it lies
  @Nullable Object[] row(long key, List<@Nullable Object> record) {
    var row = record.toArray();
    for (int i = 0; i < row.length; i++) {
      if (columns.get(i).isRowid()) {
        row[i] = key;
      }
    }
    return Objects.requireNonNull(row);
  }
}
