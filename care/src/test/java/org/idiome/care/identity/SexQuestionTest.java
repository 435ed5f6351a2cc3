package org.idiome.care.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.care.identity.Household.gene;
import static org.idiome.care.identity.Household.only;

import java.nio.file.Path;
import org.idiome.care.identity.Household.Listing;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SexQuestionTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Listing.class)
  void aSampleThatFitsWhatIsStatedIsNoMismatch(Listing listing) {
    var woman = MadeGenome.drawn(1, false);
    var run = new Household(folder).sex("FEMALE").file("a.vcf", woman, listing).run();
    assertThat(only(run, "sex").state()).isInstanceOf(State.Excluded.class);
    assertThat(gene(run).state()).isInstanceOf(State.Found.class);
  }

  @ParameterizedTest
  @EnumSource(Listing.class)
  void aManFitsToo(Listing listing) {
    var man = MadeGenome.drawn(2, true);
    var run = new Household(folder).sex("MALE").file("a.vcf", man, listing).run();
    assertThat(only(run, "sex").state()).isInstanceOf(State.Excluded.class);
  }

  @ParameterizedTest
  @EnumSource(Listing.class)
  void aSampleOfAnotherSexIsAMismatchAndBlocksWhatRestsOnIt(Listing listing) {
    var man = MadeGenome.drawn(2, true);
    var run = new Household(folder).sex("FEMALE").file("a.vcf", man, listing).run();
    var finding = only(run, "sex");
    assertThat(finding.state()).isInstanceOf(State.Found.class);
    assertThat(finding.advice()).isNotNull();
    assertThat(gene(run).state())
        .isInstanceOfSatisfying(
            State.NotAssessed.class,
            not -> assertThat(not.reason()).isEqualTo(ReasonCode.SAMPLE_IN_DOUBT));
  }

  @Test
  void fIsUsedOnlyWithAFrequencyOfManyPeopleAndReferenceGenotypes() {
    var woman = MadeGenome.drawn(3, false);
    var all = new Household(folder).sex("FEMALE").file("a.vcf", woman, Listing.ALL).run();
    assertThat(method(only(all, "sex"))).isEqualTo("het_ratio");
    var frequencies =
        new Household(folder)
            .sex("FEMALE")
            .file("a.vcf", woman, Listing.ALL_WITH_FREQUENCIES)
            .run();
    assertThat(method(only(frequencies, "sex"))).isEqualTo("f_statistic");
  }

  private static String method(Finding finding) {
    return finding.state() instanceof State.Excluded(var limit)
            && limit.get("method") instanceof Value.Word(var code)
        ? code
        : "none";
  }

  @Test
  void nothingStatedIsNothingToCompareWith() {
    var run = new Household(folder).file("a.vcf", MadeGenome.drawn(1, false), Listing.ALL).run();
    assertReason(only(run, "sex"), ReasonCode.NO_DATA, "sex_not_stated");
    assertThat(gene(run).state()).isInstanceOf(State.Found.class);
  }

  @Test
  void theKaryotypeGoesBeforeTheSex() {
    var man = MadeGenome.drawn(2, true);
    var run =
        new Household(folder)
            .sex("FEMALE")
            .subject("\"karyotypicSex\": \"XY\"")
            .file("a.vcf", man, Listing.ALL)
            .run();
    assertThat(only(run, "sex").state()).isInstanceOf(State.Excluded.class);
  }

  @Test
  void twoXBesideAYDecideNothing() {
    var woman = MadeGenome.drawn(4, false);
    var man = MadeGenome.drawn(5, true);
    var both = MadeGenome.mixture(woman, man);
    var run = new Household(folder).sex("MALE").file("a.vcf", both, Listing.ALL).run();
    assertReason(only(run, "sex"), ReasonCode.NOT_DECISIVE, "x_between");
    var stated =
        new Household(folder)
            .sex("MALE")
            .subject("\"karyotypicSex\": \"XXY\"")
            .file("a.vcf", both, Listing.ALL)
            .run();
    assertThat(only(stated, "sex").state()).isInstanceOf(State.Excluded.class);
  }

  @Test
  void tooFewPlacesOnXDecideNothing() {
    var woman = MadeGenome.drawn(6, false).withoutX();
    var run = new Household(folder).sex("MALE").file("a.vcf", woman, Listing.ALL).run();
    assertReason(only(run, "sex"), ReasonCode.TOO_FEW_PLACES, "too_few_on_x");
  }

  @Test
  void genotypesWrittenWithOneCopyProveNothing() {
    var man = MadeGenome.drawn(2, true).writtenWithOneCopy();
    var run = new Household(folder).sex("FEMALE").file("a.vcf", man, Listing.ALL).run();
    assertReason(only(run, "sex"), ReasonCode.NOT_DECISIVE, "copies_were_given");
  }

  private static void assertReason(Finding finding, ReasonCode reason, String detail) {
    assertThat(finding.state())
        .isInstanceOfSatisfying(
            State.NotAssessed.class,
            not -> {
              assertThat(not.reason()).isEqualTo(reason);
              assertThat(not.details().get("detail")).isEqualTo(new Value.Word(detail));
            });
  }
}
