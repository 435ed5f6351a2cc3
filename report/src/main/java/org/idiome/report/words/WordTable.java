package org.idiome.report.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The rows of `words.tsv`: code, template, and the template for any number but one.
final class WordTable {
  private static final String RESOURCE = "words.tsv";
  private static final String HEADER = "code\tone\tmany";
  private static final int COLUMNS = 3;

  /// @param many null where no number decides the form
  record Entry(Template one, @Nullable Template many) {}

  private final Map<String, Entry> entries;

  private WordTable(Map<String, Entry> entries) {
    this.entries = entries;
  }

  static WordTable load() {
    try (InputStream bytes = WordTable.class.getResourceAsStream(RESOURCE)) {
      if (bytes == null) {
        throw new IllegalStateException("the words are not there: " + RESOURCE);
      }
      return read(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  private static WordTable read(BufferedReader lines) throws IOException {
    var header = lines.readLine();
    if (!HEADER.equals(header)) {
      throw new IllegalStateException(RESOURCE + ":1: " + header);
    }
    var entries = new HashMap<String, Entry>();
    int number = 1;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      var cells = line.split("\t", -1);
      if (cells.length != COLUMNS || cells[1].isEmpty()) {
        throw new IllegalStateException(RESOURCE + ":" + number + ": " + line);
      }
      var many = cells[2].isEmpty() ? null : Template.of(cells[2]);
      if (entries.put(cells[0], new Entry(Template.of(cells[1]), many)) != null) {
        throw new IllegalStateException(RESOURCE + ":" + number + ": " + cells[0] + " again");
      }
    }
    return new WordTable(entries);
  }

  @Nullable Entry get(String code) {
    return entries.get(code);
  }

  Set<String> codes() {
    return Collections.unmodifiableSet(new TreeSet<>(entries.keySet()));
  }
}
