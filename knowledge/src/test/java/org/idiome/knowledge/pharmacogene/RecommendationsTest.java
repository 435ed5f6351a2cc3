package org.idiome.knowledge.pharmacogene;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.knowledge.table.Published;
import org.junit.jupiter.api.Test;

/// Holds the recommendations that ship to the published ones, and a few to what they mean.
class RecommendationsTest {
  private static final Pharmacogenes OURS = StarterKnowledge.shipped().pharmacogenes();

  /// Single-gene guidelines of CYP2C19 and DPYD whose facts are not in the tables yet.
  private static final List<String> LEFT_OUT =
      List.of("DPWG clomipramine", "DPWG imipramine", "DPWG sertraline");

  private static Drug drug(String name) {
    return requireNonNull(OURS.drugs().named(name));
  }

  private static List<Recommendation> all() {
    var all = new ArrayList<Recommendation>();
    OURS.drugs().all().forEach(drug -> all.addAll(OURS.recommendations(drug)));
    return all;
  }

  @Test
  void holdsEveryPublishedLookupOfTheTwoGenesUnderItsExactKey() {
    var published = new TreeMap<String, String>();
    for (var row : Published.tsv("pgx/guidelines/lookup_2024-04.tsv.gz")) {
      var gene = row.get("lookup").substring(0, row.get("lookup").indexOf('='));
      boolean isOurs = gene.equals("CYP2C19") || gene.equals("DPYD");
      if (isOurs
          && !row.get("lookup").contains(";")
          && !LEFT_OUT.contains(row.get("source") + " " + row.get("drug"))) {
        published.put(
            row.get("recommendation_id"),
            String.join(
                " | ",
                row.get("source"),
                row.get("guideline"),
                row.get("drug"),
                row.get("population"),
                row.get("lookup"),
                row.get("classification")));
      }
    }
    var held = new TreeMap<String, String>();
    for (var one : all()) {
      var key = one.keys().getFirst();
      held.put(
          one.id().local(),
          String.join(
              " | ",
              one.source(),
              one.guideline().local(),
              one.drug(),
              one.sourcePopulation() == null ? "." : one.sourcePopulation(),
              key.gene() + "=" + key.value(),
              one.classification() == null ? "." : one.classification()));
    }
    assertThat(held).isEqualTo(published).hasSize(150);
  }

  @Test
  void givesThreePeopleTheRecommendationsOfTheGuidelines() {
    var people = new TreeMap<String, Map<String, String>>();
    for (var row : Published.tsv("pgx/golden/people.tsv")) {
      people
          .computeIfAbsent(row.get("person"), _ -> new TreeMap<>())
          .put(row.get("gene"), row.get("result"));
    }
    var expected = new TreeSet<String>();
    for (var row : Published.tsv("pgx/golden/recommendations.tsv")) {
      boolean isOurs = row.get("lookup").matches("(CYP2C19|DPYD)=[^;]*");
      if (isOurs && row.get("source").equals("CPIC")) {
        expected.add(row.get("person") + " " + row.get("recommendation_id"));
      }
    }
    var given = new TreeSet<String>();
    people.forEach((person, results) -> {
      var keys = new ArrayList<LookupKey>();
      results.forEach((gene, result) -> {
        var known = OURS.gene(gene);
        if (known != null) {
          var kind = requireNonNull(known.scheme("CPIC")).keyKind();
          keys.add(new LookupKey(gene, kind, result));
        }
      });
      for (var drug : OURS.drugs().all()) {
        for (var one : OURS.recommendations(drug, "CPIC", keys)) {
          given.add(person + " " + one.id().local());
        }
      }
    });
    assertThat(expected).isNotEmpty();
    assertThat(given).isEqualTo(expected);
  }

  @Test
  void keepsClopidogrelApartByPopulation() {
    var key = new LookupKey("CYP2C19", LookupKey.Kind.PHENOTYPE, "Intermediate Metabolizer");
    var answers = OURS.recommendations(drug("clopidogrel"), "CPIC", List.of(key));
    assertThat(answers)
        .extracting(Recommendation::population, one -> one.gist().action(), Recommendation::grade)
        .containsExactlyInAnyOrder(
            tuple("acute_coronary_syndrome_or_pci", AdviceStep.Action.AVOID, "CPIC strong"),
            tuple(
                "cardiovascular_without_acs_or_pci",
                AdviceStep.Action.NO_RECOMMENDATION,
                "CPIC no recommendation"),
            tuple("neurovascular", AdviceStep.Action.ALTERNATIVE, "CPIC moderate"));
  }

  @Test
  void halvesTheStartingDoseOfAFluoropyrimidineAtAScoreOfOne() {
    var key = new LookupKey("DPYD", LookupKey.Kind.ACTIVITY_SCORE, "1.0");
    var answer = OURS.recommendations(drug("fluorouracil"), "CPIC", List.of(key)).getFirst();
    var first = answer.gist();
    assertThat(first.action()).isEqualTo(AdviceStep.Action.LOWER_DOSE);
    assertThat(first.phase()).isEqualTo(AdviceStep.Phase.START);
    assertThat(first.dosePercentFrom()).isEqualByComparingTo("50");
    assertThat(first.dosePercentTo()).isEqualByComparingTo("50");
    assertThat(first.row().text()).contains("ClinPGx:PA166297898");
    assertThat(answer.isActionable()).isTrue();
    assertThat(answer.citation().id()).hasToString("PMID:29152729");
  }

  @Test
  void tellsNoRecommendationFromNoRow() {
    var indeterminate = new LookupKey("CYP2C19", LookupKey.Kind.PHENOTYPE, "Indeterminate");
    var rapid = new LookupKey("CYP2C19", LookupKey.Kind.PHENOTYPE, "Rapid Metabolizer");
    var omeprazole = drug("omeprazole");
    assertThat(OURS.recommendations(omeprazole, "CPIC", List.of(indeterminate)))
        .singleElement()
        .satisfies(one -> assertThat(one.isActionable()).isFalse());
    assertThat(OURS.recommendations(omeprazole, "DPWG", List.of(rapid))).isEmpty();
  }

  /// A phenotype that a scheme can give, for which the source's guideline of a drug has no row,
  /// would be a silence that nobody meant.
  @Test
  void hasARowForEveryPhenotypeThatASchemeCanGive() {
    var silent = new TreeSet<String>();
    for (var gene : OURS.genes()) {
      for (var scheme : gene.schemes().values()) {
        for (var drug : OURS.drugsOf(gene.symbol())) {
          var own =
              OURS.recommendations(drug).stream()
                  .filter(one -> one.source().equals(scheme.source()))
                  .flatMap(one -> one.keys().stream())
                  .map(LookupKey::value)
                  .toList();
          for (var rule : scheme.rules()) {
            if (!own.isEmpty() && !own.contains(key(scheme, rule))) {
              silent.add(scheme.source() + " " + drug.name() + " " + key(scheme, rule));
            }
          }
        }
      }
    }
    assertThat(silent).isEmpty();
  }

  private static String key(PhenotypeScheme scheme, PhenotypeRule rule) {
    return scheme.keyKind() == LookupKey.Kind.ACTIVITY_SCORE
            && rule instanceof PhenotypeRule.OfFunctions pair
        ? String.valueOf(pair.activityScore())
        : rule.phenotype();
  }

  @Test
  void citesAGuidelineForEveryRecommendation() {
    assertThat(all())
        .allSatisfy(one -> {
          assertThat(one.citation().id().prefix()).isIn("PMID", "ClinPGx");
          assertThat(one.guideline().prefix()).isEqualTo("ClinPGx");
          assertThat(one.confirmed()).isTrue();
          assertThat(one.steps()).allSatisfy(step -> assertThat(step.row()).isNotNull());
        });
  }
}
