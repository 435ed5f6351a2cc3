package org.idiome.knowledge.source.tumour;

import java.io.IOException;
import java.util.Set;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.release.Term;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.release.Values;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Importer;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceText;
import org.idiome.knowledge.source.table.Layout;
import org.idiome.knowledge.source.table.SourceTable;
import org.idiome.knowledge.source.table.TableFormat;

/// Residues of proteins that are changed in tumours more often than by chance, and the changes
/// (cancerhotspots.org; Chang et al. 2018, doi:10.1158/2159-8290.CD-17-0321).
///
/// The gene is known by its symbol alone, `hgnc.symbol:NRAS`; a residue is
/// `cancerhotspots:NRAS_Q61`, a change `cancerhotspots:NRAS_Q61R`. A range of residues is a hotspot
/// of insertions and deletions in frame.
public final class HotspotImporter implements Importer {
  private static final TableFormat FORMAT = TableFormat.of("cancerhotspots", Layout.TAB);

  private static final String GENE = "gene";
  private static final String RESIDUE = "residue";
  private static final String CHANGE = "variant_amino_acid";
  private static final String IS_RESIDUE = "q_value";
  private static final Set<String> TOLD = Set.of(GENE, RESIDUE);

  @Override
  public String format() {
    return "cancerhotspots";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    var found = FORMAT.recognise(head, settings, "cancerhotspots");
    if (!(found instanceof Recognition.Yes yes)) {
      return found;
    }
    // Every column of the changes is one of the residues, too.
    var kind = yes.variant().equals("residue") ? "residue" : "variant";
    return new Recognition.Yes("cancerhotspots-" + kind, kind);
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    try (var table = FORMAT.open(text, settings, sink)) {
      while (table.next()) {
        tell(table, sink);
      }
    }
    return ReleaseStatement.NOTHING;
  }

  private static void tell(SourceTable table, ReleaseSink sink) {
    for (var column : new String[] {GENE, RESIDUE, CHANGE}) {
      var cell = table.text(column);
      if (cell.isEmpty() || cell.chars().anyMatch(Character::isWhitespace)) {
        sink.refuse(column, cell);
        return;
      }
    }
    var gene = table.text(GENE);
    var residue = "cancerhotspots:" + gene + "_" + table.text(RESIDUE);
    boolean isResidue = table.has(IS_RESIDUE);
    var id = isResidue ? residue : residue + table.text(CHANGE);
    sink.term(Term.of(id, TermProperty.CATEGORY, "biolink:GenomicEntity"));
    sink.term(
        Term.of(
            id,
            TermProperty.NAME,
            gene + " " + table.text(RESIDUE) + (isResidue ? "" : table.text(CHANGE))));
    sink.term(new Term(id, TermProperty.COLUMNS, "", table.rest(TOLD)));
    sink.claim(
        new Claim(
            id,
            "biolink:part_of",
            isResidue ? "hgnc.symbol:" + gene : residue,
            false,
            Attributes.NONE,
            Attributes.of(Values.KNOWLEDGE_LEVEL, "statistical_association")));
  }
}
