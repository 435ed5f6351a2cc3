package org.idiome.knowledge.source.gene;

import java.io.IOException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.contig.BuildDetector;
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

/// Dosage sensitivity of genes, by ClinGen (Riggs et al. 2012,
/// doi:10.1111/j.1399-0004.2011.01818.x).
///
/// Scores of 1 to 3 are little, emerging and sufficient evidence, 40 says that the gene is unlikely
/// to be sensitive; 0 (no evidence) and 30 (an autosomal recessive disease) claim nothing. Without
/// a disease in the row there is no claim either; the scores stay columns of the gene.
public final class ClinGenDosageImporter implements Importer {
  private static final TableFormat FORMAT = TableFormat.of("clingen-dosage", Layout.TAB.ragged());
  private static final String GENE = "gene_id";
  private static final Set<String> FOR = Set.of("1", "2", "3");
  private static final Set<String> NEITHER = Set.of("", "0", "30", "Not yet evaluated");
  private static final String AGAINST = "40";
  private static final int PUBLICATIONS = 6;

  @Override
  public String format() {
    return "clingen-dosage";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    return FORMAT.recognise(head, settings, "clingen-dosage");
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    var identifiers = new Identifiers(settings, sink);
    try (var table = FORMAT.open(text, settings, sink)) {
      var detector = new BuildDetector();
      table.above().forEach(line -> detector.declared(line, 0));
      var build = detector.answer().build();
      if (build == GenomeBuild.UNKNOWN) {
        throw new BadInputException(
            Problem.of(ProblemCode.KNOWLEDGE_BUILD_NOT_TOLD, Place.file(text.name())));
      }
      while (table.next()) {
        tell(table, build, identifiers, sink);
      }
    }
    return ReleaseStatement.NOTHING;
  }

  private static void tell(
      SourceTable table, GenomeBuild build, Identifiers identifiers, ReleaseSink sink) {
    var gene = identifiers.curie("NCBIGene", table.text(GENE));
    if (gene == null) {
      sink.refuse(GENE, table.text(GENE));
      return;
    }
    var notes = new TreeMap<>(table.rest(Set.of(GENE)).values());
    notes.put("build", build.code());
    sink.term(new Term(gene, TermProperty.COLUMNS, "", Attributes.of(notes)));
    for (var kind : new String[] {"haploinsufficiency", "triplosensitivity"}) {
      claim(gene, kind, table, identifiers, sink);
    }
  }

  private static void claim(
      String gene, String kind, SourceTable table, Identifiers identifiers, ReleaseSink sink) {
    var score = table.text(kind + "_score");
    var given = table.text(kind + "_disease");
    if (!FOR.contains(score) && !score.equals(AGAINST)) {
      if (!NEITHER.contains(score)) {
        sink.unknownValue(kind + "_score", score);
      }
      return;
    }
    var disease = given.isEmpty() ? null : identifiers.curie(given);
    if (disease == null) {
      if (!given.isEmpty()) {
        sink.unknownValue(kind + "_disease", given);
      }
      return;
    }
    sink.claim(
        new Claim(
            gene,
            "biolink:gene_associated_with_condition",
            disease,
            score.equals(AGAINST),
            Attributes.of("dosage", kind),
            Attributes.of(
                Values.LEVEL,
                score,
                Values.SCALE,
                "ClinGen dosage",
                Values.KNOWLEDGE_LEVEL,
                "knowledge_assertion",
                Values.PUBLICATIONS,
                publications(table, kind))));
  }

  private static String publications(SourceTable table, String kind) {
    var ids = new TreeSet<String>();
    for (int i = 1; i <= PUBLICATIONS; i++) {
      var id = table.text(kind + "_pmid" + i);
      if (!id.isEmpty() && id.chars().allMatch(c -> c >= '0' && c <= '9')) {
        ids.add("PMID:" + id);
      }
    }
    return String.join("|", ids);
  }
}
