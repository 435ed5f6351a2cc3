package org.idiome.knowledge.source.mapping;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import org.idiome.knowledge.source.predicate.Predicates;
import org.idiome.knowledge.source.table.Layout;
import org.idiome.knowledge.source.table.SourceTable;
import org.idiome.knowledge.source.table.TableFormat;
import org.jspecify.annotations.Nullable;

/// Reads mappings in SSSOM/TSV (Matentzoglu et al. 2022, doi:10.1093/database/baac035).
public final class SssomImporter implements Importer {
  private static final TableFormat FORMAT =
      TableFormat.of("sssom", Layout.QUOTED_TAB.ragged().missing("."));

  private static final String SUBCLASS = Predicates.of("obo").known("is_a").predicate();

  /// What stands where somebody looked for a concept and found none.
  private static final String NO_TERM = "sssom:NoTermFound";

  private static final Set<String> TOLD =
      Set.of(
          "subject_id",
          "subject_label",
          "predicate_id",
          "predicate_modifier",
          "object_id",
          "object_label");

  @Override
  public String format() {
    return "sssom";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    return FORMAT.recognise(head, settings, new SssomHeader(head.lines()).name());
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    try (var rows = FORMAT.open(text, settings, sink)) {
      var header = new SssomHeader(rows.above());
      var mappings = new Mappings(rows, header, new Identifiers(settings, sink), sink);
      while (rows.next()) {
        mappings.tell();
      }
      return header.statement();
    }
  }

  /// Tells the rows of one table.
  private record Mappings(SourceTable rows, SssomHeader header, Identifiers ids, ReleaseSink sink) {
    void tell() {
      var object = rows.text("object_id");
      if (object.equals(NO_TERM) || rows.text("subject_id").equals(NO_TERM)) {
        sink.leaveOut("no_term_found");
        return;
      }
      var from = curie("subject_id");
      var to = curie("object_id");
      if (from == null || to == null) {
        var column = from == null ? "subject_id" : "object_id";
        sink.refuse(column, rows.text(column));
        return;
      }
      var modifier = rows.text("predicate_modifier");
      boolean isNegated = modifier.equals("Not");
      if (!isNegated && !modifier.isEmpty()) {
        sink.refuse("predicate_modifier", modifier);
        return;
      }
      if (rows.text("predicate_id").isEmpty()) {
        sink.refuse("predicate_id", "");
        return;
      }
      var values = new TreeMap<>(rows.rest(TOLD).values());
      var predicate = predicate(values);
      sink.claim(new Claim(from, predicate, to, isNegated, Attributes.NONE, Attributes.of(values)));
      label(from, rows.text("subject_label"));
      label(to, rows.text("object_label"));
    }

    /// By our table of prefixes, else by the address that the file has for the prefix.
    private @Nullable String curie(String column) {
      var text = rows.text(column);
      var known = ids.curie(text);
      int colon = text.indexOf(':');
      if (known != null || colon <= 0) {
        return known;
      }
      var address = header.address(text.substring(0, colon));
      return address == null ? null : ids.curie(address + text.substring(colon + 1));
    }

    private String predicate(Map<String, String> values) {
      var word = rows.text("predicate_id");
      var name = word.startsWith("oio:") ? "oboInOwl:" + word.substring("oio:".length()) : word;
      if (Predicates.isMapping(name)) {
        return name;
      }
      values.put(Values.ORIGINAL_PREDICATE, word);
      if (name.equals("rdfs:subClassOf")) {
        return SUBCLASS;
      }
      if (Predicates.isBiolink(name)) {
        return name;
      }
      sink.unknownValue("predicate_id", word);
      return Predicates.RELATED_TO;
    }

    private void label(String id, String label) {
      if (label.isEmpty()) {
        return;
      }
      sink.term(Term.of(id, TermProperty.NAME, label));
      // As the ontologies of the OBO Foundry name what they have withdrawn.
      if (label.startsWith("obsolete ")) {
        sink.term(new Term(id, TermProperty.OBSOLETE, "true", Attributes.of("by", "label")));
        sink.remark("obsolete_concept");
      }
    }
  }
}
