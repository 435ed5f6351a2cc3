package org.idiome.knowledge.source.phenotype;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.LineReader;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.SourceText;
import org.idiome.knowledge.source.table.TableFormat;
import org.jspecify.annotations.Nullable;

/// Rows of a table of the Human Phenotype Ontology, whose header may stand behind `#`, in words
/// with `<tab>` between them, or nowhere; comments may stand between rows. For one thread.
final class HpoTable implements Closeable {
  private static final String OLD = "#Format:";
  private static final String OLD_TAB = "<tab>";

  private final LineReader lines;
  private final String file;
  private final ReleaseSink sink;
  private final TableFormat format;
  private final ImportSettings settings;
  private final List<String> required;
  private final Map<String, String> comments = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, String> unknown = new TreeMap<>();
  private int width;
  private String[] cells = new String[0];

  /// @param required columns by which the header is known
  /// @param given the columns where the publisher has no header; empty where there is one
  HpoTable(
      SourceText text,
      ImportSettings settings,
      ReleaseSink sink,
      TableFormat format,
      List<String> required,
      List<String> given)
      throws IOException {
    this.file = text.name();
    this.sink = sink;
    this.format = format;
    this.settings = settings;
    this.required = required;
    for (var column : given) {
      places.put(column, width++);
    }
    this.lines = text.lines();
  }

  /// The published names that a line holds, where it may be a header.
  static List<String> names(String line) {
    if (line.startsWith(OLD)) {
      return List.of(line.substring(OLD.length()).strip().replace(OLD_TAB, "\t").split("\t", -1));
    }
    int from = line.startsWith("#") ? 1 : 0;
    var names = new ArrayList<String>();
    for (var name : line.substring(from).split("\t", -1)) {
      names.add(name.strip());
    }
    return names;
  }

  /// Our names of the columns that a line has.
  static List<String> columns(String line, TableFormat format, ImportSettings settings) {
    var columns = new ArrayList<String>();
    for (var name : names(line)) {
      var column = format.column(settings.published(name));
      if (column != null) {
        columns.add(column);
      }
    }
    return columns;
  }

  /// Moves to the next row, which it begins at the sink; false after the last.
  boolean next() throws IOException {
    while (lines.next()) {
      var line = lines.text();
      if (line.isBlank()) {
        continue;
      }
      if (width == 0 && columns(line, format, settings).containsAll(required)) {
        header(line);
        continue;
      }
      if (line.startsWith("#")) {
        comment(line);
        continue;
      }
      if (width == 0) {
        throw new BadInputException(
            Problem.of(ProblemCode.KNOWLEDGE_NOT_RECOGNISED, Place.line(file, lines.number())));
      }
      if (row(line)) {
        return true;
      }
    }
    return false;
  }

  private boolean row(String line) {
    cells = line.split("\t", -1);
    if (!lines.isEnded()) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.KNOWLEDGE_FILE_CUT, Place.line(file, lines.number()), "part", "a row"));
    }
    sink.row(lines.number());
    if (cells.length != width) {
      sink.refuse("columns", cells.length + " of " + width);
      return false;
    }
    return true;
  }

  private void header(String line) {
    for (var name : names(line)) {
      var published = settings.published(name);
      var column = format.column(published);
      if (column == null) {
        sink.unknownColumn(published);
        unknown.put(published, published);
      }
      if (places.put(column == null ? published : column, width++) != null) {
        throw new BadInputException(
            Problem.of(
                ProblemCode.KNOWLEDGE_COLUMN_REPEATED,
                Place.line(file, lines.number()),
                "columns",
                published));
      }
    }
  }

  private void comment(String line) {
    int colon = line.indexOf(':');
    if (colon > 1) {
      comments.putIfAbsent(
          line.substring(1, colon).strip().toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip());
    }
  }

  /// What `#name: value` said, the name in small letters; null where nothing did.
  @Nullable String comment(String... names) {
    for (var name : names) {
      var value = comments.get(name);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return null;
  }

  /// The text of a column; empty where there is none, or a dash.
  String text(String column) {
    int place = places.getOrDefault(column, -1);
    var cell = place < 0 ? "" : cells[place].strip();
    return cell.equals("-") ? "" : cell;
  }

  /// The cells of columns that no variant has, by their names.
  Map<String, String> rest() {
    var rest = new TreeMap<String, String>();
    unknown.keySet().forEach(name -> rest.put(name.replace('=', '_'), text(name)));
    rest.keySet().removeIf(String::isBlank);
    return rest;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
