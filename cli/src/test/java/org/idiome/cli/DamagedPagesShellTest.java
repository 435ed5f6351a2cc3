package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.idiome.cli.demo.DemoPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A page of the catalogue is damaged: who is whole is told all the same, each command says so and
/// ends with 4, and nothing is written.
class DamagedPagesShellTest {
  private static final int PAGE = 4096;

  @TempDir Path folder;

  @Test
  void theOthersAreToldAndItIsSaid() throws Exception {
    new DemoPeople().writeInto(folder);
    var store = folder.resolve("store");
    for (var person : new String[] {"lung-01", "rare-01"}) {
      assertThat(idiome("import", folder.resolve(person), "--store", store).exit()).isZero();
    }
    var shown = idiome("show", "lung-01", "--tsv", "--store", store).out();
    damage(store, "intake_person");
    var ran = idiome("show", "lung-01", "--tsv", "--store", store);
    assertThat(ran.out()).isEqualTo(shown);
    assertThat(ran.exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(ran.err()).contains("read out of it row by row", "store verify", "store restore");
    ran = idiome("people", "--tsv", "--store", store);
    assertThat(ran.out()).contains("lung-01", "rare-01");
    assertThat(ran.exit()).isEqualTo(ExitCode.MACHINE);
    ran = idiome("interpret", "lung-01", "--json", "--store", store);
    assertThat(ran.out()).contains("\"store-salvaged\"", "intake_person");
    assertThat(ran.exit()).isEqualTo(ExitCode.MACHINE);
    ran = idiome("explain", "lung-01", "--json", "--store", store);
    assertThat(ran.out()).contains("\"store-salvaged\"");
    ran = idiome("show", "lung-01", "--runs", "--tsv", "--store", store);
    assertThat(ran.out().lines()).as("no run was kept").hasSize(1);
    refusesToWrite(store);
    comesBackWhole(store, shown);
    ran = idiome("store", "verify", "--store", store);
    assertThat(ran.exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(ran.err()).contains("of intake_person", "whole: 2 of 2 persons");
  }

  /// Nobody has a backup of before the damage: what was read row by row becomes one.
  private void comesBackWhole(Path store, String shown) {
    var backup = folder.resolve("backup");
    var ran = idiome("store", "backup", backup, "--store", store);
    assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.MACHINE);
    assertThat(ran.err()).contains("The store is damaged", "copied and verified", "store restore");
    var again = folder.resolve("again");
    ran = idiome("store", "restore", backup, "--store", again, "--without-list");
    assertThat(ran.exit()).as(ran.err()).isZero();
    ran = idiome("store", "verify", "--store", again);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(idiome("show", "lung-01", "--tsv", "--store", again).out()).isEqualTo(shown);
    ran = idiome("import", folder.resolve("course-01"), "--store", again);
    assertThat(ran.exit()).as(ran.err()).isZero();
  }

  private void refusesToWrite(Path store) {
    for (var words :
        new Object[][] {
          {"import", folder.resolve("course-01")},
          {"consent", "lung-01", "--withdraw", "research", "--by", "the person"},
          {"erase", "rare-01", "--yes"}
        }) {
      var all = new Object[words.length + 2];
      System.arraycopy(words, 0, all, 0, words.length);
      all[words.length] = "--store";
      all[words.length + 1] = store;
      var ran = idiome(all);
      assertThat(ran.exit()).as(words[0] + " " + ran.err()).isEqualTo(ExitCode.MACHINE);
      assertThat(ran.err()).contains("The store is damaged");
    }
  }

  private static void damage(Path store, String index) throws Exception {
    int page;
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + store.resolve("idiome.sqlite"));
        var ask = connection.createStatement();
        var rows =
            ask.executeQuery("SELECT rootpage FROM sqlite_schema WHERE name = '" + index + "'")) {
      page = rows.getInt(1);
    }
    try (var bytes = new RandomAccessFile(store.resolve("idiome.sqlite").toFile(), "rw")) {
      bytes.seek((long) (page - 1) * PAGE);
      int old = bytes.read();
      bytes.seek((long) (page - 1) * PAGE);
      bytes.write(old ^ 1);
    }
  }
}
