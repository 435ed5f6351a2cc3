package org.idiome.care.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.care.identity.Household.gene;
import static org.idiome.care.identity.Household.only;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.idiome.care.identity.Household.Listing;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;
import org.idiome.core.genome.GenomeBuild;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two samples of one person, and the samples of a family.
class SampleQuestionsTest {
  private static final String TUMOUR =
      """
      {"id": "T", "individualId": "P", "sampleType": {"id": "NCIT:C18009", "label": "Tumor Tissue"}}\
      """;

  @TempDir private Path folder;

  private final MadeGenome woman = MadeGenome.drawn(11, false);
  private final MadeGenome other = MadeGenome.drawn(12, false);

  @ParameterizedTest
  @EnumSource(Listing.class)
  void twoSamplesOfOnePersonAgreeOnTwoBuilds(Listing listing) {
    var run =
        new Household(folder)
            .file("a.vcf", woman, listing)
            .file("b.vcf", Map.of("P", woman), listing, GenomeBuild.GRCH37)
            .run();
    assertThat(only(run, "same_person").state()).isInstanceOf(State.Excluded.class);
    assertThat(gene(run).state()).isInstanceOf(State.Found.class);
  }

  @ParameterizedTest
  @EnumSource(Listing.class)
  void samplesOfTwoPeopleDifferAndBlockBoth(Listing listing) {
    var run =
        new Household(folder).file("a.vcf", woman, listing).file("b.vcf", other, listing).run();
    assertThat(only(run, "same_person").state()).isInstanceOf(State.Found.class);
    assertThat(gene(run).state())
        .isInstanceOfSatisfying(
            State.NotAssessed.class,
            not -> assertThat(not.reason()).isEqualTo(ReasonCode.SAMPLE_IN_DOUBT));
  }

  @ParameterizedTest
  @EnumSource(Listing.class)
  void aSisterIsNotThePerson(Listing listing) {
    var father = MadeGenome.drawn(21, true);
    var run =
        new Household(folder)
            .file("a.vcf", MadeGenome.child(1, father, woman, false), listing)
            .file("b.vcf", MadeGenome.child(2, father, woman, false), listing)
            .run();
    var state = only(run, "same_person").state();
    if (listing == Listing.VARIANTS) {
      assertThat(state).isNotInstanceOf(State.Excluded.class);
    } else {
      assertThat(state).isInstanceOf(State.Found.class);
    }
  }

  @Test
  void aTumourThatLostAllelesIsStillThePersons() {
    var run =
        new Household(folder)
            .specimen(TUMOUR)
            .file("a.vcf", woman, Listing.ALL)
            .file("t.vcf", Map.of("T", woman.losing(3, 0.4)), Listing.ALL, GenomeBuild.GRCH38)
            .run();
    assertThat(only(run, "same_person").state()).isInstanceOf(State.Excluded.class);
  }

  @Test
  void aTumourOfSomebodyElseIsNot() {
    var run =
        new Household(folder)
            .specimen(TUMOUR)
            .file("a.vcf", woman, Listing.ALL)
            .file("t.vcf", Map.of("T", other.losing(3, 0.4)), Listing.ALL, GenomeBuild.GRCH38)
            .run();
    assertThat(only(run, "same_person").state()).isInstanceOf(State.Found.class);
  }

  @Test
  void tooFewPlacesDecideNothing() {
    var run =
        new Household(folder)
            .file("a.vcf", woman, Listing.ALL)
            .file("b.vcf", MadeGenome.drawn(11, false).only(30), Listing.ALL)
            .run();
    assertThat(only(run, "same_person").state())
        .isInstanceOfSatisfying(
            State.NotAssessed.class,
            not -> {
              assertThat(not.reason()).isEqualTo(ReasonCode.TOO_FEW_PLACES);
              assertThat(not.details().get("places")).isEqualTo(new Value.Count(30));
            });
  }

  @Test
  void oneSampleRaisesNoQuestionAboutTwo() {
    var run = new Household(folder).file("a.vcf", woman, Listing.ALL).run();
    assertThat(Household.all(run, "same_person")).isEmpty();
    assertThat(Household.all(run, "family")).isEmpty();
  }

  private State family(MadeGenome child, MadeGenome father, MadeGenome mother) {
    return only(familyRun(child, father, mother), "family").state();
  }

  private org.idiome.core.run.Run familyRun(
      MadeGenome child, MadeGenome father, MadeGenome mother) {
    return new Household(folder)
        .sex("MALE")
        .trio()
        .file(
            "family.vcf",
            Map.of("P", child, "F", father, "M", mother),
            Listing.VARIANTS,
            GenomeBuild.GRCH38)
        .run();
  }

  @Test
  void aFamilyFits() {
    var father = MadeGenome.drawn(31, true);
    var mother = MadeGenome.drawn(32, false);
    var child = MadeGenome.child(33, father, mother, true);
    assertThat(family(child, father, mother))
        .isInstanceOfSatisfying(
            State.Excluded.class,
            none -> {
              assertThat(none.limit().get("errors")).isEqualTo(new Value.Count(0));
              assertThat(none.limit().get("x_errors")).isEqualTo(new Value.Count(0));
              assertThat(none.limit().get("y_errors")).isEqualTo(new Value.Count(0));
            });
  }

  @Test
  void samplesThatDoNotFitAreAMismatchAndBlock() {
    var father = MadeGenome.drawn(31, true);
    var mother = MadeGenome.drawn(32, false);
    var child = MadeGenome.child(33, MadeGenome.drawn(34, true), mother, true);
    var run = familyRun(child, father, mother);
    var finding = only(run, "family");
    assertThat(finding.state()).isInstanceOf(State.Found.class);
    assertThat(finding.why().code()).isEqualTo("family_differs");
    assertThat(gene(run).state()).isInstanceOf(State.NotAssessed.class);
  }

  @Test
  void errorsOnOneChromosomeAreARunAndBlockNothing() {
    var father = MadeGenome.drawn(31, true);
    var mother = MadeGenome.drawn(32, false);
    var child = MadeGenome.child(33, father, mother, true).bothFrom(mother, "15");
    var run = familyRun(child, father, mother);
    var finding = only(run, "family");
    assertThat(finding.why().code()).isEqualTo("errors_on_one_chromosome");
    assertThat(finding.state())
        .isInstanceOfSatisfying(
            State.Found.class,
            found ->
                assertThat(found.possibilities().getFirst().get("run_place"))
                    .isInstanceOfSatisfying(
                        Value.Place.class,
                        place -> assertThat(place.locus().contig().name()).isEqualTo("15")));
    assertThat(gene(run).state()).isInstanceOf(State.Found.class);
  }

  @Test
  void tooFewInformativePlacesDecideNothing() {
    var father = MadeGenome.drawn(31, true).only(60);
    var mother = MadeGenome.drawn(32, false).only(60);
    var child = MadeGenome.child(33, father, mother, true).only(60);
    assertThat(family(child, father, mother)).isInstanceOf(State.NotAssessed.class);
  }

  /// What is stated of a family names neither parent anywhere in a finding.
  @Test
  void noFindingNamesAParent() {
    var father = MadeGenome.drawn(31, true);
    var mother = MadeGenome.drawn(32, false);
    for (var child :
        List.of(
            MadeGenome.child(33, MadeGenome.drawn(34, true), mother, true),
            MadeGenome.child(33, father, MadeGenome.drawn(35, false), true))) {
      var text = only(familyRun(child, father, mother), "family").toJson().pretty();
      assertThat(text).doesNotContainIgnoringCase("father").doesNotContainIgnoringCase("mother");
      assertThat(text).doesNotContain("S-F").doesNotContain("S-M");
      assertThat(text).doesNotContainIgnoringCase("patern").doesNotContainIgnoringCase("matern");
    }
  }
}
