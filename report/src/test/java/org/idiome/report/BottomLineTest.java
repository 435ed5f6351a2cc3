package org.idiome.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Strength;
import org.idiome.core.finding.Value;
import org.junit.jupiter.api.Test;

/// What a clinical pharmacist reads first, of drugs taken and of drugs that may come.
class BottomLineTest {
  private static Finding medicine(
      String drug, String gene, String advice, Advice.Priority priority, String population) {
    var details =
        Details.NONE
            .text("drug", drug)
            .text("source", "CPIC")
            .with("genes", Value.texts(List.of(gene)))
            .with("diplotypes", Value.texts(List.of("*2/*2")))
            .with("phenotypes", Value.texts(List.of("Poor Metabolizer")))
            .word("population", population);
    return new Finding(
        new FindingKey("pharmacogenes", "medicine", drug, FindingKey.WHOLE_PERSON),
        List.of(),
        Coded.of(drug),
        State.found(details),
        new Strength(Strength.Level.STRONG, "CPIC strong"),
        new Advice(Advice.Verb.ACT, priority, advice, details),
        new Explanation.Claim("medicine", Details.NONE, List.of()),
        "1");
  }

  private static Account account(Finding... findings) {
    var sample = new Sample("p", "1980-01-01");
    return Account.of(sample.interpreted(_ -> List.of(findings)));
  }

  private static Finding avoid(String drug) {
    return medicine(
        drug,
        "CYP2C19",
        "before_use_avoid_drug",
        Advice.Priority.BEFORE_USE,
        "acute_coronary_syndrome_or_pci");
  }

  private static Finding lower(String drug) {
    return medicine(drug, "DPYD", "before_use_lower_dose", Advice.Priority.BEFORE_USE, "any");
  }

  @Test
  void aDrugNotTakenIsNamedWithItsIndicationAndForLater() {
    assertThat(account(avoid("clopidogrel")).bottomLine())
        .isEqualTo(
            "Nothing needs a decision today. For later prescribing: clopidogrel should not be begun"
                + " for acute coronary syndrome or percutaneous coronary intervention.");
  }

  @Test
  void whatIsDueComesFirstAndNothingIsSaidTwice() {
    var due =
        medicine(
            "escitalopram", "CYP2C19", "consider_alternative", Advice.Priority.DECISION_DUE, "any");
    var account = account(lower("fluorouracil"), avoid("clopidogrel"), due, lower("capecitabine"));
    assertThat(account.bottomLine())
        .isEqualTo(
            "Consider another drug than escitalopram. For later prescribing: capecitabine and"
                + " fluorouracil would need a lower dose; clopidogrel should not be begun for acute"
                + " coronary syndrome or percutaneous coronary intervention.");
    assertThat(account.bottomLine().split("\\s+")).hasSizeLessThanOrEqualTo(40);
    assertThat(account.cards().cards())
        .extracting(Cards.Card::title)
        .containsExactly(
            "Consider another drug than escitalopram",
            "Begin capecitabine and fluorouracil only at a lower dose",
            "Do not begin clopidogrel");
  }

  @Test
  void drugsOfOneAdviceAndAnotherReasonStayApart() {
    var other =
        medicine("tegafur", "DPYD2", "before_use_lower_dose", Advice.Priority.BEFORE_USE, "any");
    assertThat(account(lower("capecitabine"), other).cards().cards()).hasSize(2);
  }
}
