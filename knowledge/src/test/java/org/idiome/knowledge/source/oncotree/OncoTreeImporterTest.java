package org.idiome.knowledge.source.oncotree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceSample;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OncoTreeImporterTest {
  @TempDir Path folder;

  @Test
  void tellsTheTree() {
    var sample =
        SourceSample.of(
            new OncoTreeImporter(),
            folder,
            """
            {"TISSUE":{"code":"TISSUE","name":"Tissue","mainType":null,"parent":null,
            "externalReferences":{"UMLS":["C0040300"],"NCI":["C12801"]},"children":{"BLL":{
            "code":"BLL","name":"B-Lymphoblastic Leukemia","mainType":"Leukemia","level":4,
            "externalReferences":{"HEMEONC":["1"]},"children":{},"parent":"TISSUE",
            "history":["MFT"],"revocations":["ALL"],"precursors":[],"fresh":"new"}}}}
            """);
    assertThat(sample.recognition()).isEqualTo(new Recognition.Yes("oncotree", "tree"));
    assertThat(sample.claims())
        .containsExactly(
            "ONCOTREE:TISSUE oboInOwl:hasDbXref UMLS:C0040300",
            "ONCOTREE:TISSUE oboInOwl:hasDbXref NCIT:C12801",
            "ONCOTREE:BLL biolink:subclass_of ONCOTREE:TISSUE");
    var told = sample.told();
    assertThat(told.values("ONCOTREE:BLL", TermProperty.NAME))
        .containsExactly("B-Lymphoblastic Leukemia");
    assertThat(told.values("ONCOTREE:BLL", TermProperty.ALTERNATIVE_ID))
        .containsExactly("ONCOTREE:MFT");
    assertThat(told.terms().getLast().term().notes().toString())
        .isEqualTo(
            "externalReferences=HEMEONC:1;fresh=new;level=4;mainType=Leukemia;revocations=ALL");
    assertThat(told.unknownColumns()).containsExactly("fresh");
    assertThat(told.unknownValues()).containsOnlyKeys("externalReferences=HEMEONC:1");
  }

  /// Codes by the specification of tumours; references counted with Python's json.
  @ParameterizedTest
  @CsvSource({"2021_11_02, 885, 698, 672", "2025_10_03, 898, 693, 667"})
  void readsBothReleases(String date, int codes, int umls, int ncit) {
    var sample =
        SourceSample.of(
            new OncoTreeImporter(), Truth.data("somatic/oncotree/oncotree_" + date + ".json.gz"));
    assertThat(sample.told().rows()).isEqualTo(codes);
    assertThat(sample.told().refused()).isEmpty();
    assertThat(sample.told().unknownColumns()).isEmpty();
    assertThat(sample.claims().stream().filter(claim -> claim.contains(" biolink:subclass_of ")))
        .hasSize(codes - 1);
    assertThat(sample.claims().stream().filter(claim -> claim.contains(" UMLS:"))).hasSize(umls);
    assertThat(sample.claims().stream().filter(claim -> claim.contains(" NCIT:"))).hasSize(ncit);
  }
}
