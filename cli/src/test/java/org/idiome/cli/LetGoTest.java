package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may restrict somebody and is lost holds them until somebody let them go, and who did is as
/// it was written.
class LetGoTest {
  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
  }

  private static Ran done(Ran ran) {
    assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
    return ran;
  }

  private Ran accept(String batch) {
    return kept.run("store", "accept", batch, "--author", "Ada", "--reason", "asked them");
  }

  private static String named(Ran ran) {
    return ran.err().replaceAll("(?s).*idiome store accept (\\d+) .*", "$1");
  }

  /// An older catalogue under the journal of today: nobody knows what the batch said, or of whom.
  @Test
  void everybodyIsHeldAfterABatchThatIsMissing() throws IOException {
    var catalogue = kept.store().resolve("idiome.sqlite");
    var before = folder.resolve("before");
    Files.copy(catalogue, before);
    done(kept.run("consent", "P1", "--withdraw", "care", "--by", "P1"));
    Files.copy(before, catalogue, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(kept.store().resolve("idiome.sqlite-wal"));
    Files.deleteIfExists(kept.store().resolve("idiome.sqlite-shm"));
    var missing = named(kept.run("show", "P1"));
    var accepted = accept(missing);
    assertThat(accepted.exit()).as(accepted.err()).isEqualTo(ExitCode.PARTLY);
    assertThat(accepted.err()).contains("nobody is read until");
    var hold = named(accepted);
    assertThat(hold).isNotEqualTo(missing);
    for (var person : new String[] {"P1", "P2"}) {
      var shown = kept.run("show", person);
      assertThat(shown.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
      assertThat(shown.err())
          .contains("whatever batch " + missing + " said, which is missing")
          .contains("idiome store accept " + hold + " ");
    }
    assertThat(kept.run("people").exit()).isEqualTo(ExitCode.PARTLY);
    done(kept.run("store", "verify"));
    done(kept.run("consent", "P1", "--withdraw", "care", "--by", "P1"));
    done(accept(hold));
    done(kept.run("show", "P2"));
    assertThat(kept.run("show", "P1").err()).contains("care");
    done(kept.run("store", "verify"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UPDATE accepted SET what = 'x'", "UPDATE batch SET reason = 'x'"})
  void nobodyIsListedWhomADamagedBatchLetGo(String damage) throws IOException, SQLException {
    var backup = folder.resolve("backup");
    done(kept.run("store", "backup", backup));
    Files.write(kept.store().resolve("idiome.sqlite"), new byte[8192]);
    done(accept(named(kept.run("store", "restore", backup, "--without-list"))));
    done(kept.run("people"));
    var catalogue = kept.store() + "/idiome.sqlite";
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + catalogue);
        var change = connection.createStatement()) {
      change.executeUpdate(damage);
    }
    assertThat(kept.run("show", "P1").exit()).isEqualTo(ExitCode.MACHINE);
    var listed = kept.run("people", "--tsv");
    assertThat(listed.exit()).as(listed.err()).isEqualTo(ExitCode.MACHINE);
    assertThat(listed.out().lines().filter(line -> line.startsWith("P1")))
        .allSatisfy(line -> assertThat(line.replaceAll("[\t.]", "")).isEqualTo("P1"));
  }
}
