package org.idiome.core.problem;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.jspecify.annotations.Nullable;

/// Where a problem stands.
///
/// @param file name as the input called it
/// @param line from 1, or null for the whole file
/// @param column from 1, or null for the whole line
/// @param pointer JSON pointer, or null outside JSON
public record Place(
    String file, @Nullable Long line, @Nullable Integer column, @Nullable String pointer)
    implements Canonical {

  /// A whole file.
  public static Place file(String file) {
    return new Place(file, null, null, null);
  }

  /// A line of a file.
  public static Place line(String file, long line) {
    return new Place(file, line, null, null);
  }

  /// A value in a JSON file.
  public static Place pointer(String file, long line, String pointer) {
    return new Place(file, line, null, pointer);
  }

  /// `file`, `file:12`, `file:12:3`, with the pointer after a space where there is one.
  public String text() {
    var out = new StringBuilder(file);
    if (line != null) {
      out.append(':').append(line);
      if (column != null) {
        out.append(':').append(column);
      }
    }
    return pointer == null ? out.toString() : out.append(' ').append(pointer).toString();
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("file", file)
        .put("line", line == null ? null : Json.of(line))
        .put("column", column == null ? null : Json.of((long) column))
        .put("pointer", pointer)
        .end();
  }
}
