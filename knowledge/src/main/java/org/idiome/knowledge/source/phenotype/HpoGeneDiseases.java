package org.idiome.knowledge.source.phenotype;

import java.io.IOException;
import java.util.Locale;
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
import org.idiome.knowledge.source.predicate.Predicates;
import org.idiome.knowledge.source.predicate.SourcePredicate;
import org.idiome.knowledge.source.table.Layout;
import org.idiome.knowledge.source.table.TableFormat;

/// Reads `genes_to_disease.txt`. The type of an association is kept; none of them says "causes".
public final class HpoGeneDiseases implements Importer {
  private static final TableFormat FORMAT =
      TableFormat.of("hpo-gene-diseases", Layout.TAB.missing("-"));
  private static final Set<String> TOLD =
      Set.of("gene", "symbol", "disease", "association", "source");

  @Override
  public String format() {
    return "hpo-gene-diseases";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    return FORMAT.recognise(head, settings, "hpo-genes-to-disease");
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    var ids = new Identifiers(settings, sink);
    var predicates = Predicates.of("hpo");
    try (var rows = FORMAT.open(text, settings, sink)) {
      while (rows.next()) {
        var gene = rows.text("gene").isEmpty() ? null : ids.curie("NCBIGene", rows.text("gene"));
        var disease = ids.curie(rows.text("disease"));
        if (gene == null || disease == null) {
          var column = gene == null ? "gene" : "disease";
          sink.refuse(column, rows.text(column));
          continue;
        }
        var type = rows.text("association").toUpperCase(Locale.ROOT);
        var word = predicates.find(type);
        if (word == null) {
          sink.unknownValue("association_type", type);
          word = SourcePredicate.unknown(type, "knowledge_assertion");
        }
        var values = new TreeMap<>(rows.rest(TOLD).values());
        values.put(Values.KNOWLEDGE_LEVEL, word.knowledgeLevel());
        values.put(Values.ORIGINAL_PREDICATE, type);
        values.put(Values.PRIMARY_SOURCE, rows.text("source"));
        sink.claim(
            new Claim(
                gene, word.predicate(), disease, false, word.qualifiers(), Attributes.of(values)));
        if (!rows.text("symbol").isEmpty()) {
          sink.term(Term.of(gene, TermProperty.ENTRY_SYMBOL, rows.text("symbol")));
        }
      }
    }
    return ReleaseStatement.NOTHING;
  }
}
