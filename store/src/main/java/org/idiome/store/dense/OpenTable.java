package org.idiome.store.dense;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.idiome.store.folder.StoreFault;
import org.jspecify.annotations.Nullable;

/// One table of any columns that becomes a Parquet file for others: rows in the order in which they
/// were added. It sees one folder and nothing else. For one thread.
public final class OpenTable implements AutoCloseable {
  private static final int GROUP_ROWS = 50_000;

  private final Path folder;
  private final Connection connection;
  private final DuckDBAppender appender;

  /// @param folder in which the file will be, for nobody else to read
  /// @param columns names with their types, as SQL writes them
  public OpenTable(Path folder, String columns) {
    this.folder = folder.toAbsolutePath().normalize();
    try {
      connection = Engine.open(this.folder);
      run("CREATE TABLE rows (" + columns + ")");
      appender = connection.unwrap(DuckDBConnection.class).createAppender("rows");
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /// Adds a row of texts and numbers.
  public void row(@Nullable Object... cells) {
    try {
      appender.beginRow();
      for (var cell : cells) {
        switch (cell) {
          case null -> appender.appendNull();
          case Double number -> appender.append(number.doubleValue());
          case String text -> appender.append(text);
          default -> throw new IllegalArgumentException("a cell of " + cell.getClass());
        }
      }
      appender.endRow();
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /// Writes the file; no row can be added any more.
  public void writeTo(String name) {
    try {
      appender.close();
      run(
          "COPY rows TO "
              + Engine.quoted(folder.resolve(name).toString())
              + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE "
              + GROUP_ROWS
              + ")");
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  private void run(String text) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private StoreFault fault(SQLException e) {
    return StoreFault.ofDisk(e, folder.toString());
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw fault(e);
    }
  }
}
