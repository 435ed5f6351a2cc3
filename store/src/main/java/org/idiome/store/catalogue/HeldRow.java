package org.idiome.store.catalogue;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A row that was taken whole out of an answer, and tells the same as the row at hand would.
final class HeldRow implements Sql.Row {
  private final @Nullable Object[] values;
  private final @Nullable String[] texts;

  /// @param values as the engine held them
  /// @param texts of numbers with a fraction, as the engine writes them
  private HeldRow(@Nullable Object[] values, @Nullable String[] texts) {
    this.values = values;
    this.texts = texts;
  }

  static HeldRow of(Sql.Row row) throws SQLException {
    var live = (LiveRow) row;
    int columns = live.columns();
    var values = new @Nullable Object[columns];
    var texts = new @Nullable String[columns];
    for (int i = 0; i < columns; i++) {
      values[i] = live.value(i + 1);
      texts[i] = values[i] instanceof Double ? live.textOrNull(i + 1) : null;
    }
    return new HeldRow(values, texts);
  }

  @Override
  public String text(int column) {
    var text = textOrNull(column);
    return text == null ? "" : text;
  }

  @Override
  public @Nullable String textOrNull(int column) {
    return switch (values[column - 1]) {
      case null -> null;
      case Double _ -> texts[column - 1];
      case Object value -> value.toString();
    };
  }

  @Override
  public long number(int column) throws SQLException {
    return switch (values[column - 1]) {
      case null -> 0;
      case Number number -> number.longValue();
      case Object other -> throw new SQLException("no whole number: column " + column + other);
    };
  }

  @Override
  public @Nullable Double realOrNull(int column) throws SQLException {
    return switch (values[column - 1]) {
      case null -> null;
      case Number number -> number.doubleValue();
      case Object _ -> throw new SQLException("no number: column " + column);
    };
  }

  @Override
  public byte[] bytes(int column) throws SQLException {
    if (values[column - 1] instanceof byte[] bytes) {
      return bytes;
    }
    throw new SQLException("no bytes: column " + column);
  }

  @Override
  public int columns() {
    return values.length;
  }
}
