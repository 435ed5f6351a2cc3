package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A row that is not as it was written is never an answer, whoever asks.
class DamagedRowsTest {
  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
    assertThat(kept.run("interpret", "person:P1").exit()).isZero();
  }

  private void change(String file, String statement) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + kept.store() + "/" + file);
        var made = connection.createStatement()) {
      assertThat(made.executeUpdate(statement)).isPositive();
    }
  }

  private void refused(Ran ran) {
    assertThat(ran.exit()).as(ran.out()).isEqualTo(ExitCode.MACHINE);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("damaged", "P1").contains("store verify");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "UPDATE quantity SET value = 3.4 WHERE segment IN (SELECT segment FROM segment"
            + " WHERE person = 1)",
        "UPDATE statement SET content = replace(content, '0001250', '0001251') WHERE segment IN"
            + " (SELECT segment FROM segment WHERE person = 1)",
        "UPDATE statement SET locators = locators || '1' WHERE segment IN"
            + " (SELECT segment FROM segment WHERE person = 1)",
        "UPDATE quantity SET locator = locator + 1 WHERE segment IN (SELECT segment FROM segment"
            + " WHERE person = 1)",
        "UPDATE segment SET facts = '{}' WHERE person = 1",
        "UPDATE segment SET facts = '{' WHERE person = 1",
        "DELETE FROM intake_segment WHERE segment = (SELECT min(segment)"
            + " FROM segment WHERE person = 1)",
        "UPDATE source_row SET text = replace(text, '0001250', '0001251') WHERE intake = 1",
        "UPDATE intake SET content = replace(content, '2026', '2025') WHERE intake = 1",
        "UPDATE intake_file SET name = name || 'x' WHERE intake = 1"
      })
  void aRowOfTheRecord(String statement) throws SQLException {
    change("idiome.sqlite", statement);
    for (var command : new String[] {"show", "interpret"}) {
      refused(kept.run(command, "person:P1"));
      assertThat(kept.run(command, "person:P2").exit()).isZero();
    }
    refused(kept.run("export", "P1", "-o", folder.resolve("out")));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aFindingThatWasKept() throws SQLException {
    change("journal.sqlite", "UPDATE finding SET content = replace(content, '4.4', '4.5')");
    refused(kept.run("changes", "P1"));
    refused(kept.run("explain", "person:P1"));
    refused(kept.run("export", "P1", "-o", folder.resolve("out")));
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
