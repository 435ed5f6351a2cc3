package org.idiome.store.catalogue;

import java.sql.SQLException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What a code of SQLite means to whoever must mend it.
public final class SqlFault {
  /// Of a code, what all its kinds have in common.
  private static final int PRIMARY = 0xff;

  private SqlFault() {}

  /// What went wrong.
  ///
  /// @param place the store
  /// @param file what is named where the file itself is at fault
  static StoreFault of(SQLException e, String place, String file) {
    var said = String.valueOf(e.getMessage());
    return switch (problem(e)) {
      case STORE_DAMAGED -> new StoreFault(e, ProblemCode.STORE_DAMAGED, file, "said", said);
      case ProblemCode code -> new StoreFault(e, code, place, "said", said);
    };
  }

  /// What went wrong with a question: one that every file of the form answers.
  static StoreFault ofQuery(SQLException e, String place, String file) {
    return isOfDamage(e)
        ? new StoreFault(e, ProblemCode.STORE_DAMAGED, file, "said", String.valueOf(e.getMessage()))
        : of(e, place, file);
  }

  /// Whether a question failed because the file is not as it was written. Its tables are part of
  /// the file: where one of them is not known, it is the file that is another.
  static boolean isOfDamage(SQLException e) {
    int primary = primary(e);
    return primary == SQLiteErrorCode.SQLITE_CORRUPT.code
        || primary == SQLiteErrorCode.SQLITE_NOTADB.code
        || primary == SQLiteErrorCode.SQLITE_ERROR.code;
  }

  /// Whether somebody else has the file for a moment.
  static boolean isBusy(StoreFault fault) {
    return fault.problem().code() == ProblemCode.STORE_BUSY;
  }

  /// Whether a fault says nothing of the file: the disk has no room to open it, or somebody else
  /// has it for a moment.
  public static boolean isPassing(StoreFault fault) {
    return isBusy(fault) || fault.problem().code() == ProblemCode.STORE_FULL;
  }

  private static int primary(SQLException e) {
    return e instanceof SQLiteException said ? said.getResultCode().code & PRIMARY : -1;
  }

  private static ProblemCode problem(SQLException e) {
    if (e instanceof SQLiteException said
        && said.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
      return ProblemCode.STORE_FULL; // The file beside the log could not be made as long.
    }
    int code = primary(e);
    if (code == SQLiteErrorCode.SQLITE_CORRUPT.code
        || code == SQLiteErrorCode.SQLITE_NOTADB.code
        // What every row of a sound file meets.
        || code == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
      return ProblemCode.STORE_DAMAGED;
    }
    if (code == SQLiteErrorCode.SQLITE_FULL.code) {
      return ProblemCode.STORE_FULL;
    }
    if (code == SQLiteErrorCode.SQLITE_READONLY.code || code == SQLiteErrorCode.SQLITE_PERM.code) {
      return ProblemCode.STORE_READ_ONLY;
    }
    if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return ProblemCode.STORE_BUSY;
    }
    return code == SQLiteErrorCode.SQLITE_IOERR.code
        ? ProblemCode.STORE_DISK
        : ProblemCode.STORE_FAILED;
  }
}
