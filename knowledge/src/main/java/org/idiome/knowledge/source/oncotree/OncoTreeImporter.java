package org.idiome.knowledge.source.oncotree;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.genomics.io.Content;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.release.Term;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.release.Values;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.Identifiers;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Importer;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceText;
import org.idiome.knowledge.source.json.JsonItem;
import org.idiome.knowledge.source.json.JsonSource;
import org.idiome.knowledge.source.predicate.Predicates;

/// Reads the nested tree that `oncotree.json` is.
///
/// The file does not say of which day it is.
public final class OncoTreeImporter implements Importer {
  private static final String XREF = "oboInOwl:hasDbXref";

  /// Prefixes of the vocabularies by the names that the file has for them.
  private static final Map<String, String> VOCABULARIES = Map.of("UMLS", "UMLS", "NCI", "NCIT");

  private static final Set<String> KEPT =
      Set.of("color", "mainType", "tissue", "level", "revocations", "precursors");

  @Override
  public String format() {
    return "oncotree";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    boolean isTree =
        head.content() == Content.JSON
            && head.text().contains("\"TISSUE\"")
            && head.text().contains("\"code\"")
            && head.text().contains("\"children\"")
            && head.text().contains("\"mainType\"");
    return isTree ? new Recognition.Yes("oncotree", "tree") : Recognition.NO;
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    try (var json = JsonSource.open(text)) {
      var told = new Nodes(new Identifiers(settings, sink), sink);
      var item = json.item();
      json.end();
      if (item instanceof JsonItem.Fields roots) {
        told.children(roots);
      }
    }
    return ReleaseStatement.NOTHING;
  }

  /// Tells the nodes of one tree.
  private static final class Nodes {
    private final Identifiers ids;
    private final ReleaseSink sink;
    private final Set<String> unknown = new TreeSet<>();
    private final Set<String> told = new TreeSet<>();
    private final String above;
    private final Attributes values;

    Nodes(Identifiers ids, ReleaseSink sink) {
      this.ids = ids;
      this.sink = sink;
      var parent = Predicates.of("oncotree").known("parent");
      above = parent.predicate();
      values = Attributes.of(Values.KNOWLEDGE_LEVEL, parent.knowledgeLevel());
    }

    void children(JsonItem.Fields children) {
      children
          .fields()
          .forEach((code, child) -> {
            if (child instanceof JsonItem.Fields node) {
              node(node);
              children(node.object("children"));
            } else {
              sink.row(1);
              sink.refuse("node", code);
            }
          });
    }

    private void node(JsonItem.Fields node) {
      sink.row(1);
      var code = node.text("code");
      var id = ids.curie("ONCOTREE", code);
      if (id == null || !told.add(id)) {
        sink.refuse(id == null ? "code" : "id_twice", code);
        return;
      }
      sink.term(Term.of(id, TermProperty.CATEGORY, "biolink:Disease"));
      sink.term(Term.of(id, TermProperty.NAME, node.text("name")));
      var columns = new TreeMap<String, String>();
      node.fields()
          .forEach((name, value) -> {
            switch (name) {
              case "code", "name", "children" -> {}
              case "parent" -> parent(id, node.text(name));
              case "externalReferences" -> references(id, node.object(name), columns);
              case "history" -> node.texts(name).forEach(former -> former(id, former));
              default -> {
                if (!KEPT.contains(name) && unknown.add(name)) {
                  sink.unknownColumn(name);
                }
                columns.put(name.replace('=', '_'), value.flat());
              }
            }
          });
      var kept = Attributes.of(columns);
      if (!kept.isEmpty()) {
        sink.term(new Term(id, TermProperty.COLUMNS, "", kept));
      }
    }

    private void parent(String id, String parent) {
      var curie = parent.isEmpty() ? null : ids.curie("ONCOTREE", parent);
      if (curie != null) {
        sink.claim(new Claim(id, above, curie, false, Attributes.NONE, values));
      }
    }

    /// A code that the same tumour type had before.
    private void former(String id, String code) {
      var curie = ids.curie("ONCOTREE", code);
      if (curie == null) {
        sink.unknownValue("history", code);
      } else {
        sink.term(Term.of(id, TermProperty.ALTERNATIVE_ID, curie));
      }
    }

    private void references(String id, JsonItem.Fields references, Map<String, String> columns) {
      references
          .fields()
          .forEach((name, _) -> {
            var prefix = VOCABULARIES.get(name);
            for (var reference : references.texts(name)) {
              var curie = prefix == null ? null : ids.curie(prefix, reference);
              if (curie == null) {
                sink.unknownValue("externalReferences", name + ":" + reference);
                columns.merge(
                    "externalReferences",
                    name + ":" + reference,
                    (a, b) -> a + Attributes.BETWEEN_VALUES + b);
              } else {
                sink.claim(new Claim(id, XREF, curie, false, Attributes.NONE, Attributes.NONE));
              }
            }
          });
    }
  }
}
