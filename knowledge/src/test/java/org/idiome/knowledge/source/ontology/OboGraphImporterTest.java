package org.idiome.knowledge.source.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.idiome.core.problem.BadInputException;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceSample;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OboGraphImporterTest {
  private static final String GRAPH =
      """
      {
        "graphs" : [ {
          "id" : "http://purl.obolibrary.org/obo/hp.json",
          "meta" : { "version" : "http://purl.obolibrary.org/obo/hp/releases/2024-08-13/hp.json" },
          "nodes" : [ {
            "id" : "http://purl.obolibrary.org/obo/HP_0000002",
            "lbl" : "Abnormality of body height", "type" : "CLASS",
            "meta" : {
              "definition" : { "val" : "Deviation.", "xrefs" : [ "PMID:1", "HPO:probinson" ] },
              "synonyms" : [ { "synonymType" : "http://purl.obolibrary.org/obo/hp#layperson",
                               "pred" : "hasExactSynonym", "val" : "Odd height" } ],
              "xrefs" : [ { "val" : "UMLS:C4025901" }, { "val" : "Fyler:4867" } ],
              "basicPropertyValues" : [
                { "pred" : "http://www.geneontology.org/formats/oboInOwl#hasAlternativeId",
                  "val" : "HP:0000003" },
                { "pred" : "http://purl.org/dc/terms/creator", "val" : "somebody" } ] }
          }, {
            "id" : "http://purl.obolibrary.org/obo/HP_0000057", "type" : "CLASS",
            "meta" : { "deprecated" : true, "basicPropertyValues" : [ {
              "pred" : "http://purl.obolibrary.org/obo/IAO_0100001", "val" : "HP:0008665" } ] }
          }, {
            "id" : "http://purl.obolibrary.org/obo/BFO_0000050", "type" : "PROPERTY"
          } ],
          "edges" : [
            { "sub" : "http://purl.obolibrary.org/obo/HP_0000002", "pred" : "is_a",
              "obj" : "http://purl.obolibrary.org/obo/HP_0000001" },
            { "sub" : "http://purl.obolibrary.org/obo/HP_0000002",
              "pred" : "http://purl.obolibrary.org/obo/BFO_0000050",
              "obj" : "http://purl.obolibrary.org/obo/UBERON_0000001" },
            { "sub" : "http://example.org/nothing", "pred" : "is_a",
              "obj" : "http://purl.obolibrary.org/obo/HP_0000001" } ],
          "equivalentNodesSets" : [ {
            "representativeNodeId" : "http://purl.obolibrary.org/obo/HP_0000002",
            "nodeIds" : [ "http://purl.obolibrary.org/obo/HP_0000002",
                          "http://purl.obolibrary.org/obo/HP_0000009" ] } ],
          "logicalDefinitionAxioms" : [ { "definedClassId" : "x" } ],
          "unheardOf" : 1
        } ]
      }
      """;

  @TempDir Path folder;

  @Test
  void tellsNodesAndEdges() {
    var sample = SourceSample.of(new OboGraphImporter(), folder, GRAPH);
    var told = sample.told();
    assertThat(sample.recognition()).isEqualTo(new Recognition.Yes("hp", "json"));
    assertThat(sample.statement().date()).isEqualTo(LocalDate.of(2024, 8, 13));
    assertThat(sample.statement().dateFrom()).isEqualTo("version");
    assertThat(sample.claims())
        .containsExactly(
            "HP:0000002 oboInOwl:hasDbXref UMLS:C4025901",
            "HP:0000002 biolink:subclass_of HP:0000001",
            "HP:0000002 biolink:part_of UBERON:0000001",
            "HP:0000002 owl:equivalentClass HP:0000009");
    assertThat(told.values("HP:0000002", TermProperty.EXACT_SYNONYM)).containsExactly("Odd height");
    assertThat(told.values("HP:0000002", TermProperty.ALTERNATIVE_ID))
        .containsExactly("HP:0000003");
    assertThat(told.values("HP:0000057", TermProperty.OBSOLETE)).containsExactly("true");
    assertThat(told.values("HP:0000057", TermProperty.REPLACED_BY)).containsExactly("HP:0008665");
    assertThat(told.terms().stream().map(term -> term.term().notes().toString()))
        .contains(
            "publications=PMID:1;xref=HPO:probinson",
            "type=layperson",
            "creator=somebody;xref=Fyler:4867");
    assertThat(told.unknownValues()).containsOnlyKeys("xref=Fyler:4867");
    assertThat(told.unknownColumns()).containsExactly("unheardOf");
    assertThat(told.leftOut()).containsOnlyKeys("property", "logicalDefinitionAxioms");
    assertThat(told.refused()).containsExactly("30 sub http://example.org/nothing");
    assertThat(told.rows()).isEqualTo(8);
  }

  @Test
  void aCutFileIsRefused() {
    for (int length = 20; length < GRAPH.stripTrailing().length(); length += 37) {
      var cut = GRAPH.substring(0, length);
      assertThatThrownBy(() -> SourceSample.of(new OboGraphImporter(), folder, cut))
          .isInstanceOfSatisfying(
              BadInputException.class,
              bad -> assertThat(bad.problem().code().code()).isEqualTo("json-cut"));
    }
  }

  @Test
  void anotherDocumentIsNotOne() throws java.io.IOException {
    var importer = new OboGraphImporter();
    assertThat(recognise(importer, "{\"TISSUE\": {}}")).isEqualTo(Recognition.NO);
    assertThat(recognise(importer, "<html><body>404</body></html>")).isEqualTo(Recognition.NO);
    assertThat(recognise(new OboImporter(), "<html><body>404</body></html>"))
        .isEqualTo(Recognition.NO);
    assertThat(recognise(new OboImporter(), "hgnc_id\tsymbol\n")).isEqualTo(Recognition.NO);
  }

  private Recognition recognise(org.idiome.knowledge.source.Importer importer, String text)
      throws java.io.IOException {
    var file = java.nio.file.Files.writeString(folder.resolve("other"), text);
    return importer.recognise(
        org.idiome.knowledge.source.Head.of(file, "other", org.idiome.genomics.io.Limits.DEFAULT),
        org.idiome.knowledge.source.ImportSettings.NONE);
  }

  /// Counts of the page beside the file: 19,487 nodes, 23,409 edges; 446 deprecated, and 3,826
  /// alternative ids, were counted with Python's json.
  @Test
  void readsTheHumanPhenotypeOntology() {
    var sample = SourceSample.of(new OboGraphImporter(), Truth.data("rare/hpo/hp.json.gz"));
    var told = sample.told();
    assertThat(sample.statement().version()).isEqualTo("2024-08-13");
    assertThat(sample.statement().licence()).isEqualTo("https://hpo.jax.org/app/license");
    assertThat(told.rows()).isEqualTo(19_487 + 23_409 + 1);
    assertThat(sample.claims().stream().filter(claim -> claim.contains(" biolink:subclass_of ")))
        .hasSize(23_409);
    assertThat(told.refused()).hasSizeLessThan(6);
    assertThat(
            told.terms().stream().filter(term -> term.term().property() == TermProperty.OBSOLETE))
        .hasSize(446);
    assertThat(
            told.terms().stream()
                .filter(term -> term.term().property() == TermProperty.ALTERNATIVE_ID))
        .hasSize(3826);
  }
}
