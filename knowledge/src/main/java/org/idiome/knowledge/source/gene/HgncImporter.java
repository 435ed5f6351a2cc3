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

/// The complete set of HGNC, in the columns of 2018 and later.
///
/// The numbers in `orphanet` are those of Orphanet's genes, not of its diseases: they stay a
/// column.
public final class HgncImporter implements Importer {
  private static final TableFormat FORMAT = TableFormat.of("hgnc", Layout.QUOTED_TAB.ragged());

  private static final String ID = "hgnc_id";
  private static final String SYMBOL = "symbol";
  private static final String STATUS = "status";

  /// Columns that are told as terms and claims.
  private static final Set<String> TOLD =
      Set.of(
          ID,
          SYMBOL,
          "name",
          STATUS,
          "alias_symbol",
          "alias_name",
          "prev_symbol",
          "prev_name",
          "entrez_id",
          "ensembl_gene_id",
          "omim_id",
          "uniprot_ids",
          "mgd_id",
          "rgd_id");

  @Override
  public String format() {
    return "hgnc";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    return FORMAT.recognise(head, settings, "hgnc");
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    var identifiers = new Identifiers(settings, sink);
    var changed = new NewestDay("newest date_modified", sink);
    try (var table = FORMAT.open(text, settings, sink).takingShortLast()) {
      while (table.next()) {
        var gene = identifiers.curie("HGNC", table.text(ID));
        if (gene == null || !gene.startsWith("HGNC:")) {
          sink.refuse(ID, table.text(ID));
        } else if (GeneSymbols.isSpreadsheetDate(table.text(SYMBOL))) {
          sink.refuse(SYMBOL, table.text(SYMBOL));
        } else {
          tell(gene, table, new GeneRow(gene, identifiers, sink), sink);
          changed.take(table.text("date_modified"));
        }
      }
    }
    return changed.statement();
  }

  private static void tell(String gene, SourceTable table, GeneRow row, ReleaseSink sink) {
    switch (table.text(STATUS)) {
      case "Approved" -> {
        row.term(TermProperty.CATEGORY, "biolink:Gene");
        row.term(TermProperty.APPROVED_SYMBOL, table.text(SYMBOL));
      }
      case "Entry Withdrawn", "Symbol Withdrawn" -> {
        row.term(TermProperty.OBSOLETE, "true");
        row.term(TermProperty.PREVIOUS_SYMBOL, table.text(SYMBOL));
      }
      default -> {
        sink.refuse(STATUS, table.text(STATUS));
        return;
      }
    }
    row.term(TermProperty.NAME, table.text("name"));
    row.term(TermProperty.IN_TAXON, "NCBITaxon:9606");
    row.terms(TermProperty.PREVIOUS_SYMBOL, table.text("prev_symbol"));
    row.terms(TermProperty.ALIAS_SYMBOL, table.text("alias_symbol"));
    row.names(TermProperty.EXACT_SYNONYM, table.text("prev_name"), "previous_name");
    row.names(TermProperty.RELATED_SYNONYM, table.text("alias_name"), "alias_name");
    row.claims(GeneRow.EXACT, "entrez_id", "NCBIGene", table.text("entrez_id"));
    row.claims(GeneRow.EXACT, "ensembl_gene_id", "ENSEMBL", table.text("ensembl_gene_id"));
    row.claims(GeneRow.XREF, "omim_id", "OMIM", table.text("omim_id"));
    row.claims(GeneRow.PRODUCT, "uniprot_ids", "UniProtKB", table.text("uniprot_ids"));
    row.claims(GeneRow.ORTHOLOGUE, "mgd_id", "MGI", table.text("mgd_id"));
    row.claims(GeneRow.ORTHOLOGUE, "rgd_id", "RGD", table.text("rgd_id"));
    sink.term(new Term(gene, TermProperty.COLUMNS, "", table.rest(TOLD)));
  }
}
