package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store whose journal is lost answers nobody, until somebody says that it is.
class JournalLostTest {
  @TempDir Path folder;

  @Test
  void commandsStopAndSayHowToGoOn() throws IOException {
    var kept = Kept.in(folder);
    assertThat(kept.run("show", "P1").exit()).isZero();
    Files.delete(kept.store().resolve("journal.sqlite"));
    for (var command : new String[] {"people", "audit"}) {
      var ran = kept.run(command);
      assertThat(ran.exit()).as(command).isEqualTo(ExitCode.MACHINE);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).contains("is not there: missing").contains("idiome store journal");
    }
    kept.write("P3", Kept.LABORATORY);
    assertThat(kept.run("import", folder.resolve("P3")).exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(kept.run("erase", "P1", "--yes").exit()).isEqualTo(ExitCode.MACHINE);
    var verified = kept.run("store", "verify", "--tsv");
    assertThat(verified.exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(verified.out()).contains("journal.sqlite\t.\tmissing");

    var nobody = kept.run("store", "journal", "--author", " ", "--reason", "disk failed");
    assertThat(nobody.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(nobody.err()).contains("--author and --reason need words");
    var begun = kept.run("store", "journal", "--author", "Ada", "--reason", "disk failed");
    assertThat(begun.exit()).as(begun.err()).isZero();
    assertThat(kept.run("show", "P1").exit()).isZero();
    assertThat(kept.run("audit", "--tsv").out().lines().skip(1).findFirst())
        .hasValueSatisfying(row -> assertThat(row).contains("accountability").contains("journal"));
    verified = kept.run("store", "verify");
    assertThat(verified.exit()).isZero();
    assertThat(verified.err()).contains("begun anew in batch 2");
  }
}
