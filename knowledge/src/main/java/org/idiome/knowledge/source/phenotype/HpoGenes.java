package org.idiome.knowledge.source.phenotype;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
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

/// Reads `genes_to_phenotype.txt` of all its generations, and `phenotype_to_genes.txt`.
///
/// A gene shows a phenotype by way of a disease, which limits the claim where the file names it.
/// `phenotype_to_genes.txt` repeats each row for all that lies above the phenotype; its claims are
/// marked so that they are never taken for direct annotations.
public final class HpoGenes implements Importer {
  private static final TableFormat FORMAT = TableFormat.of("hpo-genes", Layout.TAB);
  private static final List<String> REQUIRED = List.of("gene", "symbol", "hpo", "hpo_name");
  private static final SourcePredicate SHOWS = Predicates.of("hpo").known("gene_phenotype");
  private static final String WITH_ANCESTORS = "hpo-phenotype-to-genes";

  @Override
  public String format() {
    return "hpo-genes";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    if (head.content() != Content.TEXT || head.lines().isEmpty()) {
      return Recognition.NO;
    }
    var line = head.lines().getFirst();
    var columns = HpoTable.columns(line, FORMAT, settings);
    if (!columns.containsAll(REQUIRED)) {
      return Recognition.NO;
    }
    boolean isUpwards = columns.indexOf("hpo") < columns.indexOf("gene");
    return new Recognition.Yes(
        isUpwards ? WITH_ANCESTORS : "hpo-genes-to-phenotype",
        (line.startsWith("#") ? "format-" : "header-") + HpoTable.names(line).size());
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    var head = Head.of(text.file(), text.name(), text.limits());
    boolean isUpwards =
        recognise(head, settings) instanceof Recognition.Yes yes
            && yes.source().equals(WITH_ANCESTORS);
    try (var rows = new HpoTable(text, settings, sink, FORMAT, REQUIRED, List.of())) {
      var told = new Rows(rows, new Identifiers(settings, sink), sink, isUpwards);
      while (rows.next()) {
        told.tell();
      }
      return HpoStatement.of(rows);
    }
  }

  /// Tells the rows of one table.
  private record Rows(HpoTable rows, Identifiers ids, ReleaseSink sink, boolean isUpwards) {
    void tell() {
      var phenotypeId = rows.text("hpo");
      var phenotypeName = rows.text("hpo_name");
      boolean isSwapped = !phenotypeId.startsWith("HP:") && phenotypeName.startsWith("HP:");
      if (isSwapped) {
        sink.remark("id_and_name_swapped");
        var id = phenotypeName;
        phenotypeName = phenotypeId;
        phenotypeId = id;
      }
      var gene = rows.text("gene").isEmpty() ? null : ids.curie("NCBIGene", rows.text("gene"));
      var phenotype = phenotypeId.startsWith("HP:") ? ids.curie(phenotypeId) : null;
      var given = rows.text("disease");
      var disease = given.isEmpty() ? null : ids.curie(given);
      if (gene == null) {
        sink.refuse("gene", rows.text("gene"));
      } else if (phenotype == null) {
        sink.refuse("hpo", phenotypeId);
      } else if (disease == null && !given.isEmpty()) {
        sink.refuse("disease", given);
      } else {
        claim(gene, phenotype, disease == null ? "" : disease);
        name(phenotype, TermProperty.NAME, phenotypeName);
        name(gene, TermProperty.ENTRY_SYMBOL, rows.text("symbol"));
      }
    }

    private void claim(String gene, String phenotype, String disease) {
      var values = new TreeMap<>(rows.rest());
      values.put(Values.KNOWLEDGE_LEVEL, SHOWS.knowledgeLevel());
      values.put("frequency", rows.text("frequency"));
      values.put("frequency_hpo", rows.text("frequency_hpo"));
      values.put("association", rows.text("association"));
      values.put(Values.PRIMARY_SOURCE, rows.text("source"));
      sink.claim(
          new Claim(
              gene,
              SHOWS.predicate(),
              phenotype,
              false,
              Attributes.of(
                  "disease_context_qualifier",
                  disease,
                  "annotation",
                  isUpwards ? "with_ancestors" : ""),
              Attributes.of(values)));
    }

    private void name(String id, TermProperty property, String text) {
      if (!text.isEmpty()) {
        sink.term(Term.of(id, property, text));
      }
    }
  }
}
