package org.idiome.knowledge.source.variant;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
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
import org.idiome.knowledge.source.table.Layout;
import org.idiome.knowledge.source.table.SourceTable;
import org.idiome.knowledge.source.table.TableFormat;

/// `variant_summary.txt` of ClinVar: one row for each variant and assembly, in the columns before
/// and since 2024.
///
/// The table has one list of conditions for all classifications of a variant: where it has more
/// than one classification the conditions cannot be told apart, and none is claimed.
public final class ClinVarSummary implements Importer {
  /// A variant has several classifications and one list of conditions.
  static final String SEVERAL = "conditions_of_several_classifications";

  private static final TableFormat FORMAT =
      TableFormat.of("clinvar-summary", Layout.TAB.missing("-", "na", "-1"));

  private static final String ID = "variation_id";
  private static final String GENE = "gene_id";
  private static final String NAMES = "phenotype_list";
  private static final String IDS = "phenotype_ids";

  /// No counts of a conflict are in the table.
  private static final String NO_CONFLICT = "conflict";

  private static final List<ClassificationKind> KINDS =
      List.of(
          kind("germline", "clinical_significance", "review_status"),
          kind("oncogenicity", "oncogenicity", "review_status_oncogenicity"),
          kind("somatic_impact", "somatic_clinical_impact", "review_status_clinical_impact"));

  private static ClassificationKind kind(String name, String classification, String review) {
    return new ClassificationKind(name, classification, review, NO_CONFLICT, NAMES, IDS);
  }

  @Override
  public String format() {
    return "clinvar-summary";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    return FORMAT.recognise(head, settings, "clinvar-summary");
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    var claims = new ClinVarClaims(new Identifiers(settings, sink), sink);
    try (var table = FORMAT.open(text, settings, sink)) {
      while (table.next()) {
        tell(table, claims, sink);
      }
    }
    return ReleaseStatement.NOTHING;
  }

  private static void tell(SourceTable table, ClinVarClaims claims, ReleaseSink sink) {
    if (!ConditionList.isNumber(table.text(ID))) {
      sink.refuse(ID, table.text(ID));
      return;
    }
    var variant = "CLINVAR:" + table.text(ID);
    sink.term(Term.of(variant, TermProperty.CATEGORY, "biolink:SequenceVariant"));
    if (!table.text("name").isEmpty()) {
      sink.term(Term.of(variant, TermProperty.NAME, table.text("name")));
    }
    allele(variant, table, sink);
    var told = new HashSet<>(Set.of(ID, GENE, "name"));
    classify(variant, table, claims, told, sink);
    if (ConditionList.isNumber(table.text(GENE))) {
      sink.claim(
          new Claim(
              variant,
              "biolink:is_sequence_variant_of",
              "NCBIGene:" + table.text(GENE),
              false,
              Attributes.NONE,
              Attributes.of(Values.KNOWLEDGE_LEVEL, "knowledge_assertion")));
    }
    sink.term(new Term(variant, TermProperty.COLUMNS, "", table.rest(told)));
  }

  private static void classify(
      String variant, SourceTable table, ClinVarClaims claims, Set<String> told, ReleaseSink sink) {
    var kinds =
        KINDS.stream().filter(kind -> !table.text(kind.classification()).isEmpty()).toList();
    if (kinds.size() > 1) {
      sink.remark(SEVERAL);
      return;
    }
    for (var kind : kinds) {
      if (claims.tell(variant, kind, values(table, kind))) {
        told.addAll(kind.keys());
      }
    }
  }

  /// Conditions of one submission are joined by `;`: each is one of the variant's.
  private static Map<String, String> values(SourceTable table, ClassificationKind kind) {
    var values = new TreeMap<String, String>();
    for (var column : kind.keys()) {
      var cell = table.text(column);
      boolean isList = column.equals(NAMES) || column.equals(IDS);
      if (!cell.isEmpty()) {
        values.put(column, isList ? cell.replace(';', '|') : cell);
      }
    }
    return values;
  }

  private static void allele(String variant, SourceTable table, ReleaseSink sink) {
    var accession = table.text("chromosome_accession");
    var position = table.text("position_vcf");
    var reference = table.text("reference_allele_vcf");
    var alternate = table.text("alternate_allele_vcf");
    if (accession.startsWith("NC_")
        && ConditionList.isNumber(position)
        && ConditionList.isBases(reference)
        && ConditionList.isBases(alternate)) {
      long position0 = Long.parseLong(position) - 1;
      sink.term(
          Term.of(
              variant,
              TermProperty.ALTERNATIVE_ID,
              "SPDI:" + accession + ":" + position0 + ":" + reference + ":" + alternate));
    }
  }
}
