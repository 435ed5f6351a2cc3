package org.idiome.genomics.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.problem.BadInputException;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.LineReader;
import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;

class RowSplitterTest {
  private static List<List<String>> split(String text, char delimiter) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    try (var input = Input.of(new ByteArrayInputStream(bytes), "t", Limits.DEFAULT)) {
      var lines = new LineReader(input, Limits.DEFAULT);
      var rows = new RowSplitter(lines, "t", delimiter, 1000, 50);
      var all = new ArrayList<List<String>>();
      while (rows.next()) {
        var fields = new ArrayList<String>();
        for (int i = 0; i < rows.count(); i++) {
          fields.add(rows.text(i));
        }
        all.add(fields);
      }
      return all;
    }
  }

  @Test
  void cutsFieldsAndTakesBlanksOff() throws IOException {
    assertThat(split("a, b ,,c\r\n\n  \nd,,,\n", ','))
        .containsExactly(List.of("a", "b", "", "c"), List.of("d", "", "", ""));
  }

  @Test
  void takesQuotesOff() throws IOException {
    assertThat(split("\"a,b\",\"x \"\"y\"\"\",z\n\"two\nlines\",1,2\n", ','))
        .containsExactly(List.of("a,b", "x \"y\"", "z"), List.of("two\nlines", "1", "2"));
  }

  @Test
  void aQuoteInATabSeparatedLineIsACharacterUnlessItCloses() throws IOException {
    assertThat(split("\"5' end\tx\n\"quoted\"\ty\n12\"\tz\n", '\t'))
        .containsExactly(List.of("\"5' end", "x"), List.of("quoted", "y"), List.of("12\"", "z"));
  }

  @Test
  void aQuoteThatNeverClosesEndsTheReading() {
    assertThatThrownBy(() -> split("a,\"b\nc,d\n", ',')).isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> split("a,\"" + "b\n".repeat(600) + "\",c", ','))
        .isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> split(",".repeat(60), ',')).isInstanceOf(BadInputException.class);
  }

  @Test
  void namesARowByItsFirstLine() throws IOException {
    var bytes = "a,b\n\"1\n2\",3\n4,5\n".getBytes(StandardCharsets.UTF_8);
    try (var input = Input.of(new ByteArrayInputStream(bytes), "t", Limits.DEFAULT)) {
      var rows = new RowSplitter(new LineReader(input, Limits.DEFAULT), "t", ',', 1000, 50);
      var lines = new ArrayList<Long>();
      while (rows.next()) {
        lines.add(rows.line());
      }
      assertThat(lines).containsExactly(1L, 2L, 4L);
    }
  }

  /// Against FastCSV 4.4.0, whose rows are those of RFC 4180; blanks around fields are ours.
  @Test
  void agreesWithFastCsv() {
    Cases.check(
        "rows are those of FastCSV",
        made -> {
          var text = made.text("ab,\"\"\nc", 40);
          List<List<String>> ours;
          try {
            ours = split(text, ',');
          } catch (BadInputException e) {
            return;
          }
          if (isDamaged(text)) {
            return;
          }
          try (var reader =
              CsvReader.builder()
                  .skipEmptyLines(true)
                  .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                  .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                  .ofCsvRecord(text.strip())) {
            var theirs = reader.stream().map(CsvRecord::getFields).toList();
            if (text.equals(text.strip())) {
              assertThat(ours).isEqualTo(theirs);
            }
          }
        });
  }

  /// RFC 4180 has no quote inside a bare field and nothing behind a closing one; each reader has
  /// its own way with those.
  private static boolean isDamaged(String text) {
    boolean inQuotes = false;
    boolean atStart = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inQuotes) {
        if (c == '"') {
          if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
            i++;
          } else {
            inQuotes = false;
            boolean ends =
                i + 1 == text.length() || text.charAt(i + 1) == ',' || text.charAt(i + 1) == '\n';
            if (!ends) {
              return true;
            }
          }
        }
      } else if (c == '"') {
        if (!atStart) {
          return true;
        }
        inQuotes = true;
      }
      atStart = !inQuotes && (c == ',' || c == '\n');
    }
    return false;
  }
}
