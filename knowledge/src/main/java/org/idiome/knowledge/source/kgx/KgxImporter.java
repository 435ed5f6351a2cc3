package org.idiome.knowledge.source.kgx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.idiome.core.problem.BadInputException;
import org.idiome.genomics.io.Content;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.Identifiers;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Importer;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceText;
import org.idiome.knowledge.source.json.JsonItem;
import org.idiome.knowledge.source.json.JsonSource;
import org.idiome.knowledge.source.table.Layout;
import org.idiome.knowledge.source.table.TableFormat;

/// Reads one of the files of a graph in KGX.
public final class KgxImporter implements Importer {
  private static final Layout LAYOUT = Layout.TAB.ragged().missing(".");

  private static final TableFormat EDGES = TableFormat.of("kgx-edges", LAYOUT);

  /// Nodes in a table, edges in a table, and both in JSON Lines.
  public static final List<Importer> ALL =
      List.of(
          new KgxImporter("kgx-nodes", false),
          new KgxImporter("kgx-edges", false),
          new KgxImporter("kgx-nodes", true),
          new KgxImporter("kgx-edges", true));

  private final String kind;
  private final boolean isJson;
  private final TableFormat columns;

  private KgxImporter(String kind, boolean isJson) {
    this.kind = kind;
    this.isJson = isJson;
    this.columns = TableFormat.of(kind, LAYOUT);
  }

  private boolean isEdges() {
    return kind.equals("kgx-edges");
  }

  @Override
  public String format() {
    return isJson ? kind + "-json" : kind;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    if (!isJson) {
      // An edge may have an id and a category too.
      boolean isOther =
          !isEdges() && EDGES.recognise(head, settings, "") instanceof Recognition.Yes;
      return isOther ? Recognition.NO : columns.recognise(head, settings, Recognition.BY_FILE_NAME);
    }
    if (head.content() != Content.JSON || !head.text().startsWith("{")) {
      return Recognition.NO;
    }
    var line = head.lines().getFirst().getBytes(StandardCharsets.UTF_8);
    JsonItem.Fields first;
    try {
      first = JsonSource.line(line, 0, line.length, "", 1);
    } catch (BadInputException e) {
      // Not one object a line: another format.
      return Recognition.NO;
    }
    var names = first.fields().keySet();
    boolean isEdge =
        names.contains("subject")
            && names.contains("object")
            && (names.contains("predicate") || names.contains("edge_label"));
    boolean isNode = names.contains("id") && names.contains("category") && !isEdge;
    return (isEdges() ? isEdge : isNode)
        ? new Recognition.Yes(Recognition.BY_FILE_NAME, "json")
        : Recognition.NO;
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    var ids = new Identifiers(settings, sink);
    var edges = new KgxEdges(ids, sink);
    var nodes = new KgxNodes(ids, sink);
    if (isJson) {
      lines(text, settings, sink, row -> tell(row, edges, nodes));
    } else {
      try (var rows = columns.open(text, settings, sink)) {
        if (!isEdges()) {
          rows.takingShortLast(); // An edge that is cut may have lost that it is negated.
        }
        var row = new KgxTableRow(rows);
        while (rows.next()) {
          tell(row, edges, nodes);
        }
      }
    }
    return ReleaseStatement.NOTHING;
  }

  private void tell(KgxRow row, KgxEdges edges, KgxNodes nodes) {
    if (isEdges()) {
      edges.tell(row);
    } else {
      nodes.tell(row);
    }
  }

  @FunctionalInterface
  private interface Rows {
    void row(KgxRow row);
  }

  private void lines(SourceText text, ImportSettings settings, ReleaseSink sink, Rows rows)
      throws IOException {
    var row = new KgxJsonRow(columns, settings, sink);
    try (var lines = text.lines()) {
      while (lines.next()) {
        if (lines.start() == lines.end()) {
          continue;
        }
        var object =
            JsonSource.line(
                lines.buffer(), lines.start(), lines.end(), text.name(), lines.number());
        sink.row(lines.number());
        row.take(object);
        rows.row(row);
      }
    }
  }
}
