package org.idiome.care.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.care.identity.Household.gene;
import static org.idiome.care.identity.Household.only;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.idiome.care.identity.Household.Listing;
import org.idiome.core.concept.Prefixes;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraftQuestionTest {
  private static final String BLOOD = "UBERON:0000178";
  private static final String HAIR = "UBERON:0002073";
  private static final String SALIVA = "UBERON:0001836";

  @TempDir private Path folder;

  private final MadeGenome genome = MadeGenome.drawn(41, false);

  /// A procedure on 10 March 2024, and a sample of a tissue and a day.
  private Run run(String code, String tissue, String day) {
    var collected =
        day.isEmpty() ? "" : ", \"timeOfCollection\": {\"timestamp\": \"" + day + "T00:00:00Z\"}";
    var sampled =
        tissue.isEmpty()
            ? ""
            : ", \"sampledTissue\": {\"id\": \"" + tissue + "\", \"label\": \"x\"}";
    return new Household(folder)
        .sex("FEMALE")
        .procedure(code, "2024-03-10")
        .specimen(
            "{\"id\": \"B\", \"individualId\": \"P\", \"materialSample\": {\"id\": \"EFO:0009654\","
                + " \"label\": \"reference sample\"}"
                + sampled
                + collected
                + "}")
        .file("a.vcf", Map.of("B", genome), Listing.ALL, GenomeBuild.GRCH38)
        .run();
  }

  @ParameterizedTest
  @CsvSource({
    "NCIT:C15431, UBERON:0000178, 2025-01-01, true",
    "NCIT:C15431, UBERON:0000178, 2024-03-09, false",
    "NCIT:C15431, UBERON:0000178, '', true",
    "NCIT:C15431, '', 2025-01-01, true",
    "NCIT:C15431, UBERON:0001836, 2025-01-01, true",
    "NCIT:C15431, UBERON:0002073, 2025-01-01, false",
    "NCIT:C15431, UBERON:0001037, 2025-01-01, false",
    "NCIT:C15194, UBERON:0000178, 2025-01-01, true",
    "NCIT:C16039, UBERON:0000178, 2025-01-01, false",
    "NCIT:C15192, UBERON:0000178, 2024-03-20, true",
    "NCIT:C15192, UBERON:0000178, 2024-03-24, true",
    "NCIT:C15192, UBERON:0000178, 2024-03-26, false",
    "NCIT:C15192, UBERON:0000178, 2024-03-01, false",
    "NCIT:C15192, UBERON:0000178, '', true",
    "NCIT:C15366, UBERON:0000178, 2024-03-20, true",
    "NCIT:C15409, UBERON:0000178, 2024-03-20, true",
    "SNOMED:116859006, UBERON:0000178, 2024-03-20, true",
    "SNOMEDCT:5447007, UBERON:0000178, 2024-03-20, true",
    "SNOMED:18027006, UBERON:0000178, 2024-03-01, true",
    "SNOMED:234336002, UBERON:0000178, 2025-01-01, true",
    "SNOMED:23719005, UBERON:0000178, 2025-01-01, true",
    "ncit:C15431, uberon:0000178, 2025-01-01, true",
    "NCIt:C15431, uberon:0002073, 2025-01-01, false",
    "snomed:23719005, UBERON:0000178, 2025-01-01, true",
    "Snomed:23719005, UBERON:0000178, 2025-01-01, true",
    "snomedct:23719005, UBERON:0000178, 2025-01-01, true",
    "SNOMEDCT_US_2022_09_01:23719005, UBERON:0000178, 2025-01-01, true",
    "sct:23719005, UBERON:0000178, 2025-01-01, true",
    "NCIT:C15189, UBERON:0000178, 2025-01-01, false"
  })
  void countsByCodeTissueAndTime(String code, String tissue, String day, boolean counts) {
    var run = run(code, tissue, day);
    assertThat(Household.all(run, "cells_of_another")).hasSize(counts ? 1 : 0);
    if (counts) {
      assertThat(gene(run).state())
          .isInstanceOfSatisfying(
              State.NotAssessed.class,
              not -> assertThat(not.reason()).isEqualTo(ReasonCode.CELLS_OF_ANOTHER));
    } else {
      assertThat(gene(run).state()).isInstanceOf(State.Found.class);
    }
  }

  /// Every code of the table has its case above.
  @Test
  void everyCodeIsTried() throws NoSuchMethodException {
    var tried = new TreeSet<String>();
    var method =
        GraftQuestionTest.class.getDeclaredMethod(
            "countsByCodeTissueAndTime", String.class, String.class, String.class, boolean.class);
    for (var row : method.getAnnotation(CsvSource.class).value()) {
      tried.add(Prefixes.key(row.split(",", -1)[0]));
    }
    assertThat(tried).containsAll(IdentityRules.shipped().graftCodes());
  }

  @Test
  void theFindingCitesTheProcedureAndTheRule() {
    var text = only(run("NCIT:C15431", BLOOD, "2025-01-01"), "cells_of_another").toJson().pretty();
    assertThat(text).contains("10.1007/s00414-012-0687-5", "NCIT:C15431", "2025-01-01", BLOOD);
    assertThat(IdentityRules.shipped().isOwn(HAIR)).isTrue();
    assertThat(IdentityRules.shipped().isOwn(SALIVA)).isFalse();
  }
}
