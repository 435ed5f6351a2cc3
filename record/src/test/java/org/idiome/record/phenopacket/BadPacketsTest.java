package org.idiome.record.phenopacket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.idiome.core.observation.Layer;
import org.idiome.core.presence.Presence;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.time.When;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;

/// The packets of `data/person/bad`, each against its row of `EXPECTED.tsv`.
class BadPacketsTest {
  private static Packets read(String name) {
    return Packets.of(Truth.data("person/bad/" + name));
  }

  private static Problem refusal(String name) {
    // Outside of what is caught: without the data this is a skip, not a refusal.
    var file = Truth.data("person/bad/" + name);
    var thrown = catchThrowableOfType(BadInputException.class, () -> Packets.of(file));
    assertThat(thrown).as(name).isNotNull();
    return thrown.problem();
  }

  @Test
  void aDayThatDoesNotExistRefusesTheMeasurementAlone() {
    var read = read("pp-feb30.json");
    read.nothingMeasured(When.notStated());
    var problem = read.problem(ProblemCode.PHENOPACKET_TIME_NOT_UNDERSTOOD);
    assertThat(problem.place().pointer()).isEqualTo("/measurements/0/timeObserved/timestamp");
    assertThat(problem.reach()).isEqualTo(Reach.RECORD);
    assertThat(read.packet().individual().id()).isEqualTo("s");
  }

  @Test
  void anAgeInWordsIsNeverGuessed() {
    var read = read("pp-age-text.json");
    var sign = read.statement(Layer.PHENOTYPE, "HP:0001250");
    assertThat(sign.when()).isInstanceOf(When.NotStated.class);
    assertThat(sign.qualifier("onset")).isNull();
    assertThat(read.problem(ProblemCode.PHENOPACKET_TIME_NOT_UNDERSTOOD).reach())
        .isEqualTo(Reach.FIELD);
  }

  @Test
  void observedAndExcludedAreBothKeptAndMarked() {
    var read = read("pp-observed-and-excluded.json");
    assertThat(read.statements(Layer.PHENOTYPE, "sign"))
        .hasSize(2)
        .allMatch(one -> one.qualifier("conflict") != null);
    assertThat(read.problem(ProblemCode.PHENOPACKET_CONFLICTING_PRESENCE).place().pointer())
        .isEqualTo("/phenotypicFeatures/1");
  }

  @Test
  void theIdIsKeptWhateverTheLabelSays() {
    var sign = read("pp-label-mismatch.json").statement(Layer.PHENOTYPE, "HP:0001250");
    assertThat(sign.concept().display()).isEqualTo("Ataxia");
    assertThat(read("pp-obsolete-term.json").statements(Layer.PHENOTYPE, "sign"))
        .extracting(one -> one.concept().id())
        .containsExactly("HP:0002631");
  }

  @Test
  void aCodeWithoutPrefixIsKeptAndIsNoCurie() {
    var read = read("pp-no-prefix.json");
    assertThat(read.statement(Layer.PHENOTYPE, "0001250").concept().curie()).isNull();
    assertThat(read.problem(ProblemCode.PHENOPACKET_CODE_NOT_CURIE).place().pointer())
        .isEqualTo("/phenotypicFeatures/0/type");
  }

  @Test
  void negatedInVersion2NeverBecomesPresent() {
    var read = read("pp-v1-negated-in-v2.json");
    assertThat(read.packet().statements())
        .noneMatch(one -> one.presence() == Presence.Looked.PRESENT);
    assertThat(read.problem(ProblemCode.PHENOPACKET_FIELD_OF_VERSION_1).place().pointer())
        .isEqualTo("/phenotypicFeatures/0/negated");
    assertThat(read.count("phenotypicFeatures").refused()).isOne();
  }

  @Test
  void aPacketWithoutVersionThatItsMembersDoNotTellIsRefused() {
    assertThat(refusal("pp-no-version.json").code())
        .isEqualTo(ProblemCode.PHENOPACKET_VERSION_NOT_STATED);
  }

  @Test
  void anInterpretationOfNobodyOnNoAssemblyIsRefusedForBoth() {
    var read = read("pp-two-variants-one-position.json");
    assertThat(read.packet().statements()).isEmpty();
    assertThat(read.problem(ProblemCode.PHENOPACKET_REFERENCE_NOT_FOUND).values())
        .containsEntry("id", "other-person");
    assertThat(read.problem(ProblemCode.PHENOPACKET_ASSEMBLY_NOT_KNOWN).values())
        .containsEntry("assembly", "hg99");
  }

  @Test
  void aCutFileHasLineAndColumn() {
    var problem = refusal("pp-truncated.json");
    assertThat(problem.code()).isEqualTo(ProblemCode.JSON_CUT);
    assertThat(problem.place().text()).isEqualTo("p.json:9:3");
  }

  @Test
  void aNumberBeyondAllIsRefusedWithItsReason() {
    var read = read("pp-huge-number.json");
    assertThat(read.packet().quantities())
        .hasSize(1)
        .allMatch(one -> one.amount().magnitude() instanceof Magnitude.Missing);
    var problem = read.problem(ProblemCode.PHENOPACKET_NUMBER_NOT_FINITE);
    assertThat(problem.values()).containsEntry("found", "1e999");
    assertThat(problem.place().pointer()).isEqualTo("/measurements/0/value/quantity/value");
  }
}
