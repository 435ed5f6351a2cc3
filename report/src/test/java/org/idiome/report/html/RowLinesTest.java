package org.idiome.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.source.CitedRow;
import org.idiome.core.source.Locator;
import org.idiome.core.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowLinesTest {
  private static final String HEADER =
      "source\tdrug\tgene\tkind\tkey\tphase\tfrom\taction\twhen\tstatus";

  private static CitedRow row(String text, @Nullable String mark) {
    var file = new SourceFile("a.tsv", Sha256.of(new byte[0]), 0);
    return new CitedRow(file, new Locator.Line(7), HEADER, text, mark);
  }

  private static String line(List<RowLines.Piece> pieces) {
    return pieces.stream().map(RowLines.Piece::text).collect(Collectors.joining()).strip();
  }

  /// What decides must not be what is left out.
  @Test
  void showsWhatAnUnmarkedRowSays() {
    var lines =
        RowLines.of(List.of(row("CPIC\tx\tG\tkind\tPoor\t.\t.\tavoid\t.\tconfirmed", null)));
    assertThat(line(lines.header()).split(" +", -1))
        .containsExactly("source", "drug", "gene", "kind", "key", "…", "action", "…", "status");
    assertThat(line(lines.lines().getFirst())).contains("Poor", "avoid", "confirmed");
  }

  @Test
  void showsAMarkedCellWithItsNeighbour() {
    var lines =
        RowLines.of(List.of(row("CPIC\tx\tG\tkind\tPoor\t.\t.\tavoid\t.\tconfirmed", "avoid")));
    assertThat(line(lines.lines().getFirst()).split(" +", -1))
        .containsExactly("CPIC", "x", "G", "kind", "…", ".", "avoid", "…", "confirmed");
    assertThat(lines.lines().getFirst())
        .filteredOn(RowLines.Piece::isMarked)
        .containsExactly(new RowLines.Piece("avoid", true));
  }
}
