package org.idiome.record.phenopacket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Absence;
import org.idiome.core.presence.Presence;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.core.time.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketRulesTest {
  private static final String SIGN = "{\"type\":{\"id\":\"HP:1\"}";

  private static Packets sign(String more) {
    return Packets.with("\"phenotypicFeatures\":[" + SIGN + more + "}]");
  }

  private static ProblemCode refusal(String json) {
    return catchThrowableOfType(BadInputException.class, () -> Packets.of(json)).problem().code();
  }

  @Test
  void readsBothSpellingsOfANameAndRefusesBothAtOnce() {
    var read =
        Packets.of(
            "{\"subject\":{\"id\":\"s\"},\"meta_data\":{\"phenopacket_schema_version\":\"2.0\"},"
                + "\"phenotypic_features\":["
                + SIGN
                + ",\"excluded\":true}]}");
    assertThat(read.statements(Layer.PHENOTYPE, "sign").getFirst().presence())
        .isEqualTo(Presence.Looked.EXCLUDED);
    var both =
        Packets.with(
            "\"measurements\":[{\"assay\":{\"id\":\"L:1\"},\"complexValue\":{},"
                + "\"complex_value\":{}}]");
    assertThat(both.count("measurements").refused()).isOne();
    both.problem(ProblemCode.JSON_NAME_REPEATED);
  }

  @Test
  void readsEnumerationsByNumberAndRefusesUnknownWords() {
    assertThat(sexOf("2")).isEqualTo("male");
    assertThat(sexOf("\"FEMALE\"")).isEqualTo("female");
    var unknown =
        Packets.of(
            "{\"subject\":{\"id\":\"s\",\"sex\":\"WOMAN\"},"
                + "\"metaData\":{\"phenopacketSchemaVersion\":\"2\"}}");
    assertThat(unknown.packet().statements()).isEmpty();
    var problem = unknown.problem(ProblemCode.PHENOPACKET_ENUM_NOT_KNOWN);
    assertThat(problem.place().pointer()).isEqualTo("/subject/sex");
    assertThat(problem.reach()).isEqualTo(Reach.FIELD);
  }

  private static String sexOf(String word) {
    return Packets.of(
            "{\"subject\":{\"id\":\"s\",\"sex\":"
                + word
                + "},\"metaData\":{\"phenopacketSchemaVersion\":\"2\"}}")
        .statements(Layer.PHENOTYPE, "sex")
        .getFirst()
        .concept()
        .id();
  }

  @Test
  void keepsAndReportsMembersThatAreNotInTheSchema() {
    var read = sign(",\"onsetAge\":{\"years\":8},\"severity\":{\"id\":\"HP:2\",\"note\":\"x\"}");
    assertThat(read.statements(Layer.PHENOTYPE, "sign")).hasSize(1);
    assertThat(read.count("phenotypicFeatures").notUnderstood()).isEqualTo(2);
    assertThat(read.problems().kept())
        .filteredOn(one -> one.code() == ProblemCode.PHENOPACKET_FIELD_NOT_KNOWN)
        .extracting(one -> one.place().pointer())
        .containsExactly("/phenotypicFeatures/0/onsetAge", "/phenotypicFeatures/0/severity/note");
    assertThat(read.packet().notUnderstood())
        .extracting(row -> read.sources().locator(row).text())
        .containsExactly(
            "1 /phenotypicFeatures/0/onsetAge", "1 /phenotypicFeatures/0/severity/note");
  }

  @Test
  void saysWhichMembersHaveNoPlaceInTheRecord() {
    var read =
        Packets.with(
            "\"measurements\":[{\"assay\":{\"id\":\"LOINC:1\"},\"description\":\"fasting\","
                + "\"value\":{\"quantity\":{\"value\":1}}}]");
    assertThat(read.packet().quantities()).hasSize(1);
    assertThat(read.problem(ProblemCode.PHENOPACKET_FIELD_SET_ASIDE).place().pointer())
        .isEqualTo("/measurements/0/description");
  }

  @Test
  void oneBadItemNeverTakesTheOthersWithIt() {
    var read =
        Packets.with(
            "\"phenotypicFeatures\":[7,{\"type\":{\"label\":\"no id\"}},{\"type\":\"HP:1\"},"
                + "{\"type\":{\"id\":\"HP:1\"},\"excluded\":\"yes\"},"
                + "{\"type\":{\"id\":\"HP:9\"},\"type\":{\"id\":\"HP:8\"}},"
                + SIGN
                + "}],\"diseases\":{\"not\":\"a list\"}");
    assertThat(read.statements(Layer.PHENOTYPE, "sign")).hasSize(1);
    assertThat(read.count("phenotypicFeatures").refused()).isEqualTo(5);
    assertThat(read.count("phenotypicFeatures").kept()).isOne();
    assertThat(read.count("diseases").refused()).isOne();
  }

  @Test
  void nullAndEmptyAreAbsent() {
    var read = sign(",\"severity\":null,\"onset\":{},\"description\":\"\",\"modifiers\":[]");
    assertThat(read.problems().isEmpty()).isTrue();
    assertThat(read.statements(Layer.PHENOTYPE, "sign").getFirst().qualifiers()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"timestamp\":\"2023-02-01T00:00:00Z\"}             | 2023-02-01/",
        "{\"timestamp\":\"2023-02-01T00:00:00.000Z\"}         | 2023-02-01/",
        "{\"timestamp\":\"2023-02-01T01:00:00+01:00\"}        | 2023-02-01T01:00:00+01:00/",
        "{\"timestamp\":\"2023-02-01T08:30:00Z\"}             | 2023-02-01T08:30:00Z/",
        "{\"age\":{\"iso8601duration\":\"P4Y2M\"}}            | P4Y2M/",
        "{\"ageRange\":{\"start\":{\"iso8601duration\":\"P4Y\"}}} | P4Y/",
        "{\"gestationalAge\":{\"weeks\":20}}                  | 20w/",
        "{\"ontologyClass\":{\"id\":\"HP:0003577\"}}          | HP:0003577/",
        "{\"interval\":{\"start\":\"2020-03-18T00:00:00Z\",\"end\":\"2020-03-20T00:00:00Z\"}}"
            + "| 2020-03-18/",
      })
  void readsEachKindOfTime(String onset, String when) {
    var read = sign(",\"onset\":" + onset);
    assertThat(read.statements(Layer.PHENOTYPE, "sign").getFirst().when().text()).isEqualTo(when);
    assertThat(read.problems().isEmpty()).as("%s", read.problems().kept()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"age\":{\"iso8601duration\":\"P8.5Y\"}}",
        "{\"age\":\"P8Y\"}",
        "{\"age\":{\"iso8601duration\":\"P8Y\"},\"timestamp\":\"2020-01-01T00:00:00Z\"}",
        "{\"timestamp\":\"yesterday\"}",
        "{\"timestamp\":1580515200}",
        "{\"gestationalAge\":{\"weeks\":20,\"days\":9}}",
        "{\"interval\":{\"start\":\"2020-03-20T00:00:00Z\",\"end\":\"2020-03-18T00:00:00Z\"}}",
      })
  void keepsASignWhoseOnsetIsNotUnderstood(String onset) {
    var read = sign(",\"onset\":" + onset);
    var sign = read.statements(Layer.PHENOTYPE, "sign").getFirst();
    assertThat(sign.when()).isInstanceOf(When.NotStated.class);
    assertThat(read.problems().kept()).hasSize(1).allMatch(one -> one.reach() == Reach.FIELD);
    assertThat(read.count("phenotypicFeatures").keptWithNote()).isOne();
  }

  @Test
  void aCoarseOrZonelessTimestampIsKeptAndSaid() {
    var read = sign(",\"onset\":{\"timestamp\":\"2024-03\"}");
    assertThat(read.statements(Layer.PHENOTYPE, "sign").getFirst().when().text())
        .isEqualTo("2024-03/");
    read.problem(ProblemCode.PHENOPACKET_TIME_NOT_ANCHORED);
  }

  private static Packets measured(String quantity) {
    return Packets.with(
        "\"measurements\":[{\"assay\":{\"id\":\"LOINC:1\"},\"value\":{\"quantity\":"
            + quantity
            + "}}]");
  }

  @Test
  void aQuantityWithoutNumberIsNotNought() {
    var read = measured("{\"unit\":{\"id\":\"UCUM:mg/dL\"}}");
    assertThat(read.packet().quantities().getFirst().amount().magnitude())
        .isEqualTo(new Magnitude.Missing(Absence.NOT_STATED));
    read.problem(ProblemCode.PHENOPACKET_AMOUNT_NOT_STATED);
  }

  @Test
  void anEndThatIsAbsentIsNoEnd() {
    var read =
        measured(
            "{\"unit\":{\"id\":\"UCUM:mmol/L\"},\"value\":-3,\"referenceRange\":"
                + "{\"unit\":{\"id\":\"UCUM:mmol/L\"},\"high\":2}}");
    assertThat(read.packet().quantities().getFirst().reference())
        .isEqualTo(new ReferenceInterval(null, 2.0, Unit.ucum("mmol/L")));
  }

  @Test
  void anIntervalThatIsNoneIsKeptAsNotUsableAndSaid() {
    var read =
        measured(
            "{\"unit\":{\"id\":\"UCUM:g/L\"},\"value\":3,\"referenceRange\":"
                + "{\"unit\":{\"id\":\"UCUM:g/L\"},\"low\":5,\"high\":2}}");
    assertThat(read.packet().quantities().getFirst().reference())
        .isEqualTo(ReferenceInterval.notUsable(Unit.ucum("g/L")));
    read.problem(ProblemCode.AMOUNT_REFERENCE_NOT_UNDERSTOOD);
  }

  @Test
  void anIntervalWithoutUnitIsKeptAsNotUsable() {
    var read =
        measured(
            "{\"unit\":{\"id\":\"UCUM:g/L\"},\"value\":3,"
                + "\"referenceRange\":{\"low\":1,\"high\":2}}");
    assertThat(read.packet().quantities().getFirst().reference())
        .isEqualTo(ReferenceInterval.notUsable(Unit.notStated()));
  }

  @Test
  void aPositionBeyondAllContigsIsNamedAsItIsWritten() {
    var read =
        Packets.with(
            "\"interpretations\":[{\"id\":\"i\",\"diagnosis\":{\"disease\":{\"id\":\"MONDO:1\"},"
                + "\"genomicInterpretations\":[{\"subjectOrBiosampleId\":\"s\","
                + "\"variantInterpretation\":{\"variationDescriptor\":{\"id\":\"v\",\"vcfRecord\":"
                + "{\"genomeAssembly\":\"GRCh38\",\"chrom\":\"1\",\"pos\":\"9223372036854775807\","
                + "\"ref\":\"A\",\"alt\":\"T\"}}}}]}}]");
    assertThat(read.problem(ProblemCode.PHENOPACKET_NUMBER_NOT_FINITE).values())
        .containsEntry("found", "9223372036854775807");
    assertThat(read.packet().notUnderstood()).isEmpty();
  }

  @Test
  void aUnitOfNoTableIsKeptAsWords() {
    var read = measured("{\"unit\":{\"id\":\"NCIT:C0\",\"label\":\"handful\"},\"value\":3}");
    assertThat(read.packet().quantities().getFirst().amount().unit())
        .isEqualTo(new Unit.NotUnderstood("handful"));
    read.problem(ProblemCode.AMOUNT_UNIT_NOT_UNDERSTOOD);
  }

  @Test
  void glucoseThatNobodyCanHaveIsRefusedWithTheLikelyUnit() {
    var read =
        Packets.with(
            "\"measurements\":[{\"assay\":{\"id\":\"LOINC:2345-7\"},\"value\":{\"quantity\":"
                + "{\"unit\":{\"id\":\"UCUM:mg/dL\"},\"value\":5.4}}}]");
    read.nothingMeasured(When.notStated());
    assertThat(read.problem(ProblemCode.AMOUNT_NOT_PLAUSIBLE).values())
        .containsEntry("likely_unit", "mmol/L");
  }

  @Test
  void twoPanelsOfOneTimeStayTwoGroups() {
    var panel =
        "{\"assay\":{\"id\":\"LOINC:85354-9\"},\"complexValue\":{\"typedQuantities\":[{\"type\":"
            + "{\"id\":\"LOINC:8480-6\"},\"quantity\":{\"unit\":{\"id\":\"UCUM:mm[Hg]\"},"
            + "\"value\":120}}]}}";
    var read = Packets.with("\"measurements\":[" + panel + "," + panel + "]");
    assertThat(read.packet().quantities()).extracting(one -> one.group()).doesNotHaveDuplicates();
  }

  @Test
  void anIntervalWithoutEndIsNotOngoing() {
    var read =
        Packets.with(
            "\"medicalActions\":[{\"treatment\":{\"agent\":{\"id\":\"D:1\"},\"doseIntervals\":"
                + "[{\"interval\":{\"start\":\"2023-04-02T00:00:00Z\"}}]}}]");
    assertThat(read.statements(Layer.THERAPY, "drug").getFirst().when().text())
        .isEqualTo("2023-04-02/");
  }

  @Test
  void aDrugWhoseDoseIsRefusedIsStillADrug() {
    var read =
        Packets.with(
            "\"medicalActions\":[{\"treatment\":{\"agent\":{\"id\":\"D:1\"},\"doseIntervals\":"
                + "[{\"quantity\":{\"value\":\"much\"}}]}}]");
    assertThat(read.statements(Layer.THERAPY, "drug")).hasSize(1);
    read.problem(ProblemCode.PHENOPACKET_NUMBER_NOT_FINITE);
  }

  @Test
  void anUnknownVitalStatusIsNotAlive() {
    var read =
        Packets.of(
            "{\"subject\":{\"id\":\"s\",\"vitalStatus\":{\"status\":\"UNKNOWN_STATUS\"}},"
                + "\"metaData\":{\"phenopacketSchemaVersion\":\"2\"}}");
    assertThat(read.statements(Layer.OUTCOME, "vital_status").getFirst().presence())
        .isEqualTo(Absence.NOT_STATED);
  }

  @Test
  void contradictorySpecimensHaveNoState() {
    var read =
        Packets.with(
            "\"biosamples\":[{\"id\":\"a\",\"materialSample\":{\"id\":\"EFO:0009654\"},"
                + "\"tumorProgression\":{\"id\":\"NCIT:C84509\"}},{\"id\":\"b\",\"sampledTissue\":"
                + "{\"id\":\"UBERON:0001969\"},\"tumorProgression\":{\"id\":\"NCIT:C84509\"}},"
                + "{\"id\":\"c\",\"materialSample\":{\"id\":\"EFO:0009655\"}},{\"id\":\"a\"},"
                + "{\"id\":\"d\",\"individualId\":\"somebody\"}]");
    assertThat(read.packet().specimens())
        .extracting(Specimen::state)
        .containsExactly(
            Specimen.State.NOT_STATED, Specimen.State.PLASMA, Specimen.State.NOT_STATED);
    read.problem(ProblemCode.PHENOPACKET_CONFLICTING_PRESENCE);
    read.problem(ProblemCode.PHENOPACKET_ID_REPEATED);
    read.problem(ProblemCode.PHENOPACKET_REFERENCE_NOT_FOUND);
  }

  /// Of two that are called alike then, one would be taken for the other.
  @ParameterizedTest
  @CsvSource({"\\ud800", "\\udbff"})
  void aSpecimenWithHalfOfACharacterInItsIdIsRefused(String half) {
    var read = Packets.with("\"biosamples\":[{\"id\":\"a" + half + "\"},{\"id\":\"b\"}]");
    assertThat(read.packet().specimens()).extracting(Specimen::id).containsExactly("b");
    read.problem(ProblemCode.PHENOPACKET_ID_NOT_UNICODE);
  }

  @ParameterizedTest
  @CsvSource({"\\ud800", "\\udbff"})
  void anIdWithHalfOfACharacterIsRefused(String half) {
    var id = "{\"id\":\"K" + half + "\",";
    var meta = "\"metaData\":{\"phenopacketSchemaVersion\":\"2.0\"}}";
    assertThat(refusal(id + "\"subject\":{\"id\":\"s\"}," + meta))
        .isEqualTo(ProblemCode.PHENOPACKET_ID_NOT_UNICODE);
    assertThat(refusal("{\"subject\":" + id + "\"sex\":\"MALE\"}," + meta))
        .isEqualTo(ProblemCode.PHENOPACKET_ID_NOT_UNICODE);
  }

  @ParameterizedTest
  @CsvSource({
    "2.O, false",
    "2., false",
    "2.0x, false",
    "2, true",
    "2.0.2, true",
    "2.0.0-RC1, true"
  })
  void aVersionIsNumbers(String version, boolean isRead) {
    var packet =
        "{\"subject\":{\"id\":\"s\"},\"metaData\":{\"phenopacketSchemaVersion\":\""
            + version
            + "\"}}";
    if (isRead) {
      Packets.of(packet);
    } else {
      assertThat(refusal(packet)).isEqualTo(ProblemCode.PHENOPACKET_VERSION_NOT_READ);
    }
  }

  @Test
  void onePrefixInTwoSpellingsIsOneSign() {
    var read =
        Packets.with(
            "\"phenotypicFeatures\":[{\"type\":{\"id\":\"HP:0001250\"}},"
                + "{\"type\":{\"id\":\"hp:0001250\"},\"excluded\":true}]");
    assertThat(read.statements(Layer.PHENOTYPE, "sign"))
        .hasSize(2)
        .allMatch(one -> one.qualifier("conflict") != null);
    read.problem(ProblemCode.PHENOPACKET_CONFLICTING_PRESENCE);
  }

  @Test
  void whatIsSeenInASpecimenIsNotSeenInThePerson() {
    var read =
        Packets.with(
            "\"biosamples\":[{\"id\":\"a\",\"phenotypicFeatures\":["
                + SIGN
                + "}]}],\"phenotypicFeatures\":["
                + SIGN
                + ",\"excluded\":true}]");
    assertThat(read.statements(Layer.PHENOTYPE, "sign"))
        .extracting(Statement::specimen)
        .containsExactly("a", null);
    assertThat(read.problems().isEmpty()).isTrue();
  }

  @Test
  void aSymbolicAlleleKeepsItsPlace() {
    var read =
        Packets.with(
            "\"interpretations\":[{\"id\":\"i\",\"diagnosis\":{\"genomicInterpretations\":"
                + "[{\"subjectOrBiosampleId\":\"s\",\"variantInterpretation\":"
                + "{\"variationDescriptor\":{\"vcfRecord\":{\"genomeAssembly\":\"hg38\","
                + "\"chrom\":\"chr1\",\"pos\":\"100\",\"ref\":\"A\",\"alt\":\"<DEL>\"}}}}]}}]");
    var finding = read.statements(Layer.GENOME, "variant_interpretation").getFirst();
    assertThat(finding.concept().id()).isEqualTo("GRCh38-1-100-A-<DEL>");
    var place = finding.qualifier("place");
    assertThat(place == null ? null : place.value()).isInstanceOf(Value.Place.class);
  }

  @Test
  void aContigOfAnotherAssemblyRefusesThePlaceAlone() {
    var read =
        Packets.with(
            "\"interpretations\":[{\"id\":\"i\",\"diagnosis\":{\"genomicInterpretations\":"
                + "[{\"subjectOrBiosampleId\":\"s\",\"variantInterpretation\":"
                + "{\"variationDescriptor\":{\"id\":\"v\",\"vcfRecord\":{\"genomeAssembly\":"
                + "\"GRCh38\",\"chrom\":\"NC_000002.11\",\"pos\":5,\"ref\":\"A\",\"alt\":\"C\"}"
                + "}}}]}}]");
    var finding = read.statements(Layer.GENOME, "variant_interpretation").getFirst();
    assertThat(finding.concept().id()).isEqualTo("v");
    assertThat(finding.qualifier("place")).isNull();
    read.problem(ProblemCode.PHENOPACKET_ASSEMBLY_NOT_KNOWN);
  }

  @Test
  void versionsAreToldByMembersOnlyWhereTheyAgree() {
    assertThat(refusal("{\"subject\":{\"id\":\"s\"}}"))
        .isEqualTo(ProblemCode.PHENOPACKET_VERSION_NOT_STATED);
    assertThat(refusal("{\"subject\":{\"id\":\"s\"},\"variants\":[],\"measurements\":[]}"))
        .isEqualTo(ProblemCode.PHENOPACKET_VERSION_CONTRADICTORY);
    assertThat(
            refusal(
                "{\"subject\":{\"id\":\"s\"},\"metaData\":{\"phenopacketSchemaVersion\":\"3.0\"}}"))
        .isEqualTo(ProblemCode.PHENOPACKET_VERSION_NOT_READ);
    var told = Packets.of("{\"subject\":{\"id\":\"s\"},\"measurements\":[]}");
    told.problem(ProblemCode.PHENOPACKET_VERSION_INFERRED);
  }

  @Test
  void nothingIsAttributedToNobody() {
    for (var json :
        List.of(
            "{\"metaData\":{\"phenopacketSchemaVersion\":\"2\"}}",
            "{\"subject\":{},\"metaData\":{\"phenopacketSchemaVersion\":\"2\"}}",
            "{\"subject\":{\"id\":\" \"},\"metaData\":{\"phenopacketSchemaVersion\":\"2\"}}")) {
      assertThat(refusal(json)).isEqualTo(ProblemCode.PHENOPACKET_PERSON_MISSING);
    }
    assertThat(refusal("{\"members\":[]}")).isEqualTo(ProblemCode.PHENOPACKET_COHORT);
    assertThat(refusal("[1]")).isEqualTo(ProblemCode.PHENOPACKET_TYPE_NOT_EXPECTED);
  }

  @Test
  void blocksOfVersion1AreRefusedInVersion2() {
    var read = Packets.with("\"variants\":[{}],\"genes\":[]");
    assertThat(read.count("variants").refused()).isOne();
    assertThat(read.count("genes").refused()).isOne();
  }

  @Test
  void scriptInAnyTextIsKeptAsText() {
    var script = "<script>alert(1)</script>";
    var read =
        Packets.of(
            "{\"subject\":{\"id\":\""
                + script
                + "\"},\"metaData\":{\"createdBy\":\""
                + script
                + "\",\"phenopacketSchemaVersion\":\"2\"},\"phenotypicFeatures\":[{\"type\":"
                + "{\"id\":\"HP:1\",\"label\":\""
                + script
                + "\"},\"description\":\""
                + script
                + "\"}]}");
    assertThat(read.packet().individual().id()).isEqualTo(script);
    var sign = read.statement(Layer.PHENOTYPE, "HP:1");
    assertThat(sign.concept().display()).isEqualTo(script);
    var description = sign.qualifier("description");
    assertThat(description == null ? null : description.value()).isEqualTo(new Value.Text(script));
  }
}
