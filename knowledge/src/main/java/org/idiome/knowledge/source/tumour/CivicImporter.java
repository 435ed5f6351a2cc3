package org.idiome.knowledge.source.tumour;

import java.io.IOException;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Importer;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceText;
import org.idiome.knowledge.source.table.Layout;
import org.idiome.knowledge.source.table.TableFormat;

/// Clinical evidence summaries of CIViC: the columns until 2022, those of the present site, and
/// copies that put several items in one row.
public final class CivicImporter implements Importer {
  private static final TableFormat FORMAT =
      TableFormat.of("civic", Layout.QUOTED_TAB.missing("NA"));

  @Override
  public String format() {
    return "civic-evidence";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    return FORMAT.recognise(head, settings, "civic-evidence");
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    try (var table = FORMAT.open(text, settings, sink)) {
      var rows = new CivicRows(table, sink);
      while (table.next()) {
        rows.tell();
      }
    }
    return ReleaseStatement.NOTHING;
  }
}
