package org.idiome.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.idiome.core.concept.Citation;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Qualifier;
import org.idiome.core.presence.Presence;
import org.idiome.report.Medicines.Status;
import org.junit.jupiter.api.Test;

/// Which medicine of the record a finding is about, and whether it is taken.
class MedicinesTest {
  private final Sample sample = new Sample("p", "1960-01-01");

  private MedicinesTest drug(String id, String label, String when) {
    var present = Presence.Looked.PRESENT;
    sample.statement(Layer.THERAPY, "drug", new Coded(id, label), present, when);
    return this;
  }

  private static Finding about(String drug, String by, String... given) {
    var details = Details.of("drug", new Value.Text(drug));
    var why =
        List.of(given).stream()
            .<Explanation>map(id ->
                new Explanation.Claim(
                    "drug_taken",
                    Details.of("given_as", new Value.Thing(Coded.of(id))).word("understood_by", by),
                    List.of()))
            .toList();
    return new Finding(
        new FindingKey("pharmacogenes", "medicine", drug, FindingKey.WHOLE_PERSON),
        List.of(),
        new Coded("ATC:L01BC02", drug),
        State.found(details),
        null,
        null,
        new Explanation.Claim("medicine", Details.NONE, why),
        "1");
  }

  private List<Medicines.Medicine> medicines(Finding... findings) {
    return Account.of(sample.interpreted(_ -> List.of(findings))).medicines();
  }

  @Test
  void aFindingIsAboutTheCodeThatItNamesWhateverStandsBesideIt() {
    drug("RXNORM:4492", "5-FU", "2024-01-01/");
    var medicines = medicines(about("fluorouracil", "code", "RXNORM:4492"));
    assertThat(medicines)
        .extracting(Medicines.Medicine::name)
        .containsExactly("5-FU (fluorouracil)");
    assertThat(medicines.getFirst().status()).isEqualTo(Status.END_NOT_STATED);
    assertThat(medicines.getFirst().checks()).hasSize(1);
  }

  @Test
  void oneDrugUnderTwoCodesIsOneMedicine() {
    drug("RXNORM:4492", "5-FU", "2024-01-01/").drug("ATC:L01BC02", "Efudix", "2024-01-01/");
    assertThat(medicines(about("fluorouracil", "code", "RXNORM:4492", "ATC:L01BC02"))).hasSize(1);
  }

  @Test
  void theTextBesideACodeDecidesNothing() {
    drug("XYZ:1", "fluorouracil", "2024-01-01/");
    assertThat(medicines(about("fluorouracil", "code")))
        .extracting(Medicines.Medicine::status)
        .containsExactly(Status.END_NOT_STATED, Status.NOT_RECORDED);
  }

  @Test
  void whatWasToldByTheTextAloneIsNotNamedAsIfItWereSure() {
    drug("XYZ:1", "Plavix?", "2024-01-01/");
    assertThat(medicines(about("clopidogrel", "display", "XYZ:1")).getFirst().name())
        .isEqualTo("Plavix?");
  }

  private static Explanation phenotype(String source, String phenotype) {
    return new Explanation.Rule(
        "phenotype",
        "1",
        Citation.of("PMID:1"),
        Details.of("source", new Value.Text(source)).text("phenotype", phenotype),
        null,
        List.of());
  }

  @Test
  void sourcesThatSayTheSameOfAGeneSayItOnce() {
    var gene =
        new Explanation.Claim(
            "gene_answer",
            Details.NONE.word("bound_cpic", "at_best").word("bound_dpwg", "at_best"),
            List.of(
                phenotype("CPIC", "Intermediate Metabolizer"),
                phenotype("CPIC", "Intermediate Metabolizer"),
                phenotype("DPWG", "Intermediate Metabolizer"),
                phenotype("DPWG", "Poor Metabolizer")));
    assertThat(Medicines.phenotypes(gene))
        .extracting(said -> said.get("phenotype"), said -> said.get("source"))
        .containsExactly(
            tuple(new Value.Text("Intermediate Metabolizer"), Value.texts(List.of("CPIC", "DPWG"))),
            tuple(new Value.Text("Poor Metabolizer"), Value.texts(List.of("DPWG"))));
  }

  private Status status(String when, Qualifier... qualifiers) {
    var present = Presence.Looked.PRESENT;
    var coded = new Coded("RXNORM:32968", "clopidogrel");
    sample.statement(Layer.THERAPY, "drug", coded, present, when, qualifiers);
    return medicines().getFirst().status();
  }

  @Test
  void withoutAStatedEndNobodySaysThatItIsTaken() {
    assertThat(status("1999-01-01/")).isEqualTo(Status.END_NOT_STATED);
    var who = Account.of(sample.interpreted(_ -> List.of())).who();
    assertThat(who).contains("On record, end not stated: clopidogrel").doesNotContain("Takes");
  }

  @Test
  void aReasonForTheEndOfTheCourseEndsIt() {
    var reason = new Value.Thing(new Coded("NCIT:C41331", "Adverse Event"));
    assertThat(status("2010-01-01/", new Qualifier("course_end_reason", reason)))
        .isEqualTo(Status.ENDED);
  }

  @Test
  void nobodyAsksADecisionOfOneWhoHasDied() {
    var present = Presence.Looked.PRESENT;
    sample.statement(Layer.OUTCOME, "vital_status", Coded.of("deceased"), present, "2020-01-01");
    assertThat(status("2010-01-01/")).isEqualTo(Status.ENDED);
    var account = Account.of(sample.interpreted(_ -> List.of(advised())));
    assertThat(account.cards().cards()).isEmpty();
  }

  private static Finding advised() {
    var about = about("clopidogrel", "code", "RXNORM:32968");
    return new Finding(
        about.key(),
        List.of(),
        about.subject(),
        about.state(),
        null,
        new Advice(
            Advice.Verb.SETTLE,
            Advice.Priority.GAP,
            "genotype_gene",
            Details.of("drug", new Value.Text("clopidogrel"))),
        about.why(),
        "1");
  }
}
