package org.idiome.knowledge.source.mapping;

import java.io.IOException;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.release.Term;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.Identifiers;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Importer;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceText;
import org.idiome.knowledge.source.table.Layout;
import org.idiome.knowledge.source.table.SourceTable;
import org.idiome.knowledge.source.table.TableFormat;

/// Reads tables of what replaced obsolete concepts, such as the report of Mondo.
public final class ReplacementsImporter implements Importer {
  private static final TableFormat FORMAT =
      TableFormat.of("replacements", Layout.QUOTED_TAB.missing("."));

  @Override
  public String format() {
    return "replacements";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    return FORMAT.recognise(head, settings, Recognition.BY_FILE_NAME);
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    var ids = new Identifiers(settings, sink);
    try (var rows = FORMAT.open(text, settings, sink)) {
      while (rows.next()) {
        tell(rows, ids, sink);
      }
    }
    return ReleaseStatement.NOTHING;
  }

  private static void tell(SourceTable rows, Identifiers ids, ReleaseSink sink) {
    var columns = new String[] {"obsolete", "replaced_by", "consider"};
    var found = new String[columns.length];
    for (int i = 0; i < columns.length; i++) {
      var cell = bare(rows.text(columns[i]));
      var id = cell.isEmpty() ? "" : ids.curie(cell);
      if (id == null || (i == 0 && id.isEmpty())) {
        sink.refuse(columns[i], rows.text(columns[i]));
        return;
      }
      found[i] = id;
    }
    sink.term(Term.of(found[0], TermProperty.OBSOLETE, "true"));
    if (!found[1].isEmpty()) {
      sink.term(Term.of(found[0], TermProperty.REPLACED_BY, found[1]));
    }
    if (!found[2].isEmpty()) {
      sink.term(Term.of(found[0], TermProperty.CONSIDER, found[2]));
    }
  }

  /// An address may stand in angle brackets, as SPARQL writes it.
  private static String bare(String cell) {
    return cell.startsWith("<") && cell.endsWith(">") ? cell.substring(1, cell.length() - 1) : cell;
  }
}
