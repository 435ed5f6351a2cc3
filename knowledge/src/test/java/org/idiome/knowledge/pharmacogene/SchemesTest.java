package org.idiome.knowledge.pharmacogene;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.idiome.knowledge.starter.StarterKnowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// What CPIC and DPWG each make of the same two alleles.
class SchemesTest {
  private static final Pharmacogenes OURS = StarterKnowledge.shipped().pharmacogenes();

  private static PhenotypeScheme scheme(String gene, String source) {
    return requireNonNull(requireNonNull(OURS.gene(gene)).scheme(source));
  }

  private static AlleleFunction judged(PhenotypeScheme scheme, String allele) {
    return switch (scheme.judge(allele)) {
      case Judgement.Judged own -> own.function();
      case Judgement.StandsIn other -> other.function();
      case Judgement.NotJudged _ -> throw new AssertionError(allele + " is not judged");
    };
  }

  @ParameterizedTest(name = "{0} {1}: {2} and {3}")
  @CsvFileSource(resources = "schemes.tsv", delimiter = '\t', numLinesToSkip = 1)
  void keepsTheSourcesApart(
      String source, String gene, String first, String second, String phenotype, String key) {
    var scheme = scheme(gene, source);
    var call = requireNonNull(scheme.phenotype(judged(scheme, second), judged(scheme, first)));
    assertThat(call.phenotype()).isEqualTo(phenotype);
    assertThat(requireNonNull(scheme.key(call)).value()).isEqualTo(key);
    assertThat(call.rule().row().text()).contains(phenotype).startsWith(source + "\t" + gene);
  }

  @Test
  void letsANormalAlleleThatDpwgDoesNotNameStandAsItsReference() {
    var judgement = scheme("DPYD", "DPWG").judge("c.85T>C (*9A)");
    assertThat(judgement)
        .isInstanceOfSatisfying(
            Judgement.StandsIn.class,
            stands -> {
              assertThat(stands.function().allele()).isEqualTo("Reference");
              assertThat(stands.because().source()).isEqualTo("CPIC");
              assertThat(stands.because().allele()).isEqualTo("c.85T>C (*9A)");
            });
  }

  @Test
  void claimsNothingOfDpwgForAHarmfulAlleleThatItDoesNotName() {
    assertThat(scheme("DPYD", "DPWG").judge("c.1774C>T"))
        .isEqualTo(new Judgement.NotJudged("c.1774C>T"));
    assertThat(scheme("CYP2C19", "DPWG").judge("*35")).isEqualTo(new Judgement.NotJudged("*35"));
    assertThat(scheme("CYP2C19", "DPWG").judge("*12")).isEqualTo(new Judgement.NotJudged("*12"));
  }

  @Test
  void claimsNothingOfAnAlleleWithoutFunction() {
    assertThat(scheme("CYP2C19", "CPIC").judge("*40")).isEqualTo(new Judgement.NotJudged("*40"));
  }

  @Test
  void refusesToKeyTheCallOfAnotherScheme() {
    var cpic = scheme("CYP2C19", "CPIC");
    var call = requireNonNull(cpic.phenotype(judged(cpic, "*1"), judged(cpic, "*2")));
    assertThatThrownBy(() -> scheme("CYP2C19", "DPWG").key(call))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
