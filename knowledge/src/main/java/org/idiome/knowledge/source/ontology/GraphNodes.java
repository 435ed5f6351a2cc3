package org.idiome.knowledge.source.ontology;

import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.source.json.JsonItem;

/// Tells nodes and edges of an OBO graph.
final class GraphNodes {
  private static final String OBO = "http://purl.obolibrary.org/obo/";
  private static final String IN_OWL = "http://www.geneontology.org/formats/oboInOwl#";

  /// `term replaced by` of the Information Artifact Ontology.
  private static final String REPLACED_BY = OBO + "IAO_0100001";

  /// Edges between properties or to individuals.
  private static final Set<String> OTHER_EDGES = Set.of("subPropertyOf", "inverseOf", "type");

  private final Concept concept;
  private final ReleaseSink sink;

  GraphNodes(Concept concept, ReleaseSink sink) {
    this.concept = concept;
    this.sink = sink;
  }

  void node(JsonItem item, long line) {
    sink.row(line);
    if (!(item instanceof JsonItem.Fields node)) {
      sink.refuse("node", item.flat());
      return;
    }
    var type = node.text("type");
    if (type.equals("PROPERTY") || type.equals("INDIVIDUAL")) {
      sink.leaveOut(type.toLowerCase(Locale.ROOT));
      return;
    }
    if (!concept.begin(node.text("id"))) {
      return;
    }
    concept.text(TermProperty.NAME, node.text("lbl"), Attributes.NONE);
    node.fields()
        .forEach((name, value) -> {
          switch (name) {
            case "id", "lbl", "type" -> {}
            case "meta" -> {
              if (value instanceof JsonItem.Fields meta) {
                meta(meta);
              }
            }
            default -> concept.keepUnknown(name, value.flat());
          }
        });
    concept.end();
  }

  private void meta(JsonItem.Fields meta) {
    meta.fields()
        .forEach((name, value) -> {
          switch (name) {
            case "definition" -> {
              var definition = meta.object(name);
              var notes = concept.notes(Attributes.NONE, definition.texts("xrefs"));
              concept.text(TermProperty.DEFINITION, definition.text("val"), notes);
            }
            case "synonyms" -> meta.objects(name).forEach(this::synonym);
            case "xrefs" ->
                meta.objects(name).forEach(xref -> concept.xref(xref.text("val"), Attributes.NONE));
            case "deprecated" -> {
              if (meta.text(name).equals("true")) {
                concept.text(TermProperty.OBSOLETE, "true", Attributes.NONE);
              }
            }
            case "basicPropertyValues" -> meta.objects(name).forEach(this::property);
            case "comments" -> meta.texts(name).forEach(text -> concept.keep("comment", text));
            case "subsets" -> meta.texts(name).forEach(text -> concept.keep("subset", text));
            default -> concept.keepUnknown(name, value.flat());
          }
        });
  }

  private void synonym(JsonItem.Fields synonym) {
    var property =
        switch (synonym.text("pred")) {
          case "hasExactSynonym" -> TermProperty.EXACT_SYNONYM;
          case "hasBroadSynonym" -> TermProperty.BROAD_SYNONYM;
          case "hasNarrowSynonym" -> TermProperty.NARROW_SYNONYM;
          case "hasRelatedSynonym" -> TermProperty.RELATED_SYNONYM;
          default -> {
            sink.unknownValue("synonym", synonym.text("pred"));
            yield TermProperty.RELATED_SYNONYM;
          }
        };
    var named = new TreeMap<String, String>();
    named.put("type", shortened(synonym.text("synonymType")));
    var notes = concept.notes(Attributes.of(named), synonym.texts("xrefs"));
    concept.text(property, synonym.text("val"), notes);
  }

  private void property(JsonItem.Fields property) {
    var value = property.text("val");
    switch (property.text("pred")) {
      case REPLACED_BY ->
          concept.other(TermProperty.REPLACED_BY, "replaced_by", value, Attributes.NONE);
      case IN_OWL + "hasAlternativeId" ->
          concept.other(TermProperty.ALTERNATIVE_ID, "alt_id", value, Attributes.NONE);
      case IN_OWL + "consider" ->
          concept.other(TermProperty.CONSIDER, "consider", value, Attributes.NONE);
      default -> concept.keep(shortened(property.text("pred")).replace('=', '_'), value);
    }
  }

  void edge(JsonItem item, long line) {
    sink.row(line);
    if (!(item instanceof JsonItem.Fields edge)) {
      sink.refuse("edge", item.flat());
      return;
    }
    var word = edge.text("pred");
    if (OTHER_EDGES.contains(word)) {
      sink.leaveOut(word);
      return;
    }
    concept.edge(edge.text("sub"), shortened(word), edge.text("obj"), line);
  }

  /// Classes that the file says are one: each with the one that represents them.
  void equivalents(JsonItem item, long line) {
    sink.row(line);
    if (item instanceof JsonItem.Fields set) {
      concept.equivalents(set.text("representativeNodeId"), set.texts("nodeIds"));
    } else {
      sink.refuse("equivalentNodesSets", item.flat());
    }
  }

  /// `BFO:0000050` of its address; the last part of any other address.
  private static String shortened(String address) {
    if (address.startsWith(OBO)) {
      var local = address.substring(OBO.length());
      int hash = local.indexOf('#');
      return hash >= 0 ? local.substring(hash + 1) : local.replaceFirst("_", ":");
    }
    int end = Math.max(address.lastIndexOf('#'), address.lastIndexOf('/'));
    return end < 0 || !address.contains("://") ? address : address.substring(end + 1);
  }
}
