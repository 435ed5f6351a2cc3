package org.idiome.record.phenopacket;

import static org.assertj.core.api.Assertions.assertThat;

import org.idiome.core.presence.Absence;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.time.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is refused of a measurement leaves that it was made: else an older value would pass for the
/// latest.
class RefusedMeasurementsTest {
  private static final String TIME = "{\"timestamp\":\"2024-03-05T00:00:00Z\"}";
  private static final When DAY = When.parse("2024-03-05");

  private static Packets measured(String members) {
    return Packets.with("\"measurements\":[{\"assay\":{\"id\":\"LOINC:2345-7\"}," + members + "}]");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "'value':{'quantity':{'value':'high'}}",
        "'value':{'quantity':{'value':'NaN'}}",
        "'value':{'quantity':{'value':'Infinity'}}",
        "'value':{'quantity':{'value':1e999}}",
        "'value':{'quantity':{'value':[4]}}",
        "'value':{'quantity':{'value':5.4,'unit':{'id':'UCUM:mg/dL'}}}",
        "'value':{'quantity':{'value':5,'value':6}}",
        "'value':{'quantity':'5 mmol/L'}",
        "'value':{'quantity':{'value':5},'ontologyClass':{'id':'NCIT:C38757'}}",
        "'value':{'ontologyClass':{'label':'Negative'}}",
        "'value':{}",
        "'value':5",
        "'value':{'quantity':{'value':5}},'value':{'quantity':{'value':6}}",
        "'value':{'quantity':{'value':5}},'complexValue':{}",
        "'complexValue':{}",
        "'complexValue':{'typedQuantities':[]}",
        "'complexValue':{'typedQuantities':[{'quantity':{'value':1}}]},'complex_value':{}",
        "'value':{'quantity':{'value':5}},'procedure':'x'",
        "'description':'taken'"
      })
  void leavesThatItWasMeasuredThen(String value) {
    var read = measured("\"timeObserved\":" + TIME + "," + value.replace('\'', '"'));
    read.nothingMeasured(DAY);
    assertThat(read.packet().quantities().getFirst().feature().id()).isEqualTo("LOINC:2345-7");
    assertThat(read.packet().quantities().getFirst().amount().magnitude())
        .isEqualTo(new Magnitude.Missing(Absence.NOT_STATED));
    assertThat(read.count("measurements").refused()).isOne();
    assertThat(read.problems().kept()).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "'timeObserved':{'timestamp':'2024-02-30T00:00:00Z'}",
        "'timeObserved':{'timestamp':'yesterday'}",
        "'timeObserved':'2024-03-05'",
        "'timeObserved':{'timestamp':'2024-03-05T00:00:00Z'},'time_observed':{}",
        "'timeObserved':{'age':{'iso8601duration':'P3Y'}},'timeObserved':{}"
      })
  void leavesNoTimeWhereNoneCanBeRead(String time) {
    var value = "\"value\":{\"quantity\":{\"value\":5}},";
    measured(value + time.replace('\'', '"')).nothingMeasured(When.notStated());
  }

  @Test
  void leavesNothingOfWhatNobodyCanName() {
    var read =
        Packets.with(
            "\"measurements\":[7,{\"value\":{\"quantity\":{\"value\":5}}},"
                + "{\"assay\":{\"label\":\"glucose\"},\"value\":{\"quantity\":{\"value\":5}}}]");
    assertThat(read.packet().quantities()).isEmpty();
    assertThat(read.count("measurements").refused()).isEqualTo(3);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "'quantity':{'value':'x'}",
        "'quantity':{'value':1e999}",
        "'quantity':[]",
        "'note':1"
      })
  void aPartOfAPanelIsMissingBesideTheOther(String quantity) {
    var read =
        measured(
            "\"timeObserved\":"
                + TIME
                + ",\"complexValue\":{\"typedQuantities\":[{\"type\":{\"id\":\"LOINC:8480-6\"},"
                + "\"quantity\":{\"value\":121}},{\"type\":{\"id\":\"LOINC:8462-4\"},"
                + quantity.replace('\'', '"')
                + "}]}");
    var found = read.packet().quantities();
    assertThat(found)
        .extracting(one -> one.feature().id())
        .containsExactly("LOINC:8480-6", "LOINC:8462-4");
    assertThat(found.getFirst().amount().magnitude()).isEqualTo(new Magnitude.Exact(121));
    assertThat(found.getLast().amount().magnitude()).isInstanceOf(Magnitude.Missing.class);
    assertThat(found).allMatch(one -> one.when().equals(DAY));
    assertThat(found.getFirst().group()).isEqualTo(found.getLast().group());
    assertThat(found.getFirst().layer()).isEqualTo(found.getLast().layer());
  }

  @Test
  void aPanelThatIsRefusedLeavesEachOfItsParts() {
    var read =
        measured(
            "\"timeObserved\":{\"timestamp\":\"soon\"},\"complexValue\":{\"typedQuantities\":["
                + "{\"type\":{\"id\":\"LOINC:8480-6\"},\"quantity\":{\"value\":121}},"
                + "{\"type\":{\"id\":\"LOINC:8462-4\"},\"quantity\":{\"value\":79}}]}");
    assertThat(read.packet().quantities())
        .hasSize(2)
        .allMatch(one -> one.amount().magnitude() instanceof Magnitude.Missing)
        .allMatch(one -> one.when() instanceof When.NotStated);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"'', 1", "individualId: s, 1", "individualId: mother, 0"})
  void aSpecimenThatIsRefusedLeavesThatItWasMeasuredUnlessItIsSomebodyElses(
      String owner, int remains) {
    var individual = owner.isEmpty() ? "" : ",\"individualId\":\"" + owner.substring(14) + "\"";
    var read =
        Packets.with(
            "\"biosamples\":[{\"id\":\"a\",\"htsFiles\":[]"
                + individual
                + ",\"measurements\":[{\"assay\":{\"id\":\"L:1\"},\"timeObserved\":"
                + TIME
                + ",\"value\":{\"quantity\":{\"value\":5}}}]}]");
    assertThat(read.packet().specimens()).isEmpty();
    assertThat(read.packet().quantities())
        .hasSize(remains)
        .allMatch(one -> one.amount().magnitude() instanceof Magnitude.Missing)
        .allMatch(one -> one.when().equals(DAY) && "a".equals(one.specimen()));
  }

  @Test
  void whatIsMeasuredInASpecimenWithoutATimeWasTakenWithIt() {
    var read =
        Packets.with(
            "\"biosamples\":[{\"id\":\"a\",\"timeOfCollection\":"
                + TIME
                + ",\"measurements\":[{\"assay\":{\"id\":\"L:1\"},\"value\":{\"quantity\":"
                + "{\"value\":5}}},{\"assay\":{\"id\":\"L:1\"},\"value\":{}},{\"assay\":{\"id\":"
                + "\"L:1\"},\"timeObserved\":{\"timestamp\":\"?\"},\"value\":{}}]}]");
    assertThat(read.packet().quantities())
        .extracting(one -> one.when())
        .containsExactly(DAY, DAY, When.notStated());
    assertThat(read.packet().quantities()).allMatch(one -> "a".equals(one.specimen()));
  }
}
