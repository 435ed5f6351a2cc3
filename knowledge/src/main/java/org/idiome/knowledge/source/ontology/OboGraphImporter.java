package org.idiome.knowledge.source.ontology;

import java.io.IOException;
import java.util.Set;
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

/// Reads ontologies as OBO Graphs in JSON (github.com/geneontology/obographs).
///
/// Each node, edge and axiom is a row. Nodes that are properties or individuals, and axioms other
/// than equivalence, are left out by name.
public final class OboGraphImporter implements Importer {
  /// Arrays of a graph that say what no claim holds, and the rule that leaves their items out.
  private static final Set<String> AXIOMS =
      Set.of("logicalDefinitionAxioms", "domainRangeAxioms", "propertyChainAxioms");

  @Override
  public String format() {
    return "obograph";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    if (head.content() != Content.JSON || !head.text().stripLeading().startsWith("{")) {
      return Recognition.NO;
    }
    int graphs = head.text().indexOf("\"graphs\"");
    if (graphs < 0) {
      return Recognition.NO;
    }
    return new Recognition.Yes(OntologyName.of(textBehind(head.text(), graphs, "\"id\"")), "json");
  }

  /// The text of the first member of a name behind a place; empty where there is none.
  private static String textBehind(String text, int from, String member) {
    int at = text.indexOf(member, from);
    int open = at < 0 ? -1 : text.indexOf('"', at + member.length());
    int close = open < 0 ? -1 : text.indexOf('"', open + 1);
    boolean isNode = text.lastIndexOf("\"nodes\"", at) >= from;
    return close < 0 || isNode ? "" : text.substring(open + 1, close);
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    var hierarchy = new Hierarchy();
    var concept = new Concept(new Identifiers(settings, sink), hierarchy, sink);
    var statement = new GraphStatement();
    var nodes = new GraphNodes(concept, sink);
    try (var json = JsonSource.open(text)) {
      if (json.enterObject()) {
        for (var name = json.name(); name != null; name = json.name()) {
          if (name.equals("graphs")) {
            json.objects(() -> graph(json, nodes, statement, sink));
          } else {
            unknown(json, name, sink);
          }
        }
      }
      json.end();
    }
    hierarchy.requireNoCircle(text.name());
    hierarchy.remarkDangling(sink);
    return statement.told();
  }

  private static void unknown(JsonSource json, String name, ReleaseSink sink) {
    if (!name.equals("meta") && !name.equals("@context")) {
      sink.unknownColumn(name);
    }
    json.skip();
  }

  private static void graph(
      JsonSource json, GraphNodes nodes, GraphStatement statement, ReleaseSink sink) {
    for (var name = json.name(); name != null; name = json.name()) {
      var member = name;
      switch (member) {
        case "id", "lbl" -> json.skip();
        case "meta" -> {
          if (json.item() instanceof JsonItem.Fields meta) {
            statement.take(meta);
          }
        }
        case "nodes" -> json.items(nodes::node);
        case "edges" -> json.items(nodes::edge);
        case "equivalentNodesSets" -> json.items(nodes::equivalents);
        default -> {
          if (AXIOMS.contains(member)) {
            json.items((_, line) -> {
              sink.row(line);
              sink.leaveOut(member);
            });
          } else {
            unknown(json, member, sink);
          }
        }
      }
    }
  }
}
