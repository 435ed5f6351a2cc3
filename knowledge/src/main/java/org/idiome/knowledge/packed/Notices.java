package org.idiome.knowledge.packed;

import java.util.List;
import java.util.SortedMap;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;

/// What the user should see of how a release was read.
///
/// @param unknownColumns names in the order of the file
/// @param unknownValues by column, the most frequent first
/// @param leftOut rows by rule
/// @param notUnderstood the first rows that were refused
/// @param remarks by name
public record Notices(
    List<String> unknownColumns,
    SortedMap<String, List<Counted>> unknownValues,
    SortedMap<String, Long> leftOut,
    List<Refused> notUnderstood,
    SortedMap<String, Remark> remarks)
    implements Canonical {

  /// A value and how often it stands there.
  public record Counted(String value, long count) implements Canonical {
    @Override
    public Json toJson() {
      return Json.object().put("value", value).put("count", count).end();
    }
  }

  /// A row that was not understood.
  ///
  /// @param value at most 200 characters of it
  public record Refused(long line, String column, String value) implements Canonical {
    @Override
    public Json toJson() {
      return Json.object().put("line", line).put("column", column).put("value", value).end();
    }
  }

  /// How often a remark was made, and where first.
  public record Remark(long count, long firstLine) implements Canonical {
    @Override
    public Json toJson() {
      return Json.object().put("count", count).put("first_line", firstLine).end();
    }
  }

  @Override
  public Json toJson() {
    var values = Json.object();
    unknownValues.forEach((column, counted) -> values.putAll(column, counted));
    var rules = Json.object();
    leftOut.forEach(rules::put);
    var said = Json.object();
    remarks.forEach(said::put);
    return Json.object()
        .putStrings("unknown_columns", unknownColumns)
        .put("unknown_values", unknownValues.isEmpty() ? null : values.end())
        .put("left_out", leftOut.isEmpty() ? null : rules.end())
        .putAll("not_understood", notUnderstood)
        .put("remarks", remarks.isEmpty() ? null : said.end())
        .end();
  }
}
