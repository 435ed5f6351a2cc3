package org.idiome.store.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.idiome.core.canonical.Digester;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/// One connection to the catalogue: statements by their text, prepared once. For one thread.
public final class Sql implements AutoCloseable {
  private static final int ADDED_AT_ONCE = 500;

  /// Of what the engine says of a file: what is of the content of a row.
  private static final Pattern OF_ROW =
      Pattern.compile("NULL value in |CHECK constraint failed in |non-[A-Z]+ value in ");

  private final String place;
  private final String file;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final Map<String, Integer> added = new HashMap<>();
  private Connection connection;
  private @Nullable Rescue rescue;
  private @Nullable Salvage salvage;

  /// What can be read instead of a file that is damaged.
  @FunctionalInterface
  interface Rescue {
    /// Another connection, to what could be read out of the file.
    ///
    /// @param damaged closed by it
    /// @param why it is taken for damaged
    /// @throws StoreFault where nothing can be
    Salvage of(Sql damaged, String why);
  }

  /// One row of an answer.
  public interface Row {
    /// A text that is never null in a sound file; in a damaged one it is empty then.
    String text(int column) throws SQLException;

    /// A text, or null.
    @Nullable String textOrNull(int column) throws SQLException;

    /// A whole number.
    long number(int column) throws SQLException;

    /// A number, or null.
    @Nullable Double realOrNull(int column) throws SQLException;

    /// Bytes.
    byte[] bytes(int column) throws SQLException;

    /// How many columns there are.
    int columns() throws SQLException;

    /// Adds every column to a running hash, as text; one without a value differs from all.
    default void digest(Digester to) throws SQLException {
      int columns = columns();
      for (int column = 1; column <= columns; column++) {
        var text = textOrNull(column);
        if (text == null) {
          to.integer(-1);
        } else {
          to.text(text);
        }
      }
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
  ///
  /// @throws StoreFault where of a row no value of its kind can be made: it is damaged
  public <T> List<T> list(String query, Mapping<T> mapping, @Nullable Object... values) {
    var list = new ArrayList<T>();
    try {
      each(query, row -> list.add(mapping.of(row)), values);
    } catch (IllegalArgumentException e) {
      throw new StoreFault(
          e, ProblemCode.STORE_DAMAGED, file, "said", String.valueOf(e.getMessage()));
    }
    return list;
  }

  /// Takes the rows of an answer.
  public interface Taker {
    /// Takes the row at hand.
    void take(Row row) throws SQLException;
  }

  /// Hands out the rows of an answer: as they come; where the file may turn out to be damaged, once
  /// all are there, so that none is handed out twice.
  public void each(String query, Taker taker, @Nullable Object... values) {
    try {
      if (rescue == null) {
        take(query, taker, values);
      } else {
        for (var row : rows(query, values)) {
          taker.take(row);
        }
      }
    } catch (SQLException e) {
      throw SqlFault.ofQuery(e, place, file);
    }
  }

  private void take(String query, Taker taker, @Nullable Object... values) throws SQLException {
    try (var rows = bound(query, values).executeQuery()) {
      var row = new LiveRow(rows);
      while (rows.next()) {
        taker.take(row);
      }
    } catch (SQLException e) {
      discard(query);
      throw e;
    }
  }

  /// A statement that failed cannot be asked again.
  private void discard(String text) {
    try (var _ = prepared.remove(text)) {
      // Closed is all that it is to be.
    } catch (SQLException _) {
      // It says again why it failed.
    }
  }

  /// All rows of an answer, out of another connection where the file turns out to be damaged.
  private List<HeldRow> rows(String query, @Nullable Object... values) throws SQLException {
    var held = new ArrayList<HeldRow>();
    try {
      take(query, row -> held.add(HeldRow.of(row)), values);
    } catch (SQLException e) {
      if (!SqlFault.isOfDamage(e) || !giveUp(String.valueOf(e.getMessage()))) {
        throw e;
      }
      held.clear();
      take(query, row -> held.add(HeldRow.of(row)), values);
    }
    return held;
  }

  /// What reads instead where the file turns out to be damaged.
  Sql orElse(Rescue way) {
    rescue = way;
    return this;
  }

  /// Reads from now on what can be read out of the file.
  ///
  /// @return false where it does so already, or cannot
  boolean giveUp(String why) {
    var way = rescue;
    if (way == null) {
      return false;
    }
    rescue = null;
    var instead = way.of(this, why);
    salvage = instead;
    connection = instead.sql().connection;
    prepared.clear();
    return true;
  }

  /// Whether pages or indexes are not as the engine writes them; then it reads from now on what can
  /// be read out of the file. Asked where an answer does not fit its digest: a tree that leads
  /// astray leaves rows out and says nothing.
  public boolean turnsOutDamaged() {
    if (rescue == null) {
      return false;
    }
    var odd = oddities().stream().filter(Sql::isOfPages).findFirst();
    return salvage != null || (odd.isPresent() && giveUp(odd.get()));
  }

  /// What the engine finds wrong with pages, indexes and values.
  private List<String> oddities() {
    var said = list("PRAGMA integrity_check", row -> row.text(1));
    return said.equals(List.of("ok")) ? List.of() : said;
  }

  /// Whether it is of more than the content of a row, which is held to its digest.
  private static boolean isOfPages(String oddity) {
    return !OF_ROW.matcher(oddity).lookingAt();
  }

  /// What is wrong with pages and indexes, none where nothing is; where something is, reads from
  /// now on what can be read out of the file.
  public List<String> structure() {
    var said = new ArrayList<>(oddities());
    if (salvage == null) {
      var odd = said.stream().filter(Sql::isOfPages).findFirst();
      if (odd.isEmpty() || !giveUp(odd.get())) {
        return said;
      }
    }
    said.addAll(Objects.requireNonNull(salvage).said());
    return said;
  }

  /// Looks whether pages or indexes are damaged: then nothing more is to be written.
  ///
  /// @throws StoreFault where they are
  void requireStructure() {
    var odd = oddities().stream().filter(Sql::isOfPages).findFirst();
    if (odd.isPresent()) {
      throw new StoreFault(ProblemCode.STORE_DAMAGED, file, "said", odd.get());
    }
  }

  /// What could be read out of a file that turned out to be damaged, from which is read since; null
  /// where none did.
  public @Nullable Salvage salvage() {
    return salvage;
  }

  /// The bytes of the file, as of the moment that is read.
  ///
  /// @return null where the engine does not take the file for one of its own
  byte @Nullable [] image() {
    try {
      // What cannot be read of its tables is passed over, as nothing is asked of them.
      run("PRAGMA writable_schema = ON");
      return connection.unwrap(SQLiteConnection.class).serialize("main");
    } catch (SQLException | StoreFault _) {
      return null;
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
    try {
      if (salvage == null) {
        letGo();
        rollBack();
        run("PRAGMA query_only = OFF");
        change("VACUUM INTO ?", file.toString());
      } else {
        // It lies in memory, made just now: nothing that was deleted is in it.
        Files.write(file, connection.unwrap(SQLiteConnection.class).serialize("main"));
      }
      StoreFolder.ownFile(file);
    } catch (StoreFault fault) {
      if (fault.problem().code() != ProblemCode.STORE_FULL) {
        throw fault;
      }
      // It is the disk of the copy that has no room.
      var said = fault.problem().values().getOrDefault("said", "");
      throw new StoreFault(fault, ProblemCode.STORE_FULL, file.toString(), "said", said);
    } catch (SQLException e) {
      throw fault(e);
    } catch (IOException e) {
      throw StoreFault.ofDisk(e, file.toString());
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
        default -> throw new IllegalStateException("no column holds a " + values[i]);
      }
    }
    return statement;
  }

  private StoreFault fault(SQLException e) {
    return SqlFault.of(e, place, file);
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
