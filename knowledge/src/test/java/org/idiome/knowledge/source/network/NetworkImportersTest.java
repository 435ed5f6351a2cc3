package org.idiome.knowledge.source.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.idiome.core.problem.BadInputException;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceSample;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkImportersTest {
  @TempDir Path folder;

  @Test
  void tellsEdgesByTheTableOfKinds() {
    var sample =
        SourceSample.of(
            new SifImporter(),
            folder,
            """
            source\tmetaedge\ttarget
            Compound::DB01156\tCbG\tGene::1136
            Disease::DOID:0050742\tDaG\tGene::1136
            Gene::7157\tGiG\tGene::1136
            Gene::7157\tGr>G\tGene::1136
            Gene::7157\tGpBP\tBiological Process::GO:0000002
            Compound::DB01156\tCdG\tGene::7157
            Compound::DB01156\tCxG\tGene::7157
            Nothing::1\tCbG\tGene::7157
            Compound::DB01156\tCbG
            """);
    assertThat(sample.recognition()).isEqualTo(new Recognition.Yes("hetionet", "header"));
    assertThat(sample.claims())
        .containsExactly(
            "DRUGBANK:DB01156 biolink:binds NCBIGene:1136",
            "NCBIGene:1136 biolink:gene_associated_with_condition DOID:0050742",
            "NCBIGene:7157 biolink:interacts_with NCBIGene:1136",
            "NCBIGene:7157 biolink:regulates NCBIGene:1136",
            "NCBIGene:7157 biolink:actively_involved_in GO:0000002",
            "DRUGBANK:DB01156 biolink:affects NCBIGene:7157"
                + " [object_aspect_qualifier=expression;object_direction_qualifier=decreased]",
            "DRUGBANK:DB01156 biolink:related_to NCBIGene:7157");
    assertThat(sample.values("NCBIGene:1136", "DOID:0050742"))
        .isEqualTo("knowledge_level=not_provided;original_predicate=DaG");
    assertThat(sample.told().unknownValues()).containsExactly(Map.entry("metaedge=CxG", 1L));
    assertThat(sample.told().refused())
        .containsExactly("9 source Nothing::1", "10 columns Compound::DB01156\tCbG");
    assertThat(sample.told().rows()).isEqualTo(9);
    assertThat(sample.told().claims().getFirst().line()).isEqualTo(2);
  }

  /// Cut within a column, and within the last identifier, which is another one then.
  @ParameterizedTest
  @ValueSource(strings = {"Compound::DB01156\tCb", "Compound::DB01156\tCbG\tGene::11"})
  void aRowThatIsCutEndsTheReading(String last) {
    var text = "Compound::DB01156\tCbG\tGene::1136\n" + last;
    assertThatThrownBy(() -> SourceSample.of(new SifImporter(), folder, text))
        .isInstanceOfSatisfying(
            BadInputException.class,
            bad -> {
              assertThat(bad.problem().code().code()).isEqualTo("knowledge-file-cut");
              assertThat(bad.problem().place().line()).isEqualTo(2);
            });
  }

  /// The publisher's own counts by kind stand in `metaedges.tsv`.
  @Test
  void readsTheEdgesOfHetionet() throws IOException {
    var sample =
        SourceSample.of(
            new SifImporter(), Truth.data("knowledge/hetionet/hetionet-v1.0-subset.sif.gz"));
    var counted = byKind(sample);
    assertThat(sample.told().refused()).isEmpty();
    assertThat(sample.told().unknownValues()).isEmpty();
    assertThat(sample.told().rows()).isEqualTo(850_168);
    assertThat(counted).hasSize(17);
    var published = new TreeMap<String, Long>();
    Files.readAllLines(Truth.data("knowledge/hetionet/metaedges.tsv"), StandardCharsets.UTF_8)
        .stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .filter(cells -> counted.containsKey(cells[1]))
        .forEach(cells -> published.put(cells[1], Long.parseLong(cells[2])));
    assertThat(counted).isEqualTo(published);
    var claims = new HashSet<Claim>();
    sample.told().claims().forEach(told -> claims.add(told.claim()));
    assertThat(claims).hasSize(850_168);
  }

  @Test
  void readsEveryKindOfThePublishersSample() {
    var sample =
        SourceSample.of(
            new SifImporter(), Truth.data("knowledge/hetionet/hetionet-v1.0-edges-5k.sif.gz"));
    assertThat(byKind(sample)).hasSize(24);
    assertThat(sample.told().refused()).isEmpty();
    assertThat(sample.told().unknownValues()).isEmpty();
  }

  private static Map<String, Long> byKind(SourceSample sample) {
    return sample.told().claims().stream()
        .collect(
            Collectors.groupingBy(
                told -> String.valueOf(told.claim().values().get("original_predicate")),
                TreeMap::new,
                Collectors.counting()));
  }

  @Test
  void tellsNodes() {
    var sample =
        SourceSample.of(
            new HetionetNodesImporter(),
            folder,
            """
            id\tname\tkind
            Side Effect::C0000727\tAcute abdomen\tSide Effect
            Pathway::WP465_r79226\tTryptophan metabolism\tPathway
            Gene::1\tA1BG\tThing
            Unheard::1\tA\tUnheard
            """);
    assertThat(sample.recognition()).isEqualTo(new Recognition.Yes("hetionet-nodes", "*"));
    assertThat(sample.told().values("UMLS:C0000727", TermProperty.NAME))
        .containsExactly("Acute abdomen");
    assertThat(sample.told().values("UMLS:C0000727", TermProperty.CATEGORY))
        .containsExactly("biolink:PhenotypicFeature");
    assertThat(sample.told().values("WIKIPATHWAYS:WP465", TermProperty.NAME))
        .containsExactly("Tryptophan metabolism");
    assertThat(sample.told().unknownValues()).containsOnlyKeys("kind=Thing");
    assertThat(sample.told().refused()).containsExactly("5 id Unheard::1");
  }

  /// 47,031 nodes by the publisher.
  @Test
  void readsTheNodesOfHetionet() {
    var sample =
        SourceSample.of(
            new HetionetNodesImporter(),
            Truth.data("knowledge/hetionet/hetionet-v1.0-nodes.tsv.gz"));
    assertThat(sample.told().rows()).isEqualTo(47_031);
    assertThat(sample.told().refused()).isEmpty();
    assertThat(sample.told().unknownValues()).isEmpty();
    assertThat(sample.told().terms().stream().map(told -> told.term().id()).distinct().count())
        .isEqualTo(47_031);
  }

  @Test
  void tellsSetsOfHumanGenes() {
    var sample =
        SourceSample.of(
            new GmtImporter(),
            folder,
            """
            Glycolysis%WikiPathways_20160402%WP534%Homo sapiens\thttp://www.wikipathways.org/x\t5230\t2597\tX1
            Glycolysis%WikiPathways_20160402%WP1%Mus musculus\thttp://www.wikipathways.org/y\t1
            no set\thttp://www.wikipathways.org/z\t1
            """);
    assertThat(sample.recognition()).isEqualTo(new Recognition.Yes("wikipathways", "gmt"));
    assertThat(sample.statement().version()).isEqualTo("WikiPathways_20160402");
    assertThat(sample.statement().date()).isEqualTo(LocalDate.of(2016, 4, 2));
    assertThat(sample.claims())
        .containsExactly(
            "NCBIGene:5230 biolink:participates_in WIKIPATHWAYS:WP534",
            "NCBIGene:2597 biolink:participates_in WIKIPATHWAYS:WP534");
    assertThat(sample.told().leftOut()).containsOnlyKeys("other_species");
    assertThat(sample.told().unknownValues()).containsOnlyKeys("gene=X1");
    assertThat(sample.told().refused()).containsExactly("3 name no set");
  }

  /// Counts of the specification.
  @Test
  void readsThePathwaysOfWikiPathways() {
    var sample =
        SourceSample.of(
            new GmtImporter(), Truth.data("knowledge/pathways/wikipathways_2016.gmt.gz"));
    assertThat(sample.told().rows()).isEqualTo(1317);
    assertThat(sample.told().leftOut()).containsEntry("other_species", 1317L - 299);
    assertThat(sample.claims()).hasSize(12_913);
    assertThat(
            sample.told().claims().stream().map(told -> told.claim().subject()).distinct().count())
        .isEqualTo(4962);
  }
}
