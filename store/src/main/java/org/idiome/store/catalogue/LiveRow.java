package org.idiome.store.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The row at hand of an answer that comes row by row.
record LiveRow(ResultSet rows) implements Sql.Row {
  @Override
  public String text(int column) throws SQLException {
    // Only a damaged row has none, and no digest fits it.
    var text = rows.getString(column);
    return text == null ? "" : text;
  }

  @Override
  public @Nullable String textOrNull(int column) throws SQLException {
    return rows.getString(column);
  }

  @Override
  public long number(int column) throws SQLException {
    return rows.getLong(column);
  }

  @Override
  public @Nullable Double realOrNull(int column) throws SQLException {
    double value = rows.getDouble(column);
    return rows.wasNull() ? null : value;
  }

  @Override
  public byte[] bytes(int column) throws SQLException {
    return rows.getBytes(column);
  }

  @Override
  public int columns() throws SQLException {
    return rows.getMetaData().getColumnCount();
  }

  /// The value of a column as the engine holds it.
  @Nullable Object value(int column) throws SQLException {
    return rows.getObject(column);
  }
}
