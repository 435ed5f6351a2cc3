package org.idiome.store.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;

/// Opens a SQLite file and tells what it is.
///
/// @param path of the file
/// @param place what a fault names
record SqliteFile(Path path, String place, Form form) {
  static final int BUSY_MILLIS = 10_000;

  /// A file that is longer is not read row by row: it lies in memory twice meanwhile.
  private static final long MOST_SALVAGED = 1L << 30;

  private static final int HEAP_PARTS = 3;

  /// No release will have so many forms.
  private static final int NO_FORM = 65_535;

  /// A connection, whatever the file holds.
  Sql open() {
    return open(JDBC.PREFIX + path);
  }

  /// A connection to a file that nobody can write to.
  ///
  /// @throws StoreFault where its log was not brought into it: what it says last would be missed
  Sql openUnchanging() {
    var log = log();
    try {
      if (Files.exists(log) && Files.size(log) > 0) {
        throw new StoreFault(ProblemCode.STORE_READ_ONLY, place);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return open(JDBC.PREFIX + path.toUri().toASCIIString().replace("///", "/") + "?immutable=1");
  }

  /// One that is gone when it is closed.
  ///
  /// @param place what a fault names
  /// @param file what a fault names where the file is damaged
  static Sql inMemory(String place, String file) {
    return open(JDBC.PREFIX + ":memory:", place, file);
  }

  /// What can be read out of the file, which turned out to be damaged.
  ///
  /// @param damaged closed by it
  /// @param why it is taken for damaged
  /// @throws StoreFault where nothing can be
  Salvage salvage(Sql damaged, String why) {
    try {
      long size = Files.size(path);
      long most = Math.min(MOST_SALVAGED, Runtime.getRuntime().maxMemory() / HEAP_PARTS);
      if (size > most) {
        throw damaged((size >> 20) + " MB; at most " + (most >> 20) + " MB are read page by page");
      }
      var image = damaged.image();
      damaged.close();
      if (image == null || image.length < size) {
        image = raw(image);
      }
      return Salvage.of(new FileImage(image), form, why, place, path.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The bytes of the file where the engine does not take it for one of its own, or for less than
  /// there is of it; nothing else of this process has it open any more.
  ///
  /// @param image what the engine takes it for
  /// @throws StoreFault where something of it stands in the log alone
  private byte[] raw(byte @Nullable [] image) throws IOException {
    var log = log();
    if (Files.exists(log) && Files.size(log) > 0) {
      if (image != null) {
        return image;
      }
      throw damaged("no database, and its log holds more: end what has the store open");
    }
    return Files.readAllBytes(path);
  }

  private StoreFault damaged(String said) {
    return new StoreFault(ProblemCode.STORE_DAMAGED, path.toString(), "said", said);
  }

  private Path log() {
    return path.resolveSibling(path.getFileName() + "-wal");
  }

  private Sql open(String address) {
    return open(address, place, path.toString());
  }

  private static Sql open(String address, String place, String file) {
    var settings = new Properties();
    settings.setProperty("busy_timeout", Integer.toString(BUSY_MILLIS));
    settings.setProperty("foreign_keys", "true");
    try {
      var sql = new Sql(JDBC.createConnection(address, settings), place, file);
      sql.run(
          "PRAGMA temp_store = MEMORY",
          "PRAGMA secure_delete = ON",
          "PRAGMA cell_size_check = ON",
          "PRAGMA trusted_schema = OFF");
      return sql;
    } catch (SQLException e) {
      throw SqlFault.of(e, place, file);
    }
  }

  /// Whether nothing was ever written into it.
  static boolean isEmpty(Sql sql) {
    return sql.number("SELECT count(*) FROM sqlite_schema") == 0;
  }

  /// The number of the form that a file is in; 0 for an empty one.
  ///
  /// @throws StoreFault where it is another file, or of a newer release
  int number(Sql sql) {
    if (isEmpty(sql)) {
      return 0;
    }
    int sign = (int) sql.number("PRAGMA application_id");
    int number = (int) sql.number("PRAGMA user_version");
    if (isHeaderDamaged(sign, number) && form.isOf(sql)) {
      throw damaged("its header, for the tables are those of form " + form.newest());
    }
    if (sign != form.application()) {
      throw new StoreFault(ProblemCode.STORE_NOT_ONE, place);
    }
    if (number > form.newest()) {
      throw fault(ProblemCode.STORE_NEWER, number);
    }
    return number;
  }

  /// Whether one bit of the sign, or a number that no release has, is all that speaks against a
  /// file.
  private boolean isHeaderDamaged(int sign, int number) {
    return Integer.bitCount(sign ^ form.application()) == 1
        || (sign == form.application() && (number < 0 || number > NO_FORM));
  }

  StoreFault fault(ProblemCode code, int number) {
    return new StoreFault(
        code, place, "form", Integer.toString(number), "newest", Integer.toString(form.newest()));
  }
}
