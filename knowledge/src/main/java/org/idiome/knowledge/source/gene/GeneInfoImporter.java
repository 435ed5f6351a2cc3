package org.idiome.knowledge.source.gene;

import java.io.IOException;
import java.util.Set;
import org.idiome.knowledge.gene.GeneSymbols;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.release.Term;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.Identifiers;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Importer;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceText;
import org.idiome.knowledge.source.table.Layout;
import org.idiome.knowledge.source.table.SourceTable;
import org.idiome.knowledge.source.table.TableFormat;

/// `gene_info` of NCBI Gene, the genes of humans.
///
/// The file for humans holds those of Neandertals and Denisovans (taxa 63221, 741158), which are
/// left out, and biological regions, which are told without a symbol: they are no genes. `Synonyms`
/// holds previous symbols and aliases alike; all are told as aliases.
public final class GeneInfoImporter implements Importer {
  private static final TableFormat FORMAT = TableFormat.of("gene-info", Layout.TAB.missing("-"));

  private static final String TAXON = "tax_id";
  private static final String HUMAN = "9606";
  private static final String ID = "gene_id";
  private static final String SYMBOL = "symbol";
  private static final String APPROVED = "approved_symbol";
  private static final String TYPE = "type_of_gene";
  private static final String XREFS = "db_xrefs";

  private static final Set<String> TOLD =
      Set.of(TAXON, ID, SYMBOL, APPROVED, "synonyms", XREFS, "description", "other_designations");
  private static final Set<String> TOLD_OF_REGION = Set.of(TAXON, ID, "description");

  @Override
  public String format() {
    return "ncbi-gene-info";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    return FORMAT.recognise(head, settings, "ncbi-gene");
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    var identifiers = new Identifiers(settings, sink);
    var changed = new NewestDay("newest Modification_date", sink);
    try (var table = FORMAT.open(text, settings, sink)) {
      while (table.next()) {
        changed.take(table.text("modification_date"));
        if (!table.text(TAXON).equals(HUMAN)) {
          sink.leaveOut("other_species");
        } else {
          tell(table, identifiers, sink);
        }
      }
    }
    return changed.statement();
  }

  private static void tell(SourceTable table, Identifiers identifiers, ReleaseSink sink) {
    var gene = identifiers.curie("NCBIGene", table.text(ID));
    if (gene == null) {
      sink.refuse(ID, table.text(ID));
      return;
    }
    if (GeneSymbols.isSpreadsheetDate(table.text(SYMBOL))) {
      sink.refuse(SYMBOL, table.text(SYMBOL));
      return;
    }
    var row = new GeneRow(gene, identifiers, sink);
    row.term(TermProperty.NAME, table.text("description"));
    row.term(TermProperty.IN_TAXON, "NCBITaxon:" + table.text(TAXON));
    if (table.text(TYPE).equals("biological-region")) {
      row.term(TermProperty.CATEGORY, "biolink:GenomicEntity");
      sink.term(new Term(gene, TermProperty.COLUMNS, "", table.rest(TOLD_OF_REGION)));
      return;
    }
    row.term(TermProperty.CATEGORY, "biolink:Gene");
    symbols(table, row);
    row.names(TermProperty.RELATED_SYNONYM, table.text("other_designations"), "other_designation");
    for (var xref : GeneRow.list(table.text(XREFS))) {
      var object = identifiers.curie(xref);
      if (object == null) {
        sink.unknownValue(XREFS, xref);
      } else {
        row.claim(object.startsWith("HGNC:") ? GeneRow.EXACT : GeneRow.XREF, object);
      }
    }
    sink.term(new Term(gene, TermProperty.COLUMNS, "", table.rest(TOLD)));
  }

  /// The symbol of the entry is told apart only where it is not the approved one.
  private static void symbols(SourceTable table, GeneRow row) {
    var approved = table.text(APPROVED);
    row.term(TermProperty.APPROVED_SYMBOL, approved);
    if (!approved.equals(table.text(SYMBOL))) {
      row.term(TermProperty.ENTRY_SYMBOL, table.text(SYMBOL));
    }
    row.terms(TermProperty.ALIAS_SYMBOL, table.text("synonyms"));
  }
}
