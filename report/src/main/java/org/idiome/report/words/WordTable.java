package org.idiome.report.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The rows of `words.tsv`: code, template, and the template for any number but one.
///
/// A template is read when it is first asked for: no command says all of them. Until then a text of
/// the table has one character a byte of its UTF-8, in which no part of a character is a tab or the
/// end of a line.
final class WordTable {
  private static final String RESOURCE = "words.tsv";
  private static final String HEADER = "code\tone\tmany";

  /// @param many null where no number decides the form
  record Entry(Template one, @Nullable Template many) {}

  /// A line of the table, one character a byte.
  ///
  /// @param many empty where no number decides the form
  private record Row(int line, String one, String many) {}

  private final Map<String, Row> rows;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  private WordTable(Map<String, Row> rows) {
    this.rows = rows;
  }

  static WordTable load() {
    try (InputStream bytes = WordTable.class.getResourceAsStream(RESOURCE)) {
      if (bytes == null) {
        throw new IllegalStateException("the words are not there: " + RESOURCE);
      }
      return read(new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  private static WordTable read(String text) {
    int from = text.indexOf('\n') + 1;
    if (!text.startsWith(HEADER + "\n")) {
      throw new IllegalStateException(RESOURCE + ":1: the header is not " + HEADER);
    }
    var rows = new HashMap<String, Row>();
    for (int line = 2; from < text.length(); line++) {
      int end = text.indexOf('\n', from);
      int one = text.indexOf('\t', from) + 1;
      int many = text.indexOf('\t', one) + 1;
      if (end < 0 || one == 0 || many == 0 || many > end || many - one == 1) {
        throw new IllegalStateException(RESOURCE + ":" + line + ": not three columns");
      }
      var code = text.substring(from, one - 1);
      var row = new Row(line, text.substring(one, many - 1), text.substring(many, end));
      if (row.many().indexOf('\t') >= 0 || rows.put(code, row) != null) {
        throw new IllegalStateException(RESOURCE + ":" + line + ": four columns, or again");
      }
      from = end + 1;
    }
    return new WordTable(rows);
  }

  @Nullable Entry get(String code) {
    var entry = entries.get(code);
    var row = entry == null ? rows.get(code) : null;
    if (row == null) {
      return entry;
    }
    var read = entry(row);
    entries.put(code, read);
    return read;
  }

  private static Entry entry(Row row) {
    try {
      return new Entry(template(row.one()), row.many().isEmpty() ? null : template(row.many()));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(RESOURCE + ":" + row.line() + ": " + e.getMessage(), e);
    }
  }

  private static Template template(String bytes) {
    return Template.of(
        new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
  }

  Set<String> codes() {
    return Collections.unmodifiableSet(new TreeSet<>(rows.keySet()));
  }
}
