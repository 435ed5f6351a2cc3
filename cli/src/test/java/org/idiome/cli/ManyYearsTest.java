package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of a person who is followed for eleven years, in whom something rises all the while.
class ManyYearsTest {
  private static final int FIRST = 2016;
  private static final int YEARS = 11;

  @TempDir Path folder;

  private String page(int years) throws IOException {
    var table = new StringBuilder("date\tcode\tvalue\tunit\n");
    for (int year = FIRST; year < FIRST + years; year++) {
      table.append(year).append("-02-05\tLOINC:2160-0\t").append(70 + 4 * (year - FIRST));
      table.append("\tumol/L\n");
    }
    new Kept(folder).write("P1", table.toString());
    var page = folder.resolve("page.html");
    assertThat(idiome("interpret", folder.resolve("P1"), "-o", page).exit()).isZero();
    return Files.readString(page);
  }

  /// Eleven whole years touch each other at 390 pixels.
  @Test
  void yearsAreShortOnAPhoneWhereThereAreMany() throws IOException {
    assertThat(page(YEARS))
        .contains("aria-label=\"2016\"")
        .contains("<span class=\"lg\">2016</span>", "<span class=\"sm\">’16</span>");
    assertThat(page(3)).doesNotContain("<span class=\"sm\">’16</span>");
  }

  @Test
  void whatASteadyTrendIsIsExplained() throws IOException {
    assertThat(page(YEARS)).contains("steady trend", "<dt>Steady trend</dt>");
  }

  /// The release of a build that still moves is one long word.
  @Test
  void longWordsBreakInTheCardsOfTheRun() throws IOException {
    assertThat(page(1)).containsPattern("\\.eq>li\\{[^}]*overflow-wrap:anywhere");
  }
}
