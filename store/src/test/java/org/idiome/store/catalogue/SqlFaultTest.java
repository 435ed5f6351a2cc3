package org.idiome.store.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.idiome.core.problem.ProblemCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What SQLite says by its codes, whatever its words, is told apart, for each has another remedy.
class SqlFaultTest {
  @ParameterizedTest
  @CsvSource({
    "SQLITE_CORRUPT, STORE_DAMAGED, journal.sqlite",
    "SQLITE_CORRUPT_INDEX, STORE_DAMAGED, journal.sqlite",
    "SQLITE_NOTADB, STORE_DAMAGED, journal.sqlite",
    "SQLITE_CONSTRAINT_PRIMARYKEY, STORE_DAMAGED, journal.sqlite",
    "SQLITE_FULL, STORE_FULL, store",
    "SQLITE_IOERR_SHMSIZE, STORE_FULL, store",
    "SQLITE_READONLY_DBMOVED, STORE_READ_ONLY, store",
    "SQLITE_BUSY, STORE_BUSY, store",
    "SQLITE_BUSY_SNAPSHOT, STORE_BUSY, store",
    "SQLITE_LOCKED, STORE_BUSY, store",
    "SQLITE_IOERR_READ, STORE_DISK, store",
    "SQLITE_IOERR_FSYNC, STORE_DISK, store",
    "SQLITE_NOMEM, STORE_FAILED, store",
  })
  void eachCodeHasItsOwnProblem(SQLiteErrorCode code, ProblemCode problem, String place) {
    var fault = SqlFault.of(new SQLiteException("words", code), "store", "journal.sqlite");
    assertThat(fault.problem().code()).isEqualTo(problem);
    assertThat(fault.problem().place().text()).isEqualTo(place);
    assertThat(fault.problem().values()).containsEntry("said", "words");
  }
}
