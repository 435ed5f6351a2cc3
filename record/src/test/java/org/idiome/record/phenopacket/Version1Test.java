package org.idiome.record.phenopacket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Specimen;
import org.idiome.core.presence.Presence;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Version 1 of the schema: read by its own names, and never mixed with those of version 2.
class Version1Test {
  private static final String TYPE = "\"type\":{\"id\":\"HP:1\"}";

  private static Packets version1(String members) {
    return Packets.of(
        "{\"id\":\"p\",\"subject\":{\"id\":\"s\"},\"metaData\":{\"createdBy\":\"x\","
            + "\"phenopacketSchemaVersion\":\"1.0.0-RC3\"},"
            + members
            + "}");
  }

  private static Packets sign(String members) {
    return version1("\"phenotypicFeatures\":[{" + TYPE + members + "}]");
  }

  private static String onset(Packets read) {
    var onset = read.statement(Layer.PHENOTYPE, "HP:1").qualifier("onset");
    return onset != null && onset.value() instanceof Value.Time time ? time.when().text() : "none";
  }

  @Test
  void aNegatedSignIsAbsent() {
    assertThat(sign(",\"negated\":true").statement(Layer.PHENOTYPE, "HP:1").presence())
        .isEqualTo(Presence.Looked.EXCLUDED);
    assertThat(sign("").statement(Layer.PHENOTYPE, "HP:1").presence())
        .isEqualTo(Presence.Looked.PRESENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'ageOfOnset':{'age':'P2Y'} | P2Y",
        "'age_of_onset':{'age':'P2Y'} | P2Y",
        "'ageRangeOfOnset':{'start':{'age':'P1Y'},'end':{'age':'P2Y'}} | P1Y/P2Y",
        "'classOfOnset':{'id':'HP:0003577'} | HP:0003577",
      })
  void onsetsHaveTheirThreeNames(String member, String onset) {
    var read = sign("," + member.replace('\'', '"'));
    assertThat(onset(read)).isEqualTo(onset);
    assertThat(read.problems().isEmpty()).as("%s", read.problems().kept()).isTrue();
  }

  @Test
  void twoOnsetsAreRefused() {
    var read = sign(",\"ageOfOnset\":{\"age\":\"P2Y\"},\"classOfOnset\":{\"id\":\"HP:2\"}");
    assertThat(onset(read)).isEqualTo("none");
    read.problem(ProblemCode.PHENOPACKET_CHOICE_REPEATED);
    var spelled = sign(",\"negated\":true,\"negated\":false");
    assertThat(spelled.packet().statements()).isEmpty();
    var both = sign(",\"ageOfOnset\":{\"age\":\"P2Y\"},\"age_of_onset\":{\"age\":\"P3Y\"}");
    assertThat(both.packet().statements()).isEmpty();
    both.problem(ProblemCode.JSON_NAME_REPEATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"excluded\":true",
        "\"excluded\":false",
        "\"onset\":{\"age\":{\"iso8601duration\":\"P1Y\"}}",
        "\"resolution\":{\"age\":{\"iso8601duration\":\"P1Y\"}}",
        "\"ageOfOnset\":{\"iso8601duration\":\"P1Y\"}",
      })
  void whatOnlyVersion2HasIsRefusedAndNeverRead(String member) {
    var read = sign("," + member);
    assertThat(read.statements(Layer.PHENOTYPE, "sign")).isEmpty();
    var problem = read.problem(ProblemCode.PHENOPACKET_FIELD_OF_VERSION_2);
    assertThat(problem.reach()).isEqualTo(Reach.RECORD);
    assertThat(problem.place().pointer()).startsWith("/phenotypicFeatures/0/");
    assertThat(read.count("phenotypicFeatures").refused()).isOne();
  }

  @Test
  void blocksOfVersion2AreRefused() {
    var read =
        version1(
            "\"measurements\":[{}],\"interpretations\":[],\"files\":[],\"medical_actions\":[]");
    for (var block : List.of("measurements", "interpretations", "files", "medicalActions")) {
      assertThat(read.count(block).refused()).as(block).isOne();
    }
    assertThat(read.problems().counts())
        .containsEntry(ProblemCode.PHENOPACKET_FIELD_OF_VERSION_2, 4L);
  }

  @Test
  void aMemberOfTheOtherVersionLeavesTheRestOfTheSubject() {
    var first =
        Packets.of(
            "{\"subject\":{\"id\":\"s\",\"sex\":\"MALE\",\"gender\":{\"id\":\"a:1\"},"
                + "\"ageAtCollection\":{\"age\":\"P3Y\"}},"
                + "\"metaData\":{\"phenopacketSchemaVersion\":\"1.0\"}}");
    assertThat(first.packet().statements())
        .extracting(one -> one.kind() + " " + one.concept().id() + " " + one.when().text())
        .containsExactly("sex male not stated", "encounter last_encounter P3Y");
    assertThat(first.problem(ProblemCode.PHENOPACKET_FIELD_OF_VERSION_2).place().pointer())
        .isEqualTo("/subject/gender");
    var second =
        Packets.of(
            "{\"subject\":{\"id\":\"s\",\"sex\":\"MALE\",\"ageAtCollection\":{\"age\":\"P3Y\"}},"
                + "\"metaData\":{\"phenopacketSchemaVersion\":\"2.0\"}}");
    assertThat(second.statements(Layer.PHENOTYPE, "sex")).hasSize(1);
    assertThat(second.statements(Layer.OUTCOME, "encounter")).isEmpty();
    second.problem(ProblemCode.PHENOPACKET_FIELD_OF_VERSION_1);
  }

  @Test
  void itIsToldByItsMembersWhereNoVersionIsStated() {
    var read =
        Packets.of(
            "{\"subject\":{\"id\":\"s\"},\"phenotypicFeatures\":[{"
                + TYPE
                + ",\"negated\":true}]}");
    assertThat(read.statement(Layer.PHENOTYPE, "HP:1").presence())
        .isEqualTo(Presence.Looked.EXCLUDED);
    assertThat(read.problem(ProblemCode.PHENOPACKET_VERSION_INFERRED).values())
        .containsEntry("version", "1")
        .containsEntry("members", "negated");
    var mixed =
        "{\"subject\":{\"id\":\"s\"},\"phenotypicFeatures\":[{"
            + TYPE
            + ",\"negated\":true},{"
            + TYPE
            + ",\"excluded\":true}]}";
    assertThat(catchThrowableOfType(BadInputException.class, () -> Packets.of(mixed)).problem())
        .extracting(Problem::code)
        .isEqualTo(ProblemCode.PHENOPACKET_VERSION_CONTRADICTORY);
  }

  @Test
  void specimensHaveTheirAgeAndAreControls() {
    var read =
        version1(
            "\"biosamples\":[{\"id\":\"b\",\"isControlSample\":true,"
                + "\"ageOfIndividualAtCollection\":{\"age\":\"P40Y\"},"
                + "\"variants\":[{\"iscnAllele\":{\"id\":\"i\",\"iscn\":\"t(8;9;11)\"}}],"
                + "\"htsFiles\":[{\"uri\":\"file:a.vcf\",\"htsFormat\":4,"
                + "\"genomeAssembly\":\"GRCh37\",\"individualToSampleIdentifiers\":{\"b\":\"B\"}}]},"
                + "{\"id\":\"c\",\"timeOfCollection\":{}}]");
    var specimen = read.packet().specimens().getFirst();
    assertThat(specimen.state()).isEqualTo(Specimen.State.GERMLINE);
    assertThat(specimen.collected().text()).isEqualTo("P40Y");
    assertThat(read.packet().specimens()).hasSize(1);
    assertThat(read.statements(Layer.GENOME, "reported_variant"))
        .extracting(one -> one.concept().id() + " " + one.specimen())
        .containsExactly("t(8;9;11) b");
    var file = read.packet().files().getFirst();
    assertThat(file.identifiers()).containsEntry("b", "B");
    assertThat(file.attributes())
        .containsEntry("genomeAssembly", "GRCh37")
        .containsEntry("fileFormat", "VCF");
  }

  @Test
  void variantsAreNamedByPlaceOrByTheirText() {
    var read =
        version1(
            "\"variants\":[{\"vcfAllele\":{\"genomeAssembly\":\"GRCh38\",\"chr\":\"21\","
                + "\"pos\":\"45989626\",\"ref\":\"G\",\"alt\":\"A\"}},"
                + "{\"spdiAllele\":{\"seqId\":\"NC_1.1\",\"position\":9,\"deletedSequence\":\"A\"}},"
                + "{\"vcfAllele\":{\"genomeAssembly\":\"hg99\",\"id\":\"v\"}},"
                + "{\"zygosity\":{\"id\":\"G:1\"}},"
                + "{\"vcfAllele\":{\"genomeAssembly\":\"GRCh38\",\"chrom\":\"21\"}}]");
    assertThat(read.statements(Layer.GENOME, "reported_variant"))
        .extracting(one -> one.concept().id())
        .containsExactly("GRCh38-21-45989626-G-A", "NC_1.1:9:A:", "v");
    assertThat(read.count("variants").refused()).isEqualTo(2);
    assertThat(read.statements(Layer.GENOME, "reported_variant").getFirst().author())
        .isEqualTo("x");
  }

  @Test
  void anInterpretationStaysOutside() {
    var read =
        Packets.of(
            "{\"id\":\"i\",\"resolutionStatus\":\"SOLVED\",\"phenopacket\":{\"subject\":"
                + "{\"id\":\"s\"}},\"diagnosis\":[{\"disease\":{\"term\":{\"id\":\"M:1\"}},"
                + "\"genomicInterpretations\":[{\"status\":3,\"gene\":{\"id\":\"HGNC:1\"}},"
                + "{\"status\":\"REJECTED\",\"variant\":{\"hgvsAllele\":{\"hgvs\":\"N:c.1A>G\"}}}]},"
                + "{\"disease\":{\"term\":{\"id\":\"M:2\"}}}],"
                + "\"metaData\":{\"phenopacketSchemaVersion\":\"1.0\"}}");
    assertThat(read.packet().individual().id()).isEqualTo("s");
    assertThat(read.packet().statements())
        .extracting(one -> one.kind() + " " + one.concept().id())
        .containsExactly(
            "gene_interpretation HGNC:1",
            "variant_interpretation N:c.1A>G",
            "interpreted_disease M:2")
        .hasSize(3);
    assertThat(read.packet().statements()).allMatch(one -> one.author() != null);
    var status = read.packet().statements().getFirst().qualifier("interpretation_status");
    assertThat(status == null ? null : status.value()).isEqualTo(new Value.Word("causative"));
  }

  @Test
  void anInterpretationAroundVersion2IsRefused() {
    var read =
        Packets.of(
            "{\"phenopacket\":{\"subject\":{\"id\":\"s\"},\"metaData\":"
                + "{\"phenopacketSchemaVersion\":\"2.0\"}},\"diagnosis\":[{}]}");
    assertThat(read.packet().statements()).isEmpty();
    assertThat(read.count("diagnosis").refused()).isOne();
  }

  @Test
  void aFamilyIsReadByTheVersionOfEachPacket() {
    var read =
        Packets.of(
            "{\"proband\":{\"subject\":{\"id\":\"s\"},\"phenotypicFeatures\":[{"
                + TYPE
                + ",\"negated\":true}],\"metaData\":{\"phenopacketSchemaVersion\":\"1.0\"}},"
                + "\"relatives\":[{\"subject\":{\"id\":\"m\"},\"phenotypicFeatures\":[{"
                + TYPE
                + ",\"excluded\":true}],\"metaData\":{\"phenopacketSchemaVersion\":\"2.0\"}},"
                + "{\"subject\":{\"id\":\"f\",\"ageAtCollection\":{\"age\":\"P50Y\"}},"
                + "\"phenotypicFeatures\":[{"
                + TYPE
                + ",\"negated\":true}]}]}");
    assertThat(read.statement(Layer.PHENOTYPE, "HP:1").presence())
        .isEqualTo(Presence.Looked.EXCLUDED);
    assertThat(read.statements(Layer.FAMILY, "relative_sign"))
        .hasSize(2)
        .allMatch(one -> one.presence() == Presence.Looked.EXCLUDED);
    assertThat(read.problems().isEmpty()).as("%s", read.problems().kept()).isTrue();
  }
}
