package org.idiome.knowledge.source.tumour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.Term;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.release.Values;
import org.idiome.knowledge.source.table.SourceTable;
import org.jspecify.annotations.Nullable;

/// Tells the rows of one file of CIViC.
///
/// A row of a grouped copy holds several items, joined by `, `, of one gene, disease, therapy,
/// level and significance: what holds of all is told of each of its variants. Directions that
/// differ are told apart only where there is one variant.
final class CivicRows {
  /// A disease has no identifier of the Disease Ontology: the item itself is the object.
  static final String WITHOUT_DISEASE = "disease_without_identifier";

  /// Several items stand in one row.
  static final String GROUPED = "grouped_items";

  private static final String SUPPORTS = "Supports";
  private static final String DENIES = "Does Not Support";
  private static final String BETWEEN_ITEMS = ", ";
  private static final Set<String> TYPES =
      Set.of("Predictive", "Diagnostic", "Prognostic", "Predisposing", "Oncogenic", "Functional");
  private static final Set<String> LEVELS = Set.of("A", "B", "C", "D", "E");

  /// Columns that are told otherwise.
  private static final Set<String> TOLD =
      Set.of(
          "evidence_id",
          "evidence_direction",
          "evidence_level",
          "evidence_type",
          "significance",
          "therapies",
          "therapy_interaction",
          "doid",
          "entrez_id",
          "variant_id",
          "molecular_profile_id");

  private final SourceTable table;
  private final ReleaseSink sink;

  CivicRows(SourceTable table, ReleaseSink sink) {
    this.table = table;
    this.sink = sink;
  }

  void tell() {
    var status = table.text("evidence_status");
    if (!status.isEmpty() && !status.equals("accepted")) {
      sink.leaveOut("not_accepted");
      return;
    }
    var items = numbers("evidence_id");
    var subjects = subjects();
    if (items.isEmpty() || subjects.isEmpty()) {
      sink.refuse(items.isEmpty() ? "evidence_id" : "variant_id", table.text("evidence_id"));
      return;
    }
    var directions = new TreeSet<>(split(table.text("evidence_direction")));
    boolean isTold =
        !directions.isEmpty()
            && Set.of(SUPPORTS, DENIES).containsAll(directions)
            && (directions.size() == 1 || subjects.size() == 1);
    if (!isTold) {
      sink.refuse("evidence_direction", table.text("evidence_direction"));
      return;
    }
    if (items.size() > 1) {
      sink.remark(GROUPED);
    }
    var qualifiers = qualifiers(items);
    var values = values();
    for (var subject : subjects) {
      variant(subject, subjects.size() == 1);
      for (var direction : directions) {
        for (var object : objects(items)) {
          sink.claim(
              new Claim(
                  subject,
                  "biolink:related_to",
                  object,
                  direction.equals(DENIES),
                  qualifiers,
                  values));
        }
      }
    }
  }

  private static List<String> split(String text) {
    var parts = new ArrayList<String>();
    for (var part : Arrays.asList(text.split(BETWEEN_ITEMS, -1))) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  /// Numbers of a column; none where one of them is no number.
  private List<String> numbers(String column) {
    var numbers = split(table.text(column));
    return numbers.stream().allMatch(CivicRows::isNumber) ? numbers : List.of();
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private List<String> subjects() {
    boolean isProfile = table.has("molecular_profile_id");
    var prefix = isProfile ? "civic.mpid:" : "civic.vid:";
    var numbers = numbers(isProfile ? "molecular_profile_id" : "variant_id");
    return numbers.stream().map(number -> prefix + number).toList();
  }

  private List<String> objects(List<String> items) {
    var disease = table.text("doid");
    if (isNumber(disease)) {
      return List.of("DOID:" + disease);
    }
    if (disease.startsWith("DOID:") && isNumber(disease.substring(5))) {
      return List.of(disease);
    }
    if (!disease.isEmpty()) {
      sink.unknownValue("doid", disease);
    }
    sink.remark(WITHOUT_DISEASE);
    return items.stream().map(item -> "civic.eid:" + item).toList();
  }

  private Attributes qualifiers(List<String> items) {
    var type = table.text("evidence_type");
    if (!TYPES.contains(type)) {
      sink.unknownValue("evidence_type", type);
    }
    var interaction = table.text("therapy_interaction");
    if (interaction.contains(BETWEEN_ITEMS)) {
      sink.unknownValue("therapy_interaction", interaction);
    }
    var named = new TreeMap<String, String>();
    named.put("evidence_id", joined("civic.eid:", items));
    named.put("evidence_type", type);
    named.put("significance", table.text("significance"));
    named.put("therapies", String.join("|", new TreeSet<>(therapies())));
    named.put("therapy_interaction", interaction);
    return Attributes.of(named);
  }

  /// Apart at commas without a blank behind: names hold commas with one.
  private List<String> therapies() {
    var text = table.text("therapies");
    var names = new ArrayList<String>();
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      boolean isEnd = at == text.length();
      if (isEnd || (text.charAt(at) == ',' && !text.startsWith(" ", at + 1))) {
        if (at > start) {
          names.add(text.substring(start, at).strip());
        }
        start = at + 1;
      }
    }
    return names;
  }

  private static String joined(String prefix, List<String> numbers) {
    return String.join(
        "|", new TreeSet<>(numbers.stream().map(number -> prefix + number).toList()));
  }

  private Attributes values() {
    var named = new TreeMap<String, String>(table.rest(TOLD).values());
    var level = table.text("evidence_level");
    if (LEVELS.contains(level)) {
      named.put(Values.LEVEL, level);
      named.put(Values.SCALE, "CIViC");
    } else {
      sink.unknownValue("evidence_level", level);
      named.put("evidence_level", level);
    }
    named.put(Values.KNOWLEDGE_LEVEL, "knowledge_assertion");
    var publications = numbers("citation_id");
    if (table.text("source_type").equals("PubMed") && !publications.isEmpty()) {
      named.put(Values.PUBLICATIONS, joined("PMID:", publications));
    }
    return Attributes.of(named);
  }

  /// @param isAlone whether the row names this variant alone, so that names are its own
  private void variant(String subject, boolean isAlone) {
    sink.term(Term.of(subject, TermProperty.CATEGORY, "biolink:SequenceVariant"));
    var name = isAlone ? name() : null;
    if (name != null) {
      sink.term(Term.of(subject, TermProperty.NAME, name));
    }
    var gene = table.text("entrez_id");
    if (isNumber(gene)) {
      sink.claim(
          new Claim(
              subject,
              "biolink:is_sequence_variant_of",
              "NCBIGene:" + gene,
              false,
              Attributes.NONE,
              Attributes.of(Values.KNOWLEDGE_LEVEL, "knowledge_assertion")));
    }
  }

  private @Nullable String name() {
    var profile = table.text("molecular_profile");
    if (!profile.isEmpty()) {
      return profile;
    }
    var variant = table.text("variant");
    return variant.isEmpty() ? null : (table.text("gene") + " " + variant).strip();
  }
}
