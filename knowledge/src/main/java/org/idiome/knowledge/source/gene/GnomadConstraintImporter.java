package org.idiome.knowledge.source.gene;

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
import org.idiome.knowledge.source.Identifiers;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Importer;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceText;
import org.idiome.knowledge.source.table.Layout;
import org.idiome.knowledge.source.table.SourceTable;
import org.idiome.knowledge.source.table.TableFormat;

/// Constraint of transcripts in gnomAD (Karczewski et al. 2020, doi:10.1038/s41586-020-2308-7).
///
/// Each gene stands twice, by Ensembl and by NCBI: the numbers belong to the transcript of the row.
/// LOEUF is `lof.oe_ci.upper`.
public final class GnomadConstraintImporter implements Importer {
  private static final TableFormat FORMAT =
      TableFormat.of("gnomad-constraint", Layout.TAB.missing("NA"));

  private static final String GENE = "gene_id";
  private static final String TRANSCRIPT = "transcript";
  private static final Set<String> TOLD = Set.of(GENE, TRANSCRIPT);

  @Override
  public String format() {
    return "gnomad-constraint";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    return FORMAT.recognise(head, settings, "gnomad-constraint");
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
    var givenGene = table.text(GENE);
    boolean isEnsembl = givenGene.startsWith("ENS");
    var gene = identifiers.curie(isEnsembl ? "ENSEMBL" : "NCBIGene", givenGene);
    var transcript = identifiers.curie(isEnsembl ? "ENSEMBL" : "RefSeq", table.text(TRANSCRIPT));
    if (gene == null || transcript == null) {
      sink.refuse(
          gene == null ? GENE : TRANSCRIPT, gene == null ? givenGene : table.text(TRANSCRIPT));
      return;
    }
    sink.term(Term.of(transcript, TermProperty.CATEGORY, "biolink:Transcript"));
    sink.term(new Term(transcript, TermProperty.COLUMNS, "", table.rest(TOLD)));
    sink.claim(
        new Claim(
            gene,
            "biolink:transcribed_to",
            transcript,
            false,
            Attributes.NONE,
            Attributes.of(Values.KNOWLEDGE_LEVEL, "knowledge_assertion")));
  }
}
