package org.idiome.knowledge.source.ontology;

import java.util.List;
import java.util.TreeMap;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.TermProperty;

/// Tells the stanzas of an OBO file.
final class OboStanza {
  private final Concept concept;
  private final ReleaseSink sink;

  OboStanza(Concept concept, ReleaseSink sink) {
    this.concept = concept;
    this.sink = sink;
  }

  /// Tells one stanza.
  ///
  /// @param begin its first line
  void tell(String kind, long begin, List<OboLine> lines) {
    sink.row(begin);
    switch (kind) {
      case "[Term]" -> term(lines);
      case "[Typedef]" -> sink.leaveOut("relation");
      case "[Instance]" -> sink.leaveOut("instance");
      default -> sink.refuse("stanza", kind);
    }
  }

  private void term(List<OboLine> lines) {
    var id = "";
    for (var line : lines) {
      if (line.tag().equals("is_anonymous") && line.text().equals("true")) {
        sink.leaveOut("anonymous");
        return;
      }
      if (line.tag().equals("id")) {
        id = line.word(0);
      }
    }
    if (!concept.begin(id)) {
      return;
    }
    for (var line : lines) {
      sink.at(line.number());
      tag(line);
    }
    concept.end();
  }

  private void tag(OboLine line) {
    switch (line.tag()) {
      case "id", "is_anonymous" -> {}
      case "name" -> concept.text(TermProperty.NAME, line.text(), line.qualifiers());
      case "def" -> {
        var quoted = line.quoted();
        var notes = concept.notes(line.qualifiers(), OboLine.inBrackets(quoted.behind()));
        concept.text(TermProperty.DEFINITION, quoted.text(), notes);
      }
      case "synonym" -> synonym(line);
      case "exact_synonym" -> oldSynonym(TermProperty.EXACT_SYNONYM, line);
      case "broad_synonym" -> oldSynonym(TermProperty.BROAD_SYNONYM, line);
      case "narrow_synonym" -> oldSynonym(TermProperty.NARROW_SYNONYM, line);
      case "related_synonym" -> oldSynonym(TermProperty.RELATED_SYNONYM, line);
      case "alt_id" ->
          concept.other(TermProperty.ALTERNATIVE_ID, "alt_id", line.word(0), line.qualifiers());
      case "replaced_by", "use_term" ->
          concept.other(TermProperty.REPLACED_BY, "replaced_by", line.word(0), line.qualifiers());
      case "consider" ->
          concept.other(TermProperty.CONSIDER, "consider", line.word(0), line.qualifiers());
      case "is_obsolete" -> {
        if (line.text().equals("true")) {
          concept.text(TermProperty.OBSOLETE, "true", line.qualifiers());
        }
      }
      case "is_a", "relationship", "xref", "xref_analog", "xref_unknown", "equivalent_to" ->
          link(line);
      case "namespace",
          "comment",
          "subset",
          "intersection_of",
          "union_of",
          "disjoint_from",
          "created_by",
          "creation_date",
          "builtin",
          "property_value" ->
          concept.keep(line.tag(), line.text());
      default -> unknown(line);
    }
  }

  private void unknown(OboLine line) {
    if (line.tag().isEmpty()) {
      sink.unknownValue("line", line.value());
    } else {
      concept.keepUnknown(line.tag(), line.text());
    }
  }

  private void link(OboLine line) {
    switch (line.tag()) {
      case "is_a" -> concept.parent(line.word(0), line.qualifiers(), line.number());
      case "relationship" -> concept.relation(line.word(0), line.word(1), line.qualifiers());
      case "equivalent_to" -> concept.equivalent(line.word(0), line.qualifiers());
      default -> xref(line);
    }
  }

  /// `xref: ID "description"`.
  private void xref(OboLine line) {
    int quote = line.value().indexOf(" \"");
    var notes = line.qualifiers();
    if (quote >= 0) {
      var named = new TreeMap<>(notes.values());
      var description = new OboLine(0, "", line.value().substring(quote + 1), notes).quoted();
      named.put("description", description.text());
      notes = Attributes.of(named);
    }
    concept.xref(line.word(0), notes);
  }

  /// `synonym: "text" SCOPE TYPE [references]`.
  private void synonym(OboLine line) {
    var quoted = line.quoted();
    int bracket = quoted.behind().indexOf('[');
    var words = (bracket < 0 ? quoted.behind() : quoted.behind().substring(0, bracket)).strip();
    int blank = words.indexOf(' ');
    var scope = blank < 0 ? words : words.substring(0, blank);
    var type = blank < 0 ? "" : words.substring(blank + 1).strip();
    var property =
        switch (scope) {
          case "EXACT" -> TermProperty.EXACT_SYNONYM;
          case "BROAD" -> TermProperty.BROAD_SYNONYM;
          case "NARROW" -> TermProperty.NARROW_SYNONYM;
          // The format's own rule for a synonym without scope.
          case "RELATED", "" -> TermProperty.RELATED_SYNONYM;
          default -> {
            sink.unknownValue("synonym", scope);
            yield TermProperty.RELATED_SYNONYM;
          }
        };
    tellSynonym(property, line, quoted, type);
  }

  private void oldSynonym(TermProperty property, OboLine line) {
    tellSynonym(property, line, line.quoted(), "");
  }

  private void tellSynonym(
      TermProperty property, OboLine line, OboLine.Quoted quoted, String type) {
    var named = new TreeMap<>(line.qualifiers().values());
    named.put("type", type);
    var notes = concept.notes(Attributes.of(named), OboLine.inBrackets(quoted.behind()));
    concept.text(property, quoted.text(), notes);
  }
}
