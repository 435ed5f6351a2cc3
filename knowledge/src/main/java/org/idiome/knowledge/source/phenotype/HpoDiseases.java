package org.idiome.knowledge.source.phenotype;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
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
import org.idiome.knowledge.source.predicate.Predicates;
import org.idiome.knowledge.source.predicate.SourcePredicate;
import org.idiome.knowledge.source.table.Layout;
import org.idiome.knowledge.source.table.TableFormat;

/// Reads `phenotype.hpoa` and the older `phenotype_annotation.tab`.
public final class HpoDiseases implements Importer {
  private static final TableFormat FORMAT = TableFormat.of("hpo-diseases", Layout.TAB);
  private static final List<String> REQUIRED =
      List.of("disease", "qualifier", "hpo", "evidence", "frequency", "aspect");

  /// The columns of the older file, which has no header.
  private static final List<String> OLD =
      List.of(
          "db",
          "db_object",
          "disease_name",
          "qualifier",
          "hpo",
          "reference",
          "evidence",
          "onset",
          "frequency",
          "with",
          "aspect",
          "synonym",
          "date",
          "biocuration");

  private static final int OLD_HPO = 4;
  private static final int OLD_ASPECT = 10;
  private static final Set<String> SEXES = Set.of("MALE", "FEMALE");

  @Override
  public String format() {
    return "hpo-diseases";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    if (head.content() != Content.TEXT) {
      return Recognition.NO;
    }
    if (isOld(head)) {
      return new Recognition.Yes("hpo-annotations", "no-header");
    }
    for (var line : head.lines()) {
      if (HpoTable.columns(line, FORMAT, settings).containsAll(REQUIRED)) {
        var variant = line.startsWith("#") ? "2018" : "2023";
        return new Recognition.Yes("hpo-annotations", variant);
      }
      if (!line.startsWith("#") && !line.isBlank()) {
        break;
      }
    }
    return Recognition.NO;
  }

  private static boolean isOld(Head head) {
    var lines = head.lines();
    var cells = lines.isEmpty() ? new String[0] : lines.getFirst().split("\t", -1);
    return cells.length == OLD.size()
        && cells[OLD_HPO].startsWith("HP:")
        && cells[OLD_ASPECT].strip().length() == 1;
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    var head = Head.of(text.file(), text.name(), text.limits());
    var given = isOld(head) ? OLD : List.<String>of();
    try (var rows = new HpoTable(text, settings, sink, FORMAT, REQUIRED, given)) {
      var told = new Rows(rows, new Identifiers(settings, sink), sink, Predicates.of("hpo"));
      while (rows.next()) {
        told.tell();
      }
      return HpoStatement.of(rows);
    }
  }

  /// Tells the rows of one table.
  private record Rows(HpoTable rows, Identifiers ids, ReleaseSink sink, Predicates predicates) {
    void tell() {
      var named = rows.text("disease");
      if (named.isEmpty() && !rows.text("db_object").isEmpty()) {
        named = rows.text("db") + ":" + rows.text("db_object");
      }
      var disease = ids.curie(named);
      var phenotype = ids.curie(rows.text("hpo"));
      if (disease == null || phenotype == null) {
        sink.refuse(
            disease == null ? "disease" : "hpo", disease == null ? named : rows.text("hpo"));
        return;
      }
      var qualifier = rows.text("qualifier");
      boolean isNegated = qualifier.equalsIgnoreCase("NOT");
      if (!isNegated && !qualifier.isEmpty()) {
        sink.refuse("qualifier", qualifier);
        return;
      }
      var aspect = rows.text("aspect").toUpperCase(Locale.ROOT);
      var word = predicates.find("aspect " + aspect);
      if (word == null) {
        sink.unknownValue("aspect", aspect);
        word = SourcePredicate.unknown("aspect " + aspect, "knowledge_assertion");
      }
      sink.claim(
          new Claim(
              disease,
              word.predicate(),
              phenotype,
              isNegated,
              Attributes.of(
                  "onset_qualifier",
                  rows.text("onset"),
                  "sex_qualifier",
                  sex(),
                  "modifier",
                  sorted(rows.text("modifier"))),
              values(word)));
      if (!rows.text("disease_name").isEmpty()) {
        sink.term(Term.of(disease, TermProperty.NAME, rows.text("disease_name")));
      }
    }

    private String sex() {
      var sex = rows.text("sex").toUpperCase(Locale.ROOT);
      if (!sex.isEmpty() && !SEXES.contains(sex)) {
        sink.unknownValue("sex", sex);
      }
      return sex;
    }

    private Attributes values(SourcePredicate word) {
      var values = new TreeMap<>(rows.rest());
      values.put(Values.KNOWLEDGE_LEVEL, word.knowledgeLevel());
      values.put(Values.ORIGINAL_PREDICATE, word.original());
      values.put(Values.EVIDENCE, rows.text("evidence"));
      values.put("frequency", rows.text("frequency"));
      values.put("biocuration", sorted(rows.text("biocuration")));
      values.put("with", rows.text("with"));
      values.put("synonym", rows.text("synonym"));
      values.put("date", rows.text("date"));
      var publications = new TreeSet<String>();
      var references = new TreeSet<String>();
      for (var reference : rows.text("reference").split(";", -1)) {
        var text = reference.strip();
        var curie = text.startsWith("PMID:") || text.startsWith("DOI:") ? ids.curie(text) : null;
        (curie == null ? references : publications).add(curie == null ? text : curie);
      }
      values.put(Values.PUBLICATIONS, joined(publications));
      values.put("reference", joined(references));
      return Attributes.of(values);
    }

    private static String sorted(String cell) {
      var parts = new TreeSet<String>();
      for (var part : cell.split(";", -1)) {
        parts.add(part.strip());
      }
      return joined(parts);
    }

    private static String joined(Set<String> parts) {
      parts.remove("");
      return String.join(String.valueOf(Attributes.BETWEEN_VALUES), parts);
    }
  }
}
