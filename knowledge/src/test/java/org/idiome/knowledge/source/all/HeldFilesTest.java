package org.idiome.knowledge.source.all;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.idiome.genomics.io.Limits;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.testkit.Truth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Publishers' own files find the one reader that is theirs.
class HeldFilesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "knowledge/go/go_import_2021-08-03.obo.gz, obo",
    "knowledge/mondo/equivalencies.obo.gz, obo",
    "rare/hpo/hp.json.gz, obograph",
    "knowledge/hetionet/hetionet-v1.0-subset.sif.gz, sif",
    "knowledge/hetionet/hetionet-v1.0-edges-5k.sif.gz, sif",
    "knowledge/hetionet/edges-10.sif, sif",
    "knowledge/toy/graph.sif, sif",
    "knowledge/hetionet/hetionet-v1.0-nodes.tsv.gz, hetionet-nodes",
    "knowledge/pathways/wikipathways_2016.gmt.gz, gmt",
    "knowledge/kgx/graph_nodes.tsv, kgx-nodes",
    "knowledge/kgx/chebi_kgx_tsv_edges.tsv, kgx-edges",
    "knowledge/kgx/valid_nodes.jsonl, kgx-nodes-json",
    "knowledge/kgx/valid_edges.jsonl, kgx-edges-json",
    "knowledge/kgx/monarch-tiny_edges.tsv, kgx-edges",
    "knowledge/mondo/mondo-rare_edges.tsv.gz, kgx-edges",
    "knowledge/toy/release-1.tsv, kgx-edges",
    "knowledge/toy/mappings.sssom.tsv, sssom",
    "knowledge/mondo/mondo_exactmatch_doid.sssom.tsv.gz, sssom",
    "knowledge/sssom/basic-meta-external.tsv, sssom",
    "knowledge/sssom/cob-to-external.tsv, sssom",
    "rare/hpo/phenotype.hpoa.gz, hpo-diseases",
    "rare/hpo/genes_to_phenotype.txt.gz, hpo-genes",
    "somatic/oncotree/oncotree_2021_11_02.json.gz, oncotree",
    "somatic/oncotree/oncotree_2025_10_03.json.gz, oncotree",
  })
  void findsItsReader(String name, String format) throws IOException {
    var head = Head.of(Truth.data(name), name, Limits.DEFAULT);
    assertThat(Importers.shipped().find(head, name, ImportSettings.NONE).importer().format())
        .isEqualTo(format);
  }
}
