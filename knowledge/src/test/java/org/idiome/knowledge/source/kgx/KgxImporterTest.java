package org.idiome.knowledge.source.kgx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.idiome.core.problem.BadInputException;
import org.idiome.genomics.io.Limits;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Importer;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceSample;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KgxImporterTest {
  @TempDir Path folder;

  /// The only reader of the four that knows a file.
  private static Importer importer(Path file) {
    try {
      var head = Head.of(file, "file", Limits.DEFAULT);
      var found =
          KgxImporter.ALL.stream()
              .filter(one -> one.recognise(head, ImportSettings.NONE) instanceof Recognition.Yes)
              .toList();
      assertThat(found).hasSize(1);
      return found.getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SourceSample read(String text) throws IOException {
    var file = Files.writeString(folder.resolve("graph"), text);
    return SourceSample.of(importer(file), file);
  }

  @Test
  void tellsEdgesOfATable() throws IOException {
    var sample =
        read(
            """
            id\tsubject\tpredicate\tobject\tnegated\tsex_qualifier\tpublications\trelation\tpanel
            e1\tHGNC:1\tbiolink:treats\tMONDO:0000001\tTrue\tPATO:0000383\tPMID:2|PMID:1\tRO:1\tP1
            e2\tHGNC:1\trelated_to\tMONDO:0000001
            e3\tHGNC:1\tbiolink:cures\tMONDO:0000001\tFalse
            e4\tHGNC:1\tbiolink:treats\tMONDO:0000001\tmaybe
            e5\tx1\tbiolink:treats\tMONDO:0000001
            e6\tHGNC:1\t\tMONDO:0000001
            e7\tHGNC:1\tskos:exactMatch\tNCBIGene:1
            e8\tHGNC:1\tRO:0002212\tGO:0000002
            """);
    assertThat(sample.recognition()).isEqualTo(new Recognition.Yes(Recognition.BY_FILE_NAME, "*"));
    assertThat(sample.claims())
        .containsExactly(
            "NOT HGNC:1 biolink:treats MONDO:0000001 [sex_qualifier=PATO:0000383]",
            "HGNC:1 biolink:related_to MONDO:0000001",
            "HGNC:1 biolink:related_to MONDO:0000001",
            "HGNC:1 skos:exactMatch NCBIGene:1",
            "HGNC:1 biolink:regulates GO:0000002 [object_direction_qualifier=downregulated]");
    assertThat(sample.values("HGNC:1", "MONDO:0000001"))
        .isEqualTo("panel=P1;publications=PMID:1|PMID:2;relation=RO:1");
    assertThat(sample.told().claims().get(1).claim().values().toString())
        .isEqualTo("original_predicate=related_to");
    assertThat(sample.told().remarks()).containsEntry("predicate_without_prefix", 1L);
    assertThat(sample.told().unknownValues())
        .containsExactly(Map.entry("predicate=biolink:cures", 1L));
    assertThat(sample.told().unknownColumns()).containsExactly("panel");
    assertThat(sample.told().refused())
        .containsExactly("5 negated maybe", "6 subject x1", "7 predicate ");
  }

  @Test
  void tellsEdgesOfJsonLines() throws IOException {
    var sample =
        read(
            """
            {"id":"a","subject":"HGNC:1","edge_label":"biolink:treats","object":"MONDO:0000001",\
            "negated":true,"publications":["PMID:2","PMID:1"],"onset_qualifier":"HP:0003577"}
            {"subject":"HGNC:1","predicate":"biolink:treats","object":"MONDO:0000002","score":0.5}
            """);
    assertThat(sample.recognition())
        .isEqualTo(new Recognition.Yes(Recognition.BY_FILE_NAME, "json"));
    assertThat(sample.claims())
        .containsExactly(
            "NOT HGNC:1 biolink:treats MONDO:0000001 [onset_qualifier=HP:0003577]",
            "HGNC:1 biolink:treats MONDO:0000002");
    assertThat(sample.values("HGNC:1", "MONDO:0000001")).isEqualTo("publications=PMID:1|PMID:2");
    assertThat(sample.values("HGNC:1", "MONDO:0000002")).isEqualTo("score=0.5");
    assertThat(sample.told().unknownColumns()).containsExactly("score");
    assertThat(sample.told().claims().getLast().line()).isEqualTo(2);
  }

  @Test
  void tellsNodes() throws IOException {
    var table =
        read(
            """
            id\tcategory\tname\tsynonym\txref\ttaxon\tcharge
            HGNC:10848\tbiolink:NamedThing|biolink:Gene\tSHH\tHHG1|SMMCI\tNCBIGene:6469|x1\t\
            NCBITaxon:9606\t0
            """);
    var json =
        read(
            """
            {"id":"HGNC:10848","category":["biolink:NamedThing","biolink:Gene"],"name":"SHH",\
            "synonym":["HHG1","SMMCI"],"xref":["NCBIGene:6469","x1"],"taxon":"NCBITaxon:9606",\
            "charge":0}
            """);
    for (var sample : new SourceSample[] {table, json}) {
      var told = sample.told();
      assertThat(told.values("HGNC:10848", TermProperty.CATEGORY))
          .containsExactly("biolink:NamedThing", "biolink:Gene");
      assertThat(told.values("HGNC:10848", TermProperty.NAME)).containsExactly("SHH");
      assertThat(told.values("HGNC:10848", TermProperty.RELATED_SYNONYM))
          .containsExactly("HHG1", "SMMCI");
      assertThat(told.values("HGNC:10848", TermProperty.IN_TAXON))
          .containsExactly("NCBITaxon:9606");
      assertThat(sample.claims()).containsExactly("HGNC:10848 oboInOwl:hasDbXref NCBIGene:6469");
      assertThat(told.unknownValues()).containsOnlyKeys("xref=x1");
      assertThat(told.terms().getLast().term().notes().toString()).isEqualTo("charge=0;xref=x1");
    }
  }

  @Test
  void idsWithoutPrefixNeedTheUsers() throws IOException {
    var text = "subject\tpredicate\tobject\nx1\trelated_to\tx2\n";
    assertThat(read(text).told().refused()).hasSize(1);
    var file = Files.writeString(folder.resolve("graph"), text);
    var settings = new ImportSettings(null, new java.util.TreeMap<>(), "toy", null);
    assertThat(SourceSample.of(importer(file), file, settings).claims())
        .containsExactly("toy:x1 biolink:related_to toy:x2");
  }

  @Test
  void aLineOfJsonThatIsCutEndsTheReading() {
    var whole =
        "{\"subject\":\"HGNC:1\",\"predicate\":\"biolink:treats\",\"object\":\"MONDO:1\"}\n";
    assertThatThrownBy(() -> read(whole + whole.substring(0, 30)))
        .isInstanceOfSatisfying(
            BadInputException.class,
            bad -> {
              assertThat(bad.problem().code().code()).isEqualTo("json-cut");
              assertThat(bad.problem().place().line()).isEqualTo(2);
            });
  }

  /// A row may leave out its last cells; the last line may have no end. Both at once is a cut file,
  /// unless rows before were as short.
  @Test
  void aLastLineWithoutEndIsSaidOrRefused() throws IOException {
    var header = "id\tcategory\tname\ttaxon\n";
    var whole = "HGNC:1\tbiolink:Gene\tA\tNCBITaxon:9606\n";
    var ragged = "HP:0000001\tbiolink:PhenotypicFeature\tAll\n";
    var last = "HP:0000002\tbiolink:PhenotypicFeature\tHeig";
    assertThat(read(header + whole + ragged + last).told().remarks())
        .containsEntry("last_line_without_end", 1L);
    assertThatThrownBy(() -> read(header + whole + last))
        .isInstanceOfSatisfying(
            BadInputException.class,
            bad -> assertThat(bad.problem().code().code()).isEqualTo("knowledge-file-cut"));
  }

  /// Counts of the page beside the files.
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "kgx/graph_nodes.tsv, kgx-nodes, 534",
    "kgx/graph_edges.tsv, kgx-edges, 539",
    "kgx/graph_multi_category_nodes.tsv, kgx-nodes, 10",
    "kgx/graph_multi_category_edges.tsv, kgx-edges, 9",
    "kgx/graph_tiny_nodes.tsv, kgx-nodes, 5",
    "kgx/graph_tiny_edges.tsv, kgx-edges, 10",
    "kgx/chebi_kgx_tsv_nodes.tsv, kgx-nodes, 9",
    "kgx/chebi_kgx_tsv_edges.tsv, kgx-edges, 9",
    "kgx/valid_nodes.jsonl, kgx-nodes, 7",
    "kgx/valid_edges.jsonl, kgx-edges, 5",
    "kgx/monarch-tiny_edges.tsv, kgx-edges, 500",
    "mondo/mondo-rare_edges.tsv.gz, kgx-edges, 29913",
    "toy/release-1.tsv, kgx-edges, 7",
    "toy/release-2.tsv, kgx-edges, 7",
  })
  void readsTheRowsOfAFile(String name, String kind, int rows) {
    var file = Truth.data("knowledge/" + name);
    var sample = SourceSample.of(importer(file), file);
    assertThat(importer(file).format()).startsWith(kind);
    assertThat(sample.told().rows()).isEqualTo(rows);
    assertThat(sample.told().remarks()).doesNotContainKey("predicate_without_prefix");
  }

  @Test
  void tellsTheToyReleaseAsItIsComparedLater() {
    var file = Truth.data("knowledge/toy/release-1.tsv");
    var sample = SourceSample.of(importer(file), file);
    assertThat(sample.claims())
        .contains("CHEBI:2 biolink:treats MONDO:2 [stage=early]", "CHEBI:3 biolink:treats MONDO:9");
    assertThat(sample.values("CHEBI:2", "MONDO:2"))
        .isEqualTo("evidence=B;knowledge_level=knowledge_assertion;publications=PMID:16");
    assertThat(sample.values("CHEBI:3", "MONDO:9")).isEqualTo("knowledge_level=prediction");
  }

  @Test
  void tellsThePhenotypesOfMonarch() {
    var file = Truth.data("knowledge/kgx/monarch-tiny_edges.tsv");
    var sample = SourceSample.of(importer(file), file);
    assertThat(sample.claims())
        .hasSize(500)
        .allMatch(claim -> claim.contains(" biolink:has_phenotype "))
        .noneMatch(claim -> claim.startsWith("NOT"))
        .contains(
            "PomBase:SPAC6G9.11 biolink:has_phenotype FYPO:0002061"
                + " [qualifiers=FYECO:0000005|FYECO:0000137]");
  }

  /// 28,842 and 1,071 by the page beside the file.
  @Test
  void tellsTheRareSubsetOfMondo() {
    var file = Truth.data("knowledge/mondo/mondo-rare_edges.tsv.gz");
    var claims = SourceSample.of(importer(file), file).claims();
    assertThat(claims.stream().filter(claim -> claim.contains(" biolink:subclass_of ")))
        .hasSize(28_842);
  }

  @Test
  void whatIsNotAGraphIsRefused() {
    var invalid = Truth.data("knowledge/kgx/invalid_nodes.tsv");
    var sample = SourceSample.of(importer(invalid), invalid).told();
    assertThat(sample.refused()).hasSize((int) sample.rows());
    var incomplete = Truth.data("knowledge/kgx/incomplete_nodes.tsv");
    assertThat(KgxImporter.ALL.getFirst().recognise(head(incomplete), ImportSettings.NONE))
        .isInstanceOfSatisfying(
            Recognition.Nearly.class, nearly -> assertThat(nearly.missing()).containsExactly("id"));
  }

  private static Head head(Path file) {
    try {
      return Head.of(file, "file", Limits.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
