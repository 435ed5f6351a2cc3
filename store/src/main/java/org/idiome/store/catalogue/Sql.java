package org.idiome.store.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.idiome.core.canonical.Digester;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.jspecify.annotations.Nullable;

/// One connection to the catalogue: statements by their text, prepared once. For one thread.
public final class Sql implements AutoCloseable {
  private static final int ADDED_AT_ONCE = 500;

  private final Connection connection;
  private final String place;
  private final String file;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final Map<String, Integer> added = new HashMap<>();

  /// One row of an answer.
  public static final class Row {
    private final ResultSet rows;

    private Row(ResultSet rows) {
      this.rows = rows;
    }

    /// A text that is never null.
    public String text(int column) throws SQLException {
      return rows.getString(column);
    }

    /// A text, or null.
    public @Nullable String textOrNull(int column) throws SQLException {
      return rows.getString(column);
    }

    /// A whole number.
    public long number(int column) throws SQLException {
      return rows.getLong(column);
    }

    /// A number, or null.
    public @Nullable Double realOrNull(int column) throws SQLException {
      double value = rows.getDouble(column);
      return rows.wasNull() ? null : value;
    }

    /// Adds every column to a running hash, as text; one without a value differs from all.
    public void digest(Digester to) throws SQLException {
      int columns = rows.getMetaData().getColumnCount();
      for (int column = 1; column <= columns; column++) {
        var text = rows.getString(column);
        if (text == null) {
          to.integer(-1);
        } else {
          to.text(text);
        }
      }
    }

    /// Bytes.
    public byte[] bytes(int column) throws SQLException {
      return rows.getBytes(column);
    }
  }

  /// Makes a value of a row.
  public interface Mapping<T> {
    /// The value of the row at hand.
    T of(Row row) throws SQLException;
  }

  /// @param place what a fault names
  /// @param file what a fault names where the file is damaged
  Sql(Connection connection, String place, String file) {
    this.connection = connection;
    this.place = place;
    this.file = file;
  }

  /// Runs statements without parameters.
  public void run(String... statements) {
    try (var statement = connection.createStatement()) {
      for (var text : statements) {
        statement.execute(text);
      }
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /// Changes rows, and answers with how many.
  public long change(String statement, @Nullable Object... values) {
    try {
      return bound(statement, values).executeUpdate();
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /// Adds a row some time before the next [#flush].
  public void add(String statement, @Nullable Object... values) {
    try {
      bound(statement, values).addBatch();
      if (added.merge(statement, 1, Integer::sum) >= ADDED_AT_ONCE) {
        flush(statement);
      }
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /// Adds the rows that wait.
  public void flush() {
    try {
      for (var statement : new ArrayList<>(added.keySet())) {
        flush(statement);
      }
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /// Forgets the rows that wait.
  public void forget() {
    try {
      for (var statement : added.keySet()) {
        statement(statement).clearBatch();
      }
      added.clear();
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  private void flush(String statement) throws SQLException {
    added.remove(statement);
    statement(statement).executeBatch();
  }

  /// All rows of an answer, in its order.
  public <T> List<T> list(String query, Mapping<T> mapping, @Nullable Object... values) {
    try (var rows = bound(query, values).executeQuery()) {
      var list = new ArrayList<T>();
      var row = new Row(rows);
      while (rows.next()) {
        list.add(mapping.of(row));
      }
      return list;
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /// Takes the rows of an answer.
  public interface Taker {
    /// Takes the row at hand.
    void take(Row row) throws SQLException;
  }

  /// Hands out the rows of an answer as they come.
  public void each(String query, Taker taker, @Nullable Object... values) {
    try (var rows = bound(query, values).executeQuery()) {
      var row = new Row(rows);
      while (rows.next()) {
        taker.take(row);
      }
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /// The one row of an answer, or null where there is none.
  public <T> @Nullable T one(String query, Mapping<T> mapping, @Nullable Object... values) {
    var rows = list(query, mapping, values);
    return rows.isEmpty() ? null : rows.getFirst();
  }

  /// The one number of an answer; 0 where there is none.
  public long number(String query, @Nullable Object... values) {
    var number = one(query, row -> row.number(1), values);
    return number == null ? 0 : number;
  }

  /// Writes all of it, as of now, into a file that is not there yet; it needs no log to be read.
  public void copyTo(Path file) {
    letGo();
    rollBack();
    run("PRAGMA query_only = OFF");
    change("VACUUM INTO ?", file.toString());
    try {
      StoreFolder.ownFile(file);
    } catch (IOException e) {
      throw new StoreFault(e, ProblemCode.STORE_FAILED, file.toString(), "said", String.valueOf(e));
    }
  }

  /// Brings the log into the file and empties it, so that nobody can read an earlier state.
  ///
  /// @param waitMillis how long to wait for those who do
  /// @return false where somebody does still
  public boolean emptyLog(long waitMillis) {
    run("PRAGMA busy_timeout = " + waitMillis);
    try {
      return number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
    } finally {
      run("PRAGMA busy_timeout = " + SqliteFile.BUSY_MILLIS);
    }
  }

  /// Writes the file anew without what was deleted.
  ///
  /// @return false where somebody reads an earlier state still; its bytes are there then
  public boolean clear(long waitMillis) {
    letGo();
    run("VACUUM");
    return emptyLog(waitMillis);
  }

  /// Does work within one transaction; where it throws, nothing of it stays.
  public <T> T whole(Supplier<T> work) {
    run("BEGIN IMMEDIATE");
    boolean isDone = false;
    try {
      var result = work.get();
      flush();
      run("COMMIT");
      isDone = true;
      return result;
    } finally {
      if (!isDone) {
        forget();
        rollBack();
      }
    }
  }

  /// Takes back what was not committed; an engine that failed may have done so itself.
  public void rollBack() {
    try (var statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
        throw fault(e);
      }
    }
  }

  private PreparedStatement statement(String text) throws SQLException {
    var known = prepared.get(text);
    if (known == null) {
      known = connection.prepareStatement(text);
      prepared.put(text, known);
    }
    return known;
  }

  private PreparedStatement bound(String text, @Nullable Object... values) throws SQLException {
    var statement = statement(text);
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case null -> statement.setNull(i + 1, java.sql.Types.NULL);
        case String string -> statement.setString(i + 1, string);
        case Integer number -> statement.setInt(i + 1, number);
        case Long number -> statement.setLong(i + 1, number);
        case Double number -> statement.setDouble(i + 1, number);
        case byte[] bytes -> statement.setBytes(i + 1, bytes);
        default -> throw new IllegalArgumentException("no column holds a " + values[i]);
      }
    }
    return statement;
  }

  private StoreFault fault(SQLException e) {
    var said = String.valueOf(e.getMessage());
    boolean isDamaged = said.contains("SQLITE_CORRUPT") || said.contains("SQLITE_NOTADB");
    return isDamaged
        ? new StoreFault(e, ProblemCode.STORE_DAMAGED, file, "said", said)
        : new StoreFault(e, ProblemCode.STORE_FAILED, place, "said", said);
  }

  /// Closes the statements that were prepared: the file is not written anew while one is open.
  private void letGo() {
    try {
      for (var statement : prepared.values()) {
        statement.close();
      }
      prepared.clear();
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  @Override
  public void close() {
    letGo();
    try {
      connection.close();
    } catch (SQLException e) {
      throw fault(e);
    }
  }
}
