package org.idiome.knowledge.source.network;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.idiome.genomics.rule.RuleTable;
import org.idiome.knowledge.release.Attributes;
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
import org.idiome.knowledge.source.table.TableFormat;

/// Reads the table of Hetionet's nodes: `id`, `name`, `kind`.
public final class HetionetNodesImporter implements Importer {
  private static final TableFormat FORMAT = TableFormat.of("hetionet-nodes", Layout.TAB);
  private static final Map<String, String> CATEGORIES = categories();

  private static Map<String, String> categories() {
    var categories = new HashMap<String, String>();
    RuleTable.beside(HetionetNodesImporter.class, "hetionet-kinds.tsv")
        .rows()
        .forEach(row -> categories.put(row.get("kind"), row.get("category")));
    return Map.copyOf(categories);
  }

  @Override
  public String format() {
    return "hetionet-nodes";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    boolean hasKinds = head.lines().size() > 1 && head.lines().get(1).indexOf("::") > 0;
    return hasKinds ? FORMAT.recognise(head, settings, "hetionet-nodes") : Recognition.NO;
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    var ids = new Identifiers(settings, sink);
    try (var rows = FORMAT.open(text, settings, sink)) {
      while (rows.next()) {
        var given = rows.text("id");
        var id = ids.curie(given);
        if (id == null) {
          sink.refuse("id", given);
          continue;
        }
        var kind = rows.text("kind");
        var category = CATEGORIES.get(kind);
        if (category == null) {
          sink.unknownValue("kind", kind);
          category = "biolink:NamedThing";
        }
        sink.term(new Term(id, TermProperty.CATEGORY, category, Attributes.of("kind", kind)));
        if (!rows.text("name").isEmpty()) {
          sink.term(Term.of(id, TermProperty.NAME, rows.text("name")));
        }
      }
    }
    return ReleaseStatement.NOTHING;
  }
}
