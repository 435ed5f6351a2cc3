package org.idiome.knowledge.source.gene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

/// Symbols and entries that HGNC withdrew, and what they were merged into or split.
///
/// One approved successor takes the entry's place; of several none does, they are to be considered.
public final class HgncWithdrawnImporter implements Importer {
  private static final TableFormat FORMAT =
      TableFormat.of("hgnc-withdrawn", Layout.QUOTED_TAB.ragged());

  private static final String ID = "hgnc_id";
  private static final String SYMBOL = "withdrawn_symbol";
  private static final String STATUS = "status";
  private static final String MERGED = "merged_into";

  @Override
  public String format() {
    return "hgnc-withdrawn";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    return FORMAT.recognise(head, settings, "hgnc-withdrawn");
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    var identifiers = new Identifiers(settings, sink);
    try (var table = FORMAT.open(text, settings, sink)) {
      while (table.next()) {
        tell(table, identifiers, sink);
      }
    }
    return ReleaseStatement.NOTHING;
  }

  private static void tell(SourceTable table, Identifiers identifiers, ReleaseSink sink) {
    var gene = identifiers.curie("HGNC", table.text(ID));
    if (gene == null || !gene.startsWith("HGNC:")) {
      sink.refuse(ID, table.text(ID));
      return;
    }
    if (!Set.of("Entry Withdrawn", "Merged/Split").contains(table.text(STATUS))) {
      sink.refuse(STATUS, table.text(STATUS));
      return;
    }
    var successors = successors(table.text(MERGED));
    var genes = new ArrayList<String>();
    for (var successor : successors) {
      var curie = identifiers.curie("HGNC", successor.getFirst());
      if (curie == null || !curie.startsWith("HGNC:")) {
        sink.refuse(MERGED, table.text(MERGED));
        return;
      }
      genes.add(curie);
    }
    boolean isReplaced = genes.size() == 1 && successors.getFirst().getLast().equals("Approved");
    var row = new GeneRow(gene, identifiers, sink);
    row.term(TermProperty.OBSOLETE, "true");
    row.term(TermProperty.PREVIOUS_SYMBOL, table.text(SYMBOL));
    for (var successor : genes) {
      row.term(isReplaced ? TermProperty.REPLACED_BY : TermProperty.CONSIDER, successor);
    }
    sink.term(new Term(gene, TermProperty.COLUMNS, "", table.rest(Set.of(ID, SYMBOL))));
  }

  /// `HGNC:1|AAA|Approved, HGNC:2/BBB/Approved`: identifier, symbol and status of each.
  private static List<List<String>> successors(String text) {
    var successors = new ArrayList<List<String>>();
    for (var one : text.replace(',', '\n').lines().map(String::strip).toList()) {
      if (!one.isEmpty()) {
        var parts = GeneRow.list(one.replace('/', '|'));
        successors.add(parts.isEmpty() ? List.of(one) : parts);
      }
    }
    return successors;
  }
}
