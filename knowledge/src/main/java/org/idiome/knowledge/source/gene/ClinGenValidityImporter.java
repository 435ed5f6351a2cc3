package org.idiome.knowledge.source.gene;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.idiome.genomics.rule.RuleTable;
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
import org.idiome.knowledge.source.table.Layout;
import org.idiome.knowledge.source.table.SourceTable;
import org.idiome.knowledge.source.table.TableFormat;

/// How well it is known that a gene causes a disease, by ClinGen (Strande et al. 2017,
/// doi:10.1016/j.ajhg.2017.04.015).
///
/// *Disputed* and *Refuted* deny the claim. *No Known Disease Relationship* is absence of evidence:
/// no claim, kept as a column of the gene. Another mode of inheritance is another claim.
public final class ClinGenValidityImporter implements Importer {
  private static final TableFormat FORMAT = TableFormat.of("clingen-validity", Layout.COMMA);
  private static final String CREATED = "FILE CREATED:";

  private static final String GENE = "gene_id";
  private static final String DISEASE = "disease_id";
  private static final String CLASSIFICATION = "classification";
  private static final String INHERITANCE = "mode_of_inheritance";
  private static final Set<String> TOLD = Set.of(GENE, DISEASE, CLASSIFICATION, INHERITANCE);

  /// `for`, `against` or `none` by classification.
  private static final Map<String, String> MEANINGS = meanings();

  private static Map<String, String> meanings() {
    var meanings = new HashMap<String, String>();
    for (var row :
        RuleTable.beside(ClinGenValidityImporter.class, "clingen-classifications.tsv").rows()) {
      meanings.put(row.get("classification"), row.get("meaning"));
    }
    return meanings;
  }

  @Override
  public String format() {
    return "clingen-validity";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    return FORMAT.recognise(head, settings, "clingen-validity");
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    var identifiers = new Identifiers(settings, sink);
    try (var table = FORMAT.open(text, settings, sink)) {
      while (table.next()) {
        if (table.text(GENE).startsWith("+++")) {
          sink.leaveOut("ruled_line");
        } else {
          tell(table, identifiers, sink);
        }
      }
      return created(table.above());
    }
  }

  private static ReleaseStatement created(List<String> above) {
    for (var line : above) {
      int at = line.indexOf(CREATED);
      if (at >= 0) {
        var rest = line.substring(at + CREATED.length()).strip();
        int end = rest.indexOf('"');
        try {
          var day = LocalDate.parse(end < 0 ? rest : rest.substring(0, end));
          return new ReleaseStatement(null, day, "FILE CREATED", null);
        } catch (DateTimeParseException _) {
          return ReleaseStatement.NOTHING;
        }
      }
    }
    return ReleaseStatement.NOTHING;
  }

  private static void tell(SourceTable table, Identifiers identifiers, ReleaseSink sink) {
    var gene = identifiers.curie(table.text(GENE));
    var disease = identifiers.curie(table.text(DISEASE));
    var classification = table.text(CLASSIFICATION);
    var meaning = MEANINGS.get(classification);
    if (gene == null) {
      sink.refuse(GENE, table.text(GENE));
    } else if (disease == null) {
      sink.refuse(DISEASE, table.text(DISEASE));
    } else if (meaning == null) {
      sink.refuse(CLASSIFICATION, classification);
    } else if (meaning.equals("none")) {
      sink.term(new Term(gene, TermProperty.COLUMNS, "", table.rest(Set.of(GENE))));
    } else {
      var values = new TreeMap<>(table.rest(TOLD).values());
      values.put(Values.LEVEL, classification);
      values.put(Values.SCALE, "ClinGen");
      values.put(Values.KNOWLEDGE_LEVEL, "knowledge_assertion");
      sink.claim(
          new Claim(
              gene,
              "biolink:gene_associated_with_condition",
              disease,
              meaning.equals("against"),
              Attributes.of(INHERITANCE, table.text(INHERITANCE)),
              Attributes.of(values)));
    }
  }
}
