package org.idiome.knowledge.pharmacogene;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.idiome.knowledge.table.Published;
import org.idiome.knowledge.table.TablesInMemory;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;

/// Puts all 22 published genes into rows and reads them with the same code: no gene needs a branch.
class AnyGeneIsRowsTest {
  private static final String PMID = "PMID:1";

  @Test
  void readsEveryPublishedGeneFromRowsAlone() throws IOException {
    var tables = headers();
    var functions = new TreeMap<String, Map<String, String>>();
    for (var row : Published.tsv("pgx/functions.tsv")) {
      functions
          .computeIfAbsent(row.get("gene"), _ -> new TreeMap<>())
          .put(row.get("allele"), row.get("function") + "\t" + row.get("activity_value"));
    }
    var bases = new TreeMap<String, Integer>();
    try (var files = Files.list(Truth.data("pgx/definitions"))) {
      for (var file : files.map(path -> path.getFileName().toString()).sorted().toList()) {
        if (file.contains("_translation")) {
          var definition = Published.json("pgx/definitions/" + file);
          var gene = definition.at("gene").text();
          bases.put(
              gene, addGene(tables, gene, definition, functions.getOrDefault(gene, Map.of())));
        }
      }
    }
    addRules(tables, bases.keySet());
    addScores(tables);
    var genes = Pharmacogenes.read(tables);
    assertThat(genes.genes()).hasSize(22);
    for (var gene : genes.genes()) {
      int stated = 0;
      for (int allele = 0; allele < gene.called().size(); allele++) {
        for (int position = 0; position < gene.positions().size(); position++) {
          stated += gene.matrix().isBlank(allele, position) ? 0 : 1;
          assertThat(gene.matrix().admitted(allele, position)).isPositive();
        }
      }
      assertThat(stated).as(gene.symbol()).isEqualTo(bases.get(gene.symbol()));
    }
    assertPhenotypes(genes);
    assertScores(genes);
  }

  private static TablesInMemory headers() {
    return TablesInMemory.empty()
        .header(
            "positions",
            "gene",
            "build",
            "contig",
            "position",
            "ref",
            "alts",
            "rsid",
            "hgvs",
            "citation")
        .header("alleles", "gene", "allele", "is_reference", "called_from", "citation")
        .header("allele_bases", "gene", "allele", "position", "base", "citation")
        .header("gene_rules", "gene", "rule", "rank", "value", "citation")
        .header(
            "schemes",
            "source",
            "gene",
            "key_kind",
            "unlisted_allele",
            "stand_in",
            "judged_by",
            "citation")
        .header(
            "allele_functions",
            "source",
            "gene",
            "allele",
            "function",
            "activity_value",
            "citation")
        .header(
            "phenotype_rules",
            "source",
            "gene",
            "by",
            "function_1",
            "function_2",
            "score_from",
            "score_to",
            "phenotype",
            "activity_score",
            "citation");
  }

  /// Adds the rows of a gene; answers with how many bases its alleles state.
  private static int addGene(
      TablesInMemory tables,
      String gene,
      Published.Node definition,
      Map<String, String> functions) {
    var variants = definition.at("variants").elements();
    for (var variant : variants) {
      tables.row(
          "positions",
          gene,
          "GRCh38",
          variant.at("chromosome").text(),
          variant.at("position").text(),
          variant.at("ref").text(),
          String.join(
              ",", variant.at("alts").elements().stream().map(Published.Node::text).toList()),
          variant.at("rsid").isNull() ? "." : variant.at("rsid").text(),
          variant.at("chromosomeHgvsName").text(),
          PMID);
    }
    int stated = 0;
    var names = new HashSet<String>();
    for (var allele : definition.at("namedAlleles").elements()) {
      var name = allele.at("name").text();
      names.add(name);
      boolean isReference = allele.at("reference").text().equals("true");
      int own = 0;
      var cells = allele.at("alleles").elements();
      for (int i = 0; i < variants.size(); i++) {
        if (!cells.get(i).isNull()) {
          var position = variants.get(i).at("position").text();
          tables.row("allele_bases", gene, name, position, cells.get(i).text(), PMID);
          own++;
        }
      }
      tables.row(
          "alleles",
          gene,
          name,
          isReference ? "yes" : "no",
          own == 0 ? "outside" : "positions",
          PMID);
      stated += own;
    }
    functions.forEach((name, function) -> {
      if (names.add(name)) {
        tables.row("alleles", gene, name, "no", "outside", PMID);
      }
      tables.add("allele_functions", String.join("\t", "CPIC", gene, name, function, PMID));
    });
    return stated;
  }

  private static void addRules(TablesInMemory tables, Set<String> genes) {
    for (var gene : genes) {
      Stream.of("combinations\t1\tno", "name_order\t1\tnatural", "strategy\t1\tdiplotype")
          .forEach(rule -> tables.add("gene_rules", gene + "\t" + rule + "\t" + PMID));
      tables.row("gene_rules", gene, "undocumented_base", "1", "at_best", PMID);
      tables.row("schemes", "CPIC", gene, "phenotype", "no_phenotype", ".", ".", PMID);
    }
    for (var rule : Published.tsv("pgx/phenotype_rules.tsv")) {
      // One copy of a gene (G6PD of men, mitochondria) has rules of one function: not read yet.
      boolean isPair = !rule.get("function_2").equals(".");
      if (isPair && genes.contains(rule.get("gene")) && !rule.get("gene").equals("CYP2D6")) {
        tables.row(
            "phenotype_rules",
            "CPIC",
            rule.get("gene"),
            "functions",
            rule.get("function_1"),
            rule.get("function_2"),
            ".",
            ".",
            rule.get("phenotype"),
            rule.get("activity_score"),
            PMID);
      }
    }
  }

  /// CYP2D6 goes by its score: 0 poor, to 1 intermediate, to 2.25 normal, above ultrarapid
  /// (PMID:31647186).
  private static void addScores(TablesInMemory tables) {
    for (var rule :
        List.of(
            "score\t.\t.\t0\t0\tPoor Metabolizer",
            "score\t.\t.\t0.25\t1\tIntermediate Metabolizer",
            "score\t.\t.\t1.25\t2.25\tNormal Metabolizer",
            "score\t.\t.\t2.5\t.\tUltrarapid Metabolizer",
            "no_score\t.\t.\t.\t.\tIndeterminate")) {
      tables.add("phenotype_rules", "CPIC\tCYP2D6\t" + rule + "\t.\tPMID:31647186");
    }
  }

  private static void assertScores(Pharmacogenes genes) {
    var scheme = requireNonNull(requireNonNull(genes.gene("CYP2D6")).scheme("CPIC"));
    int seen = 0;
    for (var pair : Published.tsv("pgx/phenotypes/CYP2D6_diplotypes.tsv.gz")) {
      var call =
          requireNonNull(
              scheme.phenotype(
                  requireNonNull(scheme.function(pair.get("allele_1"))),
                  requireNonNull(scheme.function(pair.get("allele_2")))));
      assertThat(call.phenotype()).isEqualTo(pair.get("phenotype"));
      assertThat(call.activityScore()).isEqualTo(pair.get("activity_score"));
      seen++;
    }
    assertThat(seen).isEqualTo(15_051);
  }

  private static void assertPhenotypes(Pharmacogenes genes) {
    for (var symbol : List.of("CYP2C19", "CYP2C9", "DPYD", "NAT2", "UGT1A1")) {
      var scheme = requireNonNull(requireNonNull(genes.gene(symbol)).scheme("CPIC"));
      var published = Published.json("pgx/phenotypes/" + symbol + ".json.gz");
      for (var diplotype : published.at("diplotypes").elements()) {
        var names = diplotype.at("diplotype").text().split("/", -1);
        var call =
            requireNonNull(
                scheme.phenotype(
                    requireNonNull(scheme.function(names[0])),
                    requireNonNull(scheme.function(names[1]))));
        assertThat(call.phenotype()).isEqualTo(diplotype.at("phenotype").text());
      }
    }
  }
}
