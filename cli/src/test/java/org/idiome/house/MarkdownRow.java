package org.idiome.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A row of a table in a page of `docs`.
record MarkdownRow(Path page, int line, List<String> cells) {
  /// The rows below a heading, without the two lines that head the table.
  static List<MarkdownRow> table(Path page, String heading) throws IOException {
    var rows = new ArrayList<MarkdownRow>();
    boolean isBelow = false;
    int line = 0;
    for (String text : Files.readAllLines(page)) {
      line++;
      if (text.startsWith("#")) {
        isBelow = text.replaceFirst("#+ ", "").equals(heading);
      } else if (isBelow && text.startsWith("|")) {
        rows.add(new MarkdownRow(page, line, cells(text)));
      }
    }
    if (rows.size() < 3) {
      throw new AssertionError(page + ": no table with rows below \"" + heading + "\"");
    }
    return rows.subList(2, rows.size());
  }

  private static List<String> cells(String text) {
    return Arrays.stream(text.substring(1).split("\\|", -1)).map(String::strip).toList();
  }

  String cell(int column) {
    return cells.get(column);
  }

  String place() {
    return page.getFileName() + ":" + line;
  }
}
