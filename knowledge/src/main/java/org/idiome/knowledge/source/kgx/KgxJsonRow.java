package org.idiome.knowledge.source.kgx;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.json.JsonItem;
import org.idiome.knowledge.source.table.TableFormat;

/// The object of a line of JSON.
final class KgxJsonRow implements KgxRow {
  private final TableFormat format;
  private final ImportSettings settings;
  private final ReleaseSink sink;
  private final Set<String> unknown = new HashSet<>();
  private final Map<String, JsonItem> fields = new TreeMap<>();

  KgxJsonRow(TableFormat format, ImportSettings settings, ReleaseSink sink) {
    this.format = format;
    this.settings = settings;
    this.sink = sink;
  }

  /// Takes another line.
  void take(JsonItem.Fields object) {
    fields.clear();
    object
        .fields()
        .forEach((name, value) -> {
          var published = settings.published(name);
          var column = format.column(published);
          if (column == null && unknown.add(published)) {
            sink.unknownColumn(published);
          }
          fields.put(column == null ? published : column, value);
        });
  }

  @Override
  public String text(String column) {
    var item = fields.get(column);
    return item == null ? "" : item.flat();
  }

  @Override
  public List<String> values(String column) {
    var item = fields.get(column);
    return item == null ? List.of() : KgxTableRow.split(item.flat());
  }

  @Override
  public Map<String, String> rest(Set<String> told) {
    var rest = new TreeMap<String, String>();
    fields.forEach((name, value) -> {
      if (!told.contains(name) && !name.isBlank()) {
        rest.put(name.replaceAll("[=\\p{Cntrl}]", "_"), value.flat());
      }
    });
    return rest;
  }
}
