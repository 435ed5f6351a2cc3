package org.idiome.knowledge.source.ontology;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.Term;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.release.Values;
import org.idiome.knowledge.source.Identifiers;
import org.idiome.knowledge.source.predicate.Predicates;
import org.idiome.knowledge.source.predicate.SourcePredicate;
import org.jspecify.annotations.Nullable;

/// Tells what an ontology says of its concepts, one concept at a time. For one thread.
final class Concept {
  private static final String XREF = "oboInOwl:hasDbXref";
  private static final String EQUIVALENT = "owl:equivalentClass";

  private static final List<String> PUBLICATIONS = List.of("PMID:", "DOI:", "PUBMED:");

  private final Predicates predicates = Predicates.of("obo");
  private final Map<Map.Entry<String, Attributes>, Attributes> valuesOf = new HashMap<>();
  private final Map<String, TreeSet<String>> columns = new TreeMap<>();
  private final Set<String> unknown = new HashSet<>();
  private final Identifiers ids;
  private final Hierarchy hierarchy;
  private final ReleaseSink sink;
  private String id = "";

  Concept(Identifiers ids, Hierarchy hierarchy, ReleaseSink sink) {
    this.ids = ids;
    this.hierarchy = hierarchy;
    this.sink = sink;
  }

  /// Begins a concept of the row begun last; false where it is refused.
  boolean begin(String text) {
    columns.clear();
    var curie = ids.curie(text);
    if (curie == null) {
      sink.refuse("id", text);
      return false;
    }
    if (!hierarchy.add(curie)) {
      sink.refuse("id_twice", text);
      return false;
    }
    id = curie;
    return true;
  }

  /// A statement in words.
  void text(TermProperty property, String value, Attributes notes) {
    if (!value.isEmpty()) {
      sink.term(new Term(id, property, value, notes));
    }
  }

  /// A statement that names another concept.
  void other(TermProperty property, String column, String text, Attributes notes) {
    var curie = ids.curie(text);
    if (curie == null) {
      notUnderstood(column, text);
    } else {
      sink.term(new Term(id, property, curie, notes));
    }
  }

  /// A value that is kept under its own name.
  void keep(String column, String value) {
    if (!value.isEmpty()) {
      columns.computeIfAbsent(column, _ -> new TreeSet<>()).add(value);
    }
  }

  /// As [#keep], of a name that this reader does not know.
  void keepUnknown(String column, String value) {
    if (unknown.add(column)) {
      sink.unknownColumn(column);
    }
    keep(column.replace('=', '_'), value);
  }

  private void notUnderstood(String column, String text) {
    sink.unknownValue(column, text);
    keep(column, text);
  }

  /// The concept is below another.
  void parent(String text, Attributes notes, long line) {
    var curie = ids.curie(text);
    if (curie == null) {
      notUnderstood("is_a", text);
    } else {
      hierarchy.add(id, curie, line);
      claim(id, predicates.known("is_a"), curie, notes);
    }
  }

  /// The concept stands in a relation to another.
  void relation(String word, String text, Attributes notes) {
    var curie = ids.curie(text);
    if (curie == null) {
      notUnderstood("relationship", word + " " + text);
    } else {
      relation(id, word, curie, notes);
    }
  }

  /// An edge between two concepts, the row begun last; refused where one of them is not known.
  void edge(String subject, String word, String object, long line) {
    var from = ids.curie(subject);
    var to = ids.curie(object);
    if (from == null || to == null) {
      sink.refuse(from == null ? "sub" : "obj", from == null ? subject : object);
    } else if (word.equals("is_a")) {
      hierarchy.add(from, to, line);
      claim(from, predicates.known("is_a"), to, Attributes.NONE);
    } else {
      relation(from, word, to, Attributes.NONE);
    }
  }

  private void relation(String subject, String word, String object, Attributes notes) {
    var found = predicates.find(word);
    if (found == null) {
      sink.unknownValue("relationship", word);
      found = SourcePredicate.unknown(word, "knowledge_assertion");
    }
    claim(subject, found, object, notes);
  }

  private void claim(String subject, SourcePredicate word, String object, Attributes notes) {
    var values =
        valuesOf.computeIfAbsent(
            Map.entry(word.original(), notes),
            _ -> {
              var named = new TreeMap<>(notes.values());
              named.put(Values.KNOWLEDGE_LEVEL, word.knowledgeLevel());
              if (!word.original().equals("is_a")) {
                named.put(Values.ORIGINAL_PREDICATE, word.original());
              }
              return Attributes.of(named);
            });
    sink.claim(new Claim(subject, word.predicate(), object, false, word.qualifiers(), values));
  }

  /// A cross reference.
  void xref(String text, Attributes notes) {
    mapping(XREF, "xref", text, notes);
  }

  /// The concept is the same class as another.
  void equivalent(String text, Attributes notes) {
    mapping(EQUIVALENT, "equivalent_to", text, notes);
  }

  /// A set of classes that are one, the row begun last.
  void equivalents(String first, List<String> members) {
    var one = ids.curie(first);
    if (one == null) {
      sink.refuse("representativeNodeId", first);
      return;
    }
    id = one;
    columns.clear();
    members.stream().sorted().forEach(member -> equivalent(member, Attributes.NONE));
    end();
  }

  private void mapping(String predicate, String column, String text, Attributes notes) {
    var curie = ids.curie(text);
    if (curie == null) {
      notUnderstood(column, text);
    } else if (!curie.equals(id)) {
      sink.claim(new Claim(id, predicate, curie, false, Attributes.NONE, notes));
    }
  }

  /// Notes of a definition or synonym: what it was taken from.
  Attributes notes(Attributes more, Collection<String> references) {
    if (references.isEmpty()) {
      return more;
    }
    var named = new TreeMap<String, TreeSet<String>>();
    more.values()
        .forEach((name, value) -> named.computeIfAbsent(name, _ -> new TreeSet<>()).add(value));
    for (var reference : references) {
      var publication = publication(reference);
      named
          .computeIfAbsent(publication == null ? "xref" : Values.PUBLICATIONS, _ -> new TreeSet<>())
          .add(publication == null ? reference : publication);
    }
    return OboLine.joined(named);
  }

  /// Only what is one: most references name curators, as `HPO:probinson` does.
  private @Nullable String publication(String reference) {
    boolean mayBe = false;
    for (var begin : PUBLICATIONS) {
      mayBe |= reference.regionMatches(true, 0, begin, 0, begin.length());
    }
    return mayBe ? ids.curie(reference) : null;
  }

  /// Ends the concept: tells what was kept under its own name.
  void end() {
    if (!columns.isEmpty()) {
      sink.term(new Term(id, TermProperty.COLUMNS, "", OboLine.joined(columns)));
    }
  }
}
