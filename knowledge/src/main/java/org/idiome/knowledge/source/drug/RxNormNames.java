package org.idiome.knowledge.source.drug;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
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

/// `RXNCONSO.RRF` of RxNorm: names of drugs, and their codes in other vocabularies (Nelson et al.
/// 2011, doi:10.1136/amiajnl-2011-000116).
///
/// Names are those of RxNorm itself; of other vocabularies the code alone is told, with the level
/// of restriction that its licence has.
public final class RxNormNames implements Importer {
  private static final int WIDTH = 18;
  private static final int ID = 0;
  private static final int LANGUAGE = 1;
  private static final int SOURCE = 11;
  private static final int TYPE = 12;
  private static final int CODE = 13;
  private static final int NAME = 14;
  private static final int RESTRICTION = 15;
  private static final int SUPPRESSED = 16;

  private static final Set<String> SYNONYMS = Set.of("SY", "TMSY", "PSN", "ET");
  private static final Set<String> SUBSTANCES = Set.of("IN", "PIN", "MIN");

  /// Prefixes by the abbreviation of a vocabulary.
  private static final Map<String, String> PREFIXES =
      Map.of("ATC", "ATC", "DRUGBANK", "DRUGBANK", "MSH", "MESH", "SNOMEDCT_US", "SNOMEDCT");

  @Override
  public String format() {
    return "rxnorm-names";
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
    var cells = RrfLines.cells(head.lines().getFirst());
    boolean isNames =
        cells.size() == WIDTH
            && isNumber(cells.get(ID))
            && cells.get(LANGUAGE).length() == 3
            && Set.of("N", "O", "E", "Y").contains(cells.get(SUPPRESSED));
    return isNames ? new Recognition.Yes("rxnorm-names", "RRF") : Recognition.NO;
  }

  static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    var identifiers = new Identifiers(settings, sink);
    try (var lines = new RrfLines(text, WIDTH, sink)) {
      while (lines.next()) {
        if (!isNumber(lines.cell(ID))) {
          sink.refuse("RXCUI", lines.cell(ID));
        } else if (!lines.cell(SUPPRESSED).equals("N")) {
          sink.leaveOut("suppressed");
        } else if (lines.cell(SOURCE).equals("RXNORM")) {
          name("RXCUI:" + lines.cell(ID), lines, sink);
        } else {
          code("RXCUI:" + lines.cell(ID), lines, identifiers, sink);
        }
      }
    }
    return ReleaseStatement.NOTHING;
  }

  private static void name(String drug, RrfLines lines, ReleaseSink sink) {
    var type = lines.cell(TYPE);
    boolean isSynonym = SYNONYMS.contains(type);
    if (!isSynonym) {
      var category = SUBSTANCES.contains(type) ? "biolink:ChemicalEntity" : "biolink:Drug";
      sink.term(Term.of(drug, TermProperty.CATEGORY, category));
    }
    sink.term(
        new Term(
            drug,
            isSynonym ? TermProperty.EXACT_SYNONYM : TermProperty.NAME,
            lines.cell(NAME),
            Attributes.of("type", type)));
  }

  private static void code(String drug, RrfLines lines, Identifiers identifiers, ReleaseSink sink) {
    var prefix = PREFIXES.get(lines.cell(SOURCE));
    if (prefix == null) {
      sink.leaveOut("other_vocabulary");
      return;
    }
    var code = identifiers.curie(prefix, lines.cell(CODE));
    if (code == null) {
      sink.refuse("CODE", lines.cell(CODE));
      return;
    }
    var level = lines.cell(RESTRICTION);
    sink.claim(
        new Claim(
            drug,
            "oboInOwl:hasDbXref",
            code,
            false,
            Attributes.NONE,
            Attributes.of(
                "type",
                lines.cell(TYPE),
                Values.LICENCE,
                level.equals("0") ? "" : "UMLS, source restriction level " + level)));
  }
}
