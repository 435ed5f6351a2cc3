package org.idiome.knowledge.source.drug;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.idiome.genomics.io.Content;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.release.Values;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Importer;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceText;

/// `RXNREL.RRF` of RxNorm: how its drugs belong together.
///
/// RELA says what the second concept is to the first (RxNorm Technical Documentation, section on
/// RXNREL). Each relation stands in both directions; one of the two is told.
public final class RxNormRelations implements Importer {
  private static final int WIDTH = 16;
  private static final int OBJECT = 0;
  private static final int OBJECT_TYPE = 2;
  private static final int SUBJECT = 4;
  private static final int SUBJECT_TYPE = 6;
  private static final int RELATION = 7;
  private static final int SOURCE = 10;
  private static final int SUPPRESSED = 14;
  private static final String CONCEPT = "CUI";
  private static final String RELATED = "biolink:related_to";

  /// Predicates by the relation that is told of the two directions.
  private static final Map<String, String> PREDICATES =
      Map.of(
          "isa", "biolink:subclass_of",
          "has_ingredient", "biolink:has_part",
          "has_ingredients", "biolink:has_part",
          "has_precise_ingredient", "biolink:has_part",
          "consists_of", "biolink:has_part",
          "contains", "biolink:has_part",
          "tradename_of", RELATED,
          "form_of", RELATED,
          "has_dose_form", RELATED,
          "has_doseformgroup", RELATED);

  /// The other direction of one of [#PREDICATES], or one that RxNorm repeats by other relations.
  private static final Set<String> INVERSE =
      Set.of(
          "inverse_isa",
          "ingredient_of",
          "ingredients_of",
          "precise_ingredient_of",
          "constitutes",
          "contained_in",
          "has_tradename",
          "has_form",
          "dose_form_of",
          "doseformgroup_of");

  @Override
  public String format() {
    return "rxnorm-relations";
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
    var types = Set.of(CONCEPT, "AUI");
    boolean isRelations =
        cells.size() == WIDTH
            && types.contains(cells.get(OBJECT_TYPE))
            && types.contains(cells.get(SUBJECT_TYPE));
    return isRelations ? new Recognition.Yes("rxnorm-relations", "RRF") : Recognition.NO;
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    try (var lines = new RrfLines(text, WIDTH, sink)) {
      while (lines.next()) {
        tell(lines, sink);
      }
    }
    return ReleaseStatement.NOTHING;
  }

  private static void tell(RrfLines lines, ReleaseSink sink) {
    var relation = lines.cell(RELATION);
    var suppressed = lines.cell(SUPPRESSED);
    if (!lines.cell(OBJECT_TYPE).equals(CONCEPT) || !lines.cell(SUBJECT_TYPE).equals(CONCEPT)) {
      sink.leaveOut("between_names");
    } else if (!lines.cell(SOURCE).equals("RXNORM")) {
      sink.leaveOut("other_vocabulary");
    } else if (!suppressed.isEmpty() && !suppressed.equals("N")) {
      sink.leaveOut("suppressed");
    } else if (INVERSE.contains(relation)) {
      sink.leaveOut("inverse_relation");
    } else if (!RxNormNames.isNumber(lines.cell(SUBJECT))
        || !RxNormNames.isNumber(lines.cell(OBJECT))) {
      sink.refuse("RXCUI", lines.cell(SUBJECT) + " " + lines.cell(OBJECT));
    } else {
      var predicate = PREDICATES.get(relation);
      if (predicate == null) {
        sink.unknownValue("RELA", relation);
      }
      sink.claim(
          new Claim(
              "RXCUI:" + lines.cell(SUBJECT),
              predicate == null ? RELATED : predicate,
              "RXCUI:" + lines.cell(OBJECT),
              false,
              Attributes.of("relation", relation),
              Attributes.of(
                  Values.ORIGINAL_PREDICATE,
                  relation,
                  Values.KNOWLEDGE_LEVEL,
                  "knowledge_assertion")));
    }
  }
}
