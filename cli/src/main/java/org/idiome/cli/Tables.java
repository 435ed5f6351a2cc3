package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.idiome.core.canonical.Json;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Tables on standard output: for programs with tabs, for eyes in columns.
final class Tables {
  private static final int WIDEST = 44;
  private static final List<String> ONLY_FOR_PROGRAMS = List.of("run", "snapshot", "software");

  private Tables() {}

  /// Refuses two forms of one output.
  static void checkForms(boolean isJson, boolean isTsv, CommandSpec command) {
    if (isJson && isTsv) {
      throw new ParameterException(
          command.commandLine(), "--json and --tsv are two forms of one output; choose one");
    }
  }

  /// A header line and a line a row, tab-separated, without quoting; characters that show nothing
  /// are written as JSON writes them.
  static String tsv(List<String> columns, List<List<String>> rows) {
    var out = new StringBuilder(String.join("\t", columns)).append('\n');
    rows.forEach(row -> out.append(line(row)));
    return out.toString();
  }

  /// A line of a table for programs.
  static String line(List<String> row) {
    return String.join("\t", row.stream().map(Tables::cell).toList()) + "\n";
  }

  /// An array with an object a row; what is missing is left out.
  static Json json(List<String> columns, List<List<String>> rows) {
    var items = new ArrayList<Json>();
    for (var row : rows) {
      var object = Json.object();
      for (int i = 0; i < columns.size(); i++) {
        object.put(columns.get(i), row.get(i).isEmpty() ? null : row.get(i));
      }
      items.add(object.end());
    }
    return new Json.Arr(items);
  }

  private static String cell(String text) {
    if (text.isEmpty()) {
      return ".";
    }
    return Inert.plainChars(text) == text.length()
        ? text
        : Inert.text(text.replace('\t', ' ').replace('\r', ' ').replace('\n', ' '));
  }

  /// Aligned columns, long cells cut, without the columns that only programs need.
  static String forEyes(List<String> columns, List<List<String>> rows) {
    return aligned(columns, rows, Tables::cut);
  }

  /// The same with no cell cut.
  static String whole(List<String> columns, List<List<String>> rows) {
    return aligned(columns, rows, Tables::cell);
  }

  private static String aligned(
      List<String> columns, List<List<String>> rows, UnaryOperator<String> cell) {
    var shown = new ArrayList<Integer>();
    for (int i = 0; i < columns.size(); i++) {
      if (!ONLY_FOR_PROGRAMS.contains(columns.get(i))) {
        shown.add(i);
      }
    }
    var lines = new ArrayList<List<String>>(rows.size() + 1);
    lines.add(columns.stream().map(name -> name.replace('_', ' ')).toList());
    for (var row : rows) {
      var cells = new ArrayList<String>(row.size());
      for (var text : row) {
        cells.add(cell.apply(text));
      }
      lines.add(cells);
    }
    var widths = new int[columns.size()];
    for (var line : lines) {
      for (int column : shown) {
        widths[column] = Math.max(widths[column], line.get(column).length());
      }
    }
    var out = new StringBuilder();
    for (var line : lines) {
      for (int column : shown) {
        out.append(line.get(column)).repeat(' ', widths[column] - line.get(column).length() + 2);
      }
      int end = out.length();
      while (out.charAt(end - 1) == ' ') {
        end--;
      }
      out.setLength(end);
      out.append('\n');
    }
    return out.toString();
  }

  /// A long text without its middle.
  static String cutInside(String text) {
    int end = (WIDEST - 1) / 2;
    return text.length() <= WIDEST
        ? text
        : text.substring(0, WIDEST - 1 - end) + "\u2026" + text.substring(text.length() - end);
  }

  private static String cut(String text) {
    var cell = cell(text);
    return cell.length() <= WIDEST ? cell : cell.substring(0, WIDEST - 1) + "\u2026";
  }
}
