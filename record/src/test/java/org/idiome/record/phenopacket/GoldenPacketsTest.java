package org.idiome.record.phenopacket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Value;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.testkit.Truth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The packets of `data/person/phenopackets` against what section 2 of the record's specification
/// says of them.
class GoldenPacketsTest {
  private static Packets read(String name) {
    return Packets.of(Truth.data("person/phenopackets/" + name));
  }

  private static @Nullable String onset(Packets read, String sign) {
    var qualifier = read.statement(Layer.PHENOTYPE, sign).qualifier("onset");
    return qualifier != null && qualifier.value() instanceof Value.Time time
        ? time.when().text()
        : null;
  }

  private static long count(List<Statement> statements, Presence presence) {
    return statements.stream().filter(one -> one.presence() == presence).count();
  }

  @Test
  void rareDiseaseHasFourSignsPresentAndOneAbsent() {
    var read = read("v2-rare-disease.json");
    var signs = read.statements(Layer.PHENOTYPE, "sign");
    assertThat(signs).hasSize(5);
    assertThat(count(signs, Presence.Looked.PRESENT)).isEqualTo(4);
    assertThat(read.statement(Layer.PHENOTYPE, "HP:0001631").presence())
        .isEqualTo(Presence.Looked.EXCLUDED);
    assertThat(onset(read, "HP:0001250")).isEqualTo("P6M");
    assertThat(onset(read, "HP:0001263")).isEqualTo("P1Y/P2Y");
    assertThat(onset(read, "HP:0001631")).isNull();
    assertThat(onset(read, "HP:0001622")).isEqualTo("33w2d");
    assertThat(onset(read, "HP:0001252")).isEqualTo("HP:0003577");
    assertThat(read.statement(Layer.PHENOTYPE, "HP:0001252").when().text())
        .isEqualTo("HP:0003577/P4Y");
    assertThat(read.problems().isEmpty()).as("%s", read.problems().kept()).isTrue();
  }

  @Test
  void rareDiseaseHasOneDiagnosisAndOneExcluded() {
    var diseases = read("v2-rare-disease.json").statements(Layer.DIAGNOSIS, "disease");
    assertThat(count(diseases, Presence.Looked.PRESENT)).isOne();
    assertThat(count(diseases, Presence.Looked.EXCLUDED)).isOne();
  }

  @Test
  void rareDiseaseHasOneOutsideFindingWithItsPlace() {
    var read = read("v2-rare-disease.json");
    var findings = read.statements(Layer.GENOME, "variant_interpretation");
    assertThat(findings).hasSize(1);
    var finding = findings.getFirst();
    assertThat(finding.author()).isEqualTo("Idiome test material");
    assertThat(finding.concept().id()).isEqualTo("GRCh38-2-166039428-G-A");
    assertThat(value(finding, "gene")).isEqualTo(new Value.Thing(Coded.of("HGNC:10585")));
    assertThat(value(finding, "acmg_class")).isEqualTo(new Value.Word("pathogenic"));
    assertThat(value(finding, "allelic_state"))
        .isEqualTo(new Value.Thing(Coded.of("GENO:0000135")));
    assertThat(value(finding, "place"))
        .isEqualTo(new Value.Place(Locus.at(GenomeBuild.GRCH38, new Contig("2"), 166039428)));
  }

  private static @Nullable Value value(Statement statement, String name) {
    var qualifier = statement.qualifier(name);
    return qualifier == null ? null : qualifier.value();
  }

  @Test
  void sexAndKaryotypeAreTwoStatements() {
    var read = read("v2-rare-disease.json");
    assertThat(read.statements(Layer.PHENOTYPE, "sex").getFirst().concept().id())
        .isEqualTo("female");
    var karyotype = read.statements(Layer.GENOME, "karyotypic_sex").getFirst();
    assertThat(karyotype.concept().id()).isEqualTo("XX");
    assertThat(karyotype.author()).isNotNull();
  }

  @Test
  void oncologyHasThreeMeasurementsOfWhichOneIsAPair() {
    var read = read("v2-oncology.json");
    assertThat(read.count("measurements").read()).isEqualTo(3);
    var quantities = read.packet().quantities();
    assertThat(quantities).hasSize(3);
    var glucose = quantities.getFirst();
    assertThat(glucose.layer()).isEqualTo(Layer.LABORATORY);
    assertThat(glucose.amount()).isEqualTo(Amount.of(104, "mg/dL"));
    assertThat(glucose.reference())
        .isEqualTo(new ReferenceInterval(70.0, 99.0, Unit.ucum("mg/dL")));
    assertThat(glucose.when().text()).isEqualTo("2023-03-18T07:40:00Z");
    assertThat(quantities.subList(1, 3))
        .allSatisfy(one -> {
          assertThat(one.layer()).isEqualTo(Layer.PHYSIOLOGY);
          assertThat(one.group()).isEqualTo(quantities.get(1).group()).isNotNull();
        });
    assertThat(read.statement(Layer.LABORATORY, "LOINC:85319-2").presence())
        .isEqualTo(Presence.Looked.EXCLUDED);
  }

  @Test
  void oncologyHasTwoSpecimensAndOneDiagnosisEachWithItsStage() {
    var read = read("v2-oncology.json");
    assertThat(read.packet().specimens())
        .extracting(Specimen::id, Specimen::state)
        .containsExactly(
            tuple("tumour-1", Specimen.State.TUMOUR), tuple("blood-1", Specimen.State.GERMLINE));
    assertThat(read.packet().specimens().getFirst().collected().text()).isEqualTo("2023-03-20");
    assertThat(read.packet().specimens().getFirst().qualifiers())
        .anyMatch(one -> one.name().equals("stage"));
    var diagnosis = read.statements(Layer.DIAGNOSIS, "disease");
    assertThat(diagnosis).hasSize(1);
    assertThat(value(diagnosis.getFirst(), "stage")).isNotNull();
  }

  @Test
  void oncologyHasFourTherapiesAndOneDrugInTwoDoses() {
    var read = read("v2-oncology.json");
    assertThat(read.count("medicalActions").read()).isEqualTo(4);
    var doses = read.statements(Layer.THERAPY, "drug");
    assertThat(doses)
        .extracting(one -> one.when().text(), one -> value(one, "dose"))
        .containsExactly(
            tuple("2023-04-02/2023-12-01", new Value.Measured(Amount.of(80, "mg"))),
            tuple("2023-12-01/2024-02-15", new Value.Measured(Amount.of(40, "mg"))));
    assertThat(value(doses.getFirst(), "course_end_reason"))
        .isEqualTo(new Value.Thing(Coded.of("NCIT:C41331")));
    assertThat(read.statements(Layer.OUTCOME, "adverse_event")).hasSize(1);
    assertThat(read.statements(Layer.OUTCOME, "response")).hasSize(1);
    var radiation = read.statements(Layer.THERAPY, "radiation").getFirst();
    assertThat(value(radiation, "dose")).isEqualTo(new Value.Measured(Amount.of(30, "Gy")));
    assertThat(value(read.statements(Layer.THERAPY, "regimen").getFirst(), "status"))
        .isEqualTo(new Value.Word("discontinued"));
  }

  @Test
  void oncologyIsDeadOnADayAndBornOnADay() {
    var read = read("v2-oncology.json");
    assertThat(read.packet().individual().born().text()).isEqualTo("1961-05-14");
    var status = read.statements(Layer.OUTCOME, "vital_status").getFirst();
    assertThat(status.concept().id()).isEqualTo("deceased");
    assertThat(status.when().text()).isEqualTo("2024-11-20");
  }

  @Test
  void familyKeepsTheMothersSignsHers() {
    var read = read("v2-family.json");
    assertThat(read.statements(Layer.PHENOTYPE, "sign"))
        .extracting(Statement::presence)
        .containsExactly(Presence.Looked.PRESENT);
    var hers = read.statements(Layer.FAMILY, "relative_sign").getFirst();
    assertThat(hers.presence()).isEqualTo(Presence.Looked.EXCLUDED);
    assertThat(value(hers, "relation")).isEqualTo(new Value.Word("mother"));
    assertThat(read.statements(Layer.FAMILY, "relative"))
        .extracting(one -> one.concept().id())
        .containsExactly("father", "mother");
    assertThat(read.packet().pedigree()).hasSize(3);
  }

  @Test
  void findingsInTwoTumoursStayApart() {
    var findings =
        read("v2-somatic-multi-sample.json").statements(Layer.TUMOUR, "gene_interpretation");
    assertThat(findings).extracting(Statement::specimen).containsExactly("prim", "liv");
  }

  @Test
  void nothingIsMadeOfAMinimalPacket() {
    var read = read("v2-minimal.json");
    assertThat(read.packet().statements()).isEmpty();
    assertThat(read.packet().individual().id()).isEqualTo("x");
  }

  @Test
  void examplesOfTheSchemaAreReadWhole() {
    for (var name : List.of("schema-repo-covid19.json", "schema-repo-mcahs1.json")) {
      assertThat(read(name).problems().isEmpty()).as(name).isTrue();
    }
  }

  @Test
  void version1HasThreeSignsOfWhichOneIsAbsent() {
    for (var name : List.of("v1-phenopacket.json", "v1-family.json")) {
      var read = read(name);
      var signs = read.statements(Layer.PHENOTYPE, "sign");
      assertThat(signs).hasSize(3);
      assertThat(count(signs, Presence.Looked.PRESENT)).isEqualTo(2);
      assertThat(read.statement(Layer.PHENOTYPE, "HP:0031910").presence())
          .isEqualTo(Presence.Looked.EXCLUDED);
      assertThat(onset(read, "HP:0001270")).isEqualTo("P2Y");
      assertThat(value(read.statement(Layer.PHENOTYPE, "HP:0001270"), "severity"))
          .isEqualTo(new Value.Thing(Coded.of("HP:0012825")));
      assertThat(onset(read, "HP:0001558")).isEqualTo("HP:0011461");
      assertThat(read.statements(Layer.DIAGNOSIS, "disease")).hasSize(1);
      assertThat(read.problems().kept())
          .extracting(one -> one.place().pointer() + " " + one.code().code())
          .containsExactly(
              (name.contains("family") ? "/proband" : "")
                  + "/variants/0/vcfAllele/id phenopacket-field-set-aside");
    }
  }

  @Test
  void version1HasTwoCallsOfWhichOneIsKnownByItsHgvsAlone() {
    var read = read("v1-phenopacket.json");
    var variants = read.statements(Layer.GENOME, "reported_variant");
    assertThat(variants)
        .extracting(one -> one.concept().id(), one -> one.qualifier("place") != null)
        .containsExactly(
            tuple("GRCh38-21-45989626-G-A", true), tuple("NM_001848.2:c.877G>A", false));
    assertThat(read.statement(Layer.GENOME, "HGNC:2201").kind()).isEqualTo("reported_gene");
    var file = read.packet().files().getFirst();
    assertThat(file.identifiers()).containsEntry("v1-p", "NA12345");
    assertThat(file.attributes()).containsEntry("fileFormat", "VCF");
  }
}
