package org.idiome.record.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.idiome.core.observation.Layer;
import org.idiome.core.presence.Presence;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.source.Locator;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Phenopackets in YAML: the record of their twins in JSON, with their own lines.
class YamlFolderTest {
  private static final String PACKET =
      """
      id: p
      subject:
        id: 007
        sex: FEMALE
      phenotypicFeatures:
      - type: {id: HP:0001250, label: no}
        excluded: true
      - type:
          id: HP:0001263
        excluded: no
      files:
      - uri: file:glucose.tsv
        fileAttributes: {layer: laboratory, shape: long, feature: a, value: v, unit: =mg/dL,
          time: t, timeUnit: study_day, firstDay: 1}
      metaData:
        createdBy: x
        phenopacketSchemaVersion: 2.0
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"v1-phenopacket", "v2-rare-disease", "v2-oncology"})
  void theTwinGivesTheIdenticalRecord(String name) throws IOException {
    var json = Folders.read(Truth.data("person/phenopackets/" + name + ".json"));
    var yaml = Folders.read(Truth.data("person/phenopackets/" + name + ".yaml"));
    assertThat(yaml.digest()).isEqualTo(json.digest());
    assertThat(yaml.digests()).isEqualTo(json.digests());
    assertThat(yaml.origin()).isEqualTo(json.origin());
    assertThat(yaml.problemCounts()).isEqualTo(json.problemCounts());
    for (int i = 0; i < json.statements().size(); i++) {
      var twin = yaml.statements().get(i);
      assertThat(twin.toJson().pretty()).isEqualTo(json.statements().get(i).toJson().pretty());
      var cited = yaml.rowTexts().cite(twin.rows().getFirst());
      assertThat(cited.at()).isInstanceOf(Locator.Pointer.class);
      assertThat(cited.text()).isNotEmpty();
    }
  }

  @Test
  void rowsAreLinesOfTheFile() throws IOException {
    var yaml = Folders.read(Truth.data("person/phenopackets/v1-phenopacket.yaml"));
    var absent =
        yaml.statements(Layer.PHENOTYPE).stream()
            .filter(one -> one.presence() == Presence.Looked.EXCLUDED)
            .findFirst()
            .orElseThrow();
    var row = yaml.rowTexts().cite(absent.rows().getFirst());
    assertThat(row.at()).isEqualTo(new Locator.Pointer("/phenotypicFeatures/1", 15));
  }

  @ParameterizedTest
  @ValueSource(strings = {"phenopacket.yaml", "phenopacket.yml", "phenopacket.json"})
  void aFolderMayHaveItUnderAnyOfItsNames(String name) throws IOException {
    Folders.write(folder, name, PACKET);
    Folders.write(folder, "glucose.tsv", "a\tv\tt\nLOINC:2345-7\t90\t1\n");
    Folders.write(folder, "other.txt", "x");
    var record = Folders.read(folder);
    assertThat(record.individual().id()).isEqualTo("007");
    assertThat(record.statements(Layer.PHENOTYPE))
        .extracting(one -> one.concept().id() + " " + one.presence().code())
        .containsExactly("female present", "HP:0001250 excluded");
    var refused = Folders.problem(record, ProblemCode.PHENOPACKET_TYPE_NOT_EXPECTED);
    assertThat(refused.place().text()).isEqualTo(name + ":10 /phenotypicFeatures/1/excluded");
    assertThat(record.quantities()).containsOnlyKeys(Layer.LABORATORY);
    assertThat(Folders.problem(record, ProblemCode.FOLDER_FILE_NOT_NAMED).values())
        .containsEntry("names", "other.txt");
  }

  @Test
  void aFolderWithTwoPacketsIsRefused() throws IOException {
    Folders.write(folder, "phenopacket.yaml", PACKET);
    Folders.packet(folder, "");
    assertThat(Folders.refusal(folder).code()).isEqualTo(ProblemCode.FOLDER_PACKET_REPEATED);
  }

  @Test
  void aStreamIsNotOnePerson() throws IOException {
    Folders.write(folder, "two.yaml", PACKET + "---\n" + PACKET);
    var refusal = Folders.refusal(folder.resolve("two.yaml"));
    assertThat(refusal.code()).isEqualTo(ProblemCode.YAML_SEVERAL_DOCUMENTS);
  }

  @Test
  void aScanKnowsIt() throws IOException {
    Folders.write(folder, "p.txt", PACKET);
    Folders.write(folder, "cut.yaml", PACKET.substring(0, PACKET.indexOf(", label")));
    Folders.write(folder, "table.csv", "id: x,b\n1,2\n3,4\n");
    var scan = Scan.of(folder.resolve("p.txt"), "p.txt", ReadingOptions.DEFAULT);
    assertThat(scan.holds()).isInstanceOf(Scan.Holds.OnePerson.class);
    var cut = Scan.of(folder.resolve("cut.yaml"), "cut.yaml", ReadingOptions.DEFAULT);
    assertThat(cut.problems().getFirst().code()).isEqualTo(ProblemCode.YAML_NOT_VALID);
    var noTable = Scan.of(folder.resolve("table.csv"), "table.csv", ReadingOptions.DEFAULT);
    assertThat(noTable.holds()).isInstanceOf(Scan.Holds.Other.class);
    assertThat(Files.exists(folder.resolve("p.txt"))).isTrue();
  }
}
