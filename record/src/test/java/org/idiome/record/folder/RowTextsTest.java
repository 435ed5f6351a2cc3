package org.idiome.record.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.source.CitedRow;
import org.idiome.core.source.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowTextsTest {
  private static final String TABLE =
      "\"layer\":\"laboratory\",\"shape\":\"long\",\"feature\":\"f\",\"value\":\"v\","
          + "\"unit\":\"=mg/L\",\"fileFormat\":\"TSV\"";

  @TempDir Path folder;

  private static QuantityColumns columns(PersonRecord record) {
    var columns = record.quantities().get(Layer.LABORATORY);
    assertThat(columns).isNotNull();
    return columns == null ? QuantityColumns.of(Layer.LABORATORY).build() : columns;
  }

  @Test
  void citesALineWithItsHeader() throws IOException {
    Folders.packet(folder, Folders.file("t.tsv", TABLE));
    Folders.write(folder, "t.tsv", "# said\nf\tv\tnote\nX:2\t2\tü\r\nX:1\t1\t<b>\n");
    var record = Folders.read(folder);
    var cited = record.rowTexts().cite(columns(record).row(0), "1");
    assertThat(cited.file().name()).isEqualTo("t.tsv");
    assertThat(cited.at()).isEqualTo(new Locator.Line(4));
    assertThat(cited.header()).isEqualTo("f\tv\tnote");
    assertThat(cited.text()).isEqualTo("X:1\t1\t<b>");
    assertThat(cited.mark()).isEqualTo("1");
    assertThat(record.rowTexts().cite(columns(record).row(1)).text()).isEqualTo("X:2\t2\tü");
  }

  @Test
  void citesAnElementOfAPacket() throws IOException {
    Folders.packet(folder, "\"phenotypicFeatures\":[{\"type\": {\"id\":\n\"HP:1\"}}]");
    var record = Folders.read(folder);
    var cited = record.rowTexts().cite(record.statements().getFirst().rows().getFirst());
    assertThat(cited.text()).isEqualTo("{\"type\":{\"id\":\"HP:1\"}}");
    assertThat(cited.at()).isEqualTo(new Locator.Pointer("/phenotypicFeatures/0", 1));
    assertThat(cited.header()).isNull();
  }

  @Test
  void cutsALongElementAroundItsMark() {
    var text = "a".repeat(1000) + "MARK" + "b".repeat(1000);
    var cut = RowTexts.cut(text, "MARK");
    assertThat(cut).contains("MARK").startsWith("…").endsWith("…").hasSizeLessThan(410);
    assertThat(RowTexts.cut(text, null)).startsWith("aaa").endsWith("…");
    assertThat(RowTexts.cut(text, "nowhere")).startsWith("aaa");
    assertThat(RowTexts.cut(text, "b".repeat(1000))).contains("bbb");
    assertThat(RowTexts.cut("short", "x")).isEqualTo("short");
  }

  @Test
  void aFileThatChangedIsNotCited() throws IOException {
    Folders.packet(folder, Folders.file("t.tsv", TABLE));
    Folders.write(folder, "t.tsv", "f\tv\nX:1\t1\n");
    var record = Folders.read(folder);
    Folders.write(folder, "t.tsv", "f\tv\nX:1\t2\n");
    var thrown =
        catchThrowableOfType(
            BadInputException.class, () -> record.rowTexts().cite(columns(record).row(0)));
    assertThat(thrown.problem().code()).isEqualTo(ProblemCode.FOLDER_FILE_CHANGED);
  }

  @Test
  void citesAnyOfManyLinesFromManyThreads()
      throws IOException, InterruptedException, ExecutionException {
    var text = new StringBuilder("f\tv\tfiller\n");
    for (int i = 0; i < 60_000; i++) {
      text.append("X:").append(100_000 + i).append('\t').append(i).append("\t0123456789abcdef\n");
    }
    Folders.packet(folder, Folders.file("t.tsv", TABLE));
    Folders.write(folder, "t.tsv", text.toString());
    var record = Folders.read(folder);
    var columns = columns(record);
    try (var pool = Executors.newFixedThreadPool(8)) {
      var asked = new ArrayList<Future<CitedRow>>();
      for (int i = 0; i < 400; i++) {
        int row = i * 149 % columns.size();
        asked.add(pool.submit(() -> record.rowTexts().cite(columns.row(row))));
      }
      for (int i = 0; i < 400; i++) {
        int row = i * 149 % columns.size();
        assertThat(asked.get(i).get().text())
            .isEqualTo("X:" + (100_000 + row) + "\t" + row + "\t0123456789abcdef");
      }
    }
  }
}
