package org.idiome.store.dense;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;

/// DuckDB in memory, which may see the dense layers of one store and nothing else. For one thread.
public final class Engine implements AutoCloseable {
  private static final String MEMORY = "512MB";
  private static final String THREADS = "2";

  private final StoreFolder folder;
  private final Connection connection;

  /// Loads it.
  public Engine(StoreFolder folder) {
    this.folder = folder;
    try {
      connection = open(folder.layers());
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /// Opens one that may see a folder and nothing else.
  static Connection open(Path allowed) throws SQLException {
    var settings = new Properties();
    for (var off :
        new String[] {
          "autoinstall_known_extensions",
          "autoload_known_extensions",
          "allow_community_extensions",
          "allow_unsigned_extensions"
        }) {
      settings.setProperty(off, "false");
    }
    settings.setProperty("memory_limit", MEMORY);
    settings.setProperty("threads", THREADS);
    settings.setProperty("temp_directory", allowed.resolve(StoreFolder.SPILL).toString());
    settings.setProperty("preserve_insertion_order", "true");
    var connection = new DuckDBDriver().connect("jdbc:duckdb:", settings);
    if (connection == null) {
      throw new SQLException("the driver does not know its own address");
    }
    try (var statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET allowed_directories = [" + quoted(allowed + "/") + "]");
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
    }
    return connection;
  }

  /// A text as SQL writes it.
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /// Runs one statement.
  void run(String text) {
    try (var statement = connection.createStatement()) {
      statement.execute(text);
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /// The one number of an answer.
  long number(String query) {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  DuckDBConnection connection() throws SQLException {
    return connection.unwrap(DuckDBConnection.class);
  }

  StoreFolder folder() {
    return folder;
  }

  StoreFault fault(SQLException e) {
    return StoreFault.ofDisk(e, folder.root().toString());
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
