package org.idiome.knowledge.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceSample;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SssomImporterTest {
  @TempDir Path folder;

  @Test
  void tellsMappings() {
    var sample =
        SourceSample.of(
            new SssomImporter(),
            folder,
            """
            # curie_map:
            #   own: http://purl.obolibrary.org/obo/MONDO_
            # license: https://creativecommons.org/publicdomain/zero/1.0/
            # mapping_set_id: http://example.org/sets/mondo_exactmatch_doid.sssom.tsv
            # mapping_set_version: http://example.org/releases/2026-08-04/x.sssom.tsv
            subject_id\tsubject_label\tpredicate_id\tobject_id\tpredicate_modifier\tmapping_justification\tconfidence
            MONDO:0000001\tdisease\tskos:exactMatch\tDOID:4\t\tsemapv:ManualMappingCuration\t.
            MONDO:0000002\tobsolete one\tskos:exactMatch\tDOID:5\tNot\tsemapv:LexicalMatching\t0.9
            own:0000003\t\toio:hasDbXref\tDOID:6
            MONDO:0000004\t\trdfs:subClassOf\tDOID:7
            MONDO:0000005\t\tex:unheard\tDOID:8
            MONDO:0000006\t\tskos:exactMatch\tsssom:NoTermFound
            MONDO:0000007\t\tskos:exactMatch\tnothing
            MONDO:0000008\t\tskos:exactMatch\tDOID:9\tPerhaps
            """);
    var told = sample.told();
    assertThat(sample.recognition()).isEqualTo(new Recognition.Yes("mondo_exactmatch_doid", "*"));
    assertThat(sample.statement().date()).isEqualTo(LocalDate.of(2026, 8, 4));
    assertThat(sample.statement().dateFrom()).isEqualTo("mapping_set_version");
    assertThat(sample.statement().licence())
        .isEqualTo("https://creativecommons.org/publicdomain/zero/1.0/");
    assertThat(sample.claims())
        .containsExactly(
            "MONDO:0000001 skos:exactMatch DOID:4",
            "NOT MONDO:0000002 skos:exactMatch DOID:5",
            "MONDO:0000003 oboInOwl:hasDbXref DOID:6",
            "MONDO:0000004 biolink:subclass_of DOID:7",
            "MONDO:0000005 biolink:related_to DOID:8");
    assertThat(sample.values("MONDO:0000002", "DOID:5"))
        .isEqualTo("confidence=0.9;mapping_justification=semapv:LexicalMatching");
    assertThat(sample.values("MONDO:0000001", "DOID:4"))
        .isEqualTo("mapping_justification=semapv:ManualMappingCuration");
    assertThat(told.values("MONDO:0000002", TermProperty.OBSOLETE)).containsExactly("true");
    assertThat(told.remarks()).containsEntry("obsolete_concept", 1L);
    assertThat(told.unknownValues()).containsOnlyKeys("predicate_id=ex:unheard");
    assertThat(told.leftOut()).containsEntry("no_term_found", 1L);
    assertThat(told.refused())
        .containsExactly("13 object_id nothing", "14 predicate_modifier Perhaps");
  }

  /// Counts by `grep -vc '^#'` less the header.
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "mondo_broadmatch_icd10cm.sssom.tsv, 79, skos:broadMatch",
    "mondo_exactmatch_doid.sssom.tsv.gz, 11966, skos:exactMatch",
    "mondo_exactmatch_ncit.sssom.tsv.gz, 7304, skos:exactMatch",
    "mondo_exactmatch_omim.sssom.tsv.gz, 10045, skos:exactMatch",
    "mondo_exactmatch_orphanet.sssom.tsv.gz, 9785, skos:exactMatch",
    "mondo_hasdbxref_doid.sssom.tsv.gz, 12091, oboInOwl:hasDbXref",
    "mondo_hasdbxref_hgnc.sssom.tsv, 54, oboInOwl:hasDbXref",
    "mondo_hasdbxref_oncotree.sssom.tsv, 558, oboInOwl:hasDbXref",
  })
  void readsTheMappingsOfMondo(String name, int rows, String predicate) {
    var sample = SourceSample.of(new SssomImporter(), Truth.data("knowledge/mondo/" + name));
    assertThat(sample.recognition())
        .isEqualTo(new Recognition.Yes(name.substring(0, name.indexOf('.')), "*"));
    assertThat(sample.statement().date()).isEqualTo(LocalDate.of(2026, 8, 4));
    assertThat(sample.told().rows()).isEqualTo(rows);
    assertThat(sample.told().refused()).isEmpty();
    assertThat(sample.claims()).hasSize(rows).allMatch(claim -> claim.contains(predicate));
  }

  /// 11,843 subjects by the specification.
  @Test
  void readsTheSubjectsOfTheExactMatches() {
    var sample =
        SourceSample.of(
            new SssomImporter(), Truth.data("knowledge/mondo/mondo_exactmatch_doid.sssom.tsv.gz"));
    var subjects = new HashSet<String>();
    sample.told().claims().forEach(told -> subjects.add(told.claim().subject()));
    assertThat(subjects).hasSize(11_843);
    var ncit =
        SourceSample.of(
            new SssomImporter(), Truth.data("knowledge/mondo/mondo_exactmatch_ncit.sssom.tsv.gz"));
    assertThat(ncit.told().values("MONDO:0017308", TermProperty.OBSOLETE)).containsExactly("true");
  }

  @Test
  void readsTheExamplesOfOthers() {
    assertThat(
            SourceSample.of(
                    new SssomImporter(), Truth.data("knowledge/sssom/kgx_sssom_example2.tsv"))
                .claims())
        .hasSize(9)
        .contains("MP:0002152 skos:exactMatch HP:0012443");
    var toy =
        SourceSample.of(new SssomImporter(), Truth.data("knowledge/toy/mappings.sssom.tsv"))
            .claims();
    assertThat(toy).hasSize(11).contains("NOT MONDO:7 skos:exactMatch DOID:7");
  }
}
