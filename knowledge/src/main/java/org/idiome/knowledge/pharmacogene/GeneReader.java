package org.idiome.knowledge.pharmacogene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.knowledge.table.Table;
import org.idiome.knowledge.table.TableRow;
import org.idiome.knowledge.table.Tables;

/// Builds every gene from the rows of the tables, and refuses rows that do not fit together.
final class GeneReader {
  private final ByGene positions;
  private final ByGene alleles;
  private final ByGene bases;
  private final ByGene rules;
  private final ByGene proxies;
  private final SchemeReader schemes;

  private GeneReader(Tables tables) {
    positions =
        new ByGene(
            tables.of("positions"),
            List.of(
                "gene", "build", "contig", "position", "ref", "alts", "rsid", "hgvs", "citation"),
            List.of("gene", "position", "ref"));
    alleles =
        new ByGene(
            tables.of("alleles"),
            List.of("gene", "allele", "is_reference", "called_from", "citation"),
            List.of("gene", "allele"));
    bases =
        new ByGene(
            tables.of("allele_bases"),
            List.of("gene", "allele", "position", "base", "citation"),
            List.of("gene", "allele", "position"));
    rules =
        new ByGene(
            tables.of("gene_rules"),
            List.of("gene", "rule", "rank", "value", "citation"),
            List.of("gene", "rule", "rank"));
    proxies =
        new ByGene(
            tables.of("proxies"),
            List.of("gene", "allele", "deciding_rsid", "proxy_rsid", "citation"),
            List.of("gene", "allele"));
    schemes = SchemeReader.read(tables);
  }

  /// The rows of one kind of table, by gene, in the order of the files.
  private static final class ByGene {
    private final SortedMap<String, List<TableRow>> rows = new TreeMap<>();

    ByGene(List<Table> tables, List<String> columns, List<String> key) {
      for (var table : tables) {
        for (var row : table.requireColumns(columns).requireUnique(key).rows()) {
          row.citation();
          rows.computeIfAbsent(row.required("gene"), _ -> new ArrayList<>()).add(row);
        }
      }
    }

    List<TableRow> of(String gene) {
      return rows.getOrDefault(gene, List.of());
    }

    SortedSet<String> genes() {
      return new TreeSet<>(rows.keySet());
    }
  }

  static SortedMap<String, Pharmacogene> read(Tables tables) {
    var reader = new GeneReader(tables);
    reader.refuseStrangers();
    var genes = new TreeMap<String, Pharmacogene>();
    for (var gene : reader.positions.genes()) {
      genes.put(gene, reader.gene(gene));
    }
    return Collections.unmodifiableSortedMap(genes);
  }

  /// Refuses rows of genes that have no position.
  private void refuseStrangers() {
    for (var part : List.of(alleles, bases, rules, proxies)) {
      for (var gene : part.genes()) {
        if (positions.of(gene).isEmpty()) {
          throw part.of(gene)
              .getFirst()
              .wrong("gene " + gene + " has no positions", "add them to a table of positions");
        }
      }
    }
  }

  private Pharmacogene gene(String gene) {
    var places = new ArrayList<DefiningPosition>();
    positions.of(gene).forEach(row -> places.add(position(row)));
    places.sort(Comparator.comparing(DefiningPosition::locus));
    var first = places.getFirst().locus();
    for (var row : positions.of(gene)) {
      if (!row.required("contig").equals(positions.of(gene).getFirst().required("contig"))
          || !row.required("build").equals(first.build().code())) {
        throw row.wrong("another contig or build than the gene's", "one of each for a gene");
      }
    }
    var named = new ArrayList<NamedAllele>();
    alleles.of(gene).forEach(row -> named.add(allele(row)));
    named.sort(Comparator.comparing(NamedAllele::name, NaturalOrder.NAMES));
    var called =
        named.stream().filter(one -> one.calledFrom() == NamedAllele.CalledFrom.POSITIONS).toList();
    return new Pharmacogene(
        gene,
        first.build(),
        first.contig(),
        places,
        named,
        called,
        MatrixReader.read(places, called, bases.of(gene), positions.of(gene).getFirst()),
        geneRules(gene, named),
        geneProxies(gene, places, named),
        schemes.of(gene, named));
  }

  private static DefiningPosition position(TableRow row) {
    var build = build(row);
    var display = row.required("contig");
    if (!display.startsWith("chr") || display.length() < 4) {
      throw row.wrong("contig is " + display, "write it as chr1, chrX, chrM");
    }
    var contig = new Contig(display.equals("chrM") ? "MT" : display.substring(3));
    var reference = row.required("ref");
    int start0 = row.ordinal("position") - 1;
    try {
      return new DefiningPosition(
          new Locus(build, contig, start0, start0 + reference.length()),
          reference,
          List.of(row.required("alts").split(",", -1)),
          row.optional("rsid"),
          row.required("hgvs"),
          row.cited());
    } catch (IllegalArgumentException e) {
      throw row.wrong(
          String.valueOf(e.getMessage()), "list each alternate once, not the reference");
    }
  }

  private static GenomeBuild build(TableRow row) {
    var name = row.required("build");
    for (var build : GenomeBuild.values()) {
      if (build != GenomeBuild.UNKNOWN && build.code().equals(name)) {
        return build;
      }
    }
    throw row.wrong("build is " + name, "write GRCh38, GRCh37 or T2T-CHM13v2.0");
  }

  private static NamedAllele allele(TableRow row) {
    return new NamedAllele(
        row.required("allele"),
        row.flag("is_reference"),
        row.code("called_from", NamedAllele.CalledFrom.values()),
        row.cited());
  }

  private List<GeneRule> geneRules(String gene, List<NamedAllele> named) {
    var read = new ArrayList<GeneRule>();
    for (var row : rules.of(gene)) {
      var kind = row.code("rule", GeneRule.Kind.values());
      checkValue(row, kind, named);
      read.add(new GeneRule(gene, kind, row.ordinal("rank"), row.required("value"), row.cited()));
    }
    for (var kind : GeneRule.Kind.values()) {
      boolean isThere = read.stream().anyMatch(rule -> rule.kind() == kind);
      if (!isThere && kind != GeneRule.Kind.TIE_PREFERENCE) {
        throw positions
            .of(gene)
            .getFirst()
            .wrong(gene + " has no rule " + kind.code(), "add it to a table of gene rules");
      }
    }
    read.sort(Comparator.comparing(GeneRule::kind).thenComparingInt(GeneRule::rank));
    return read;
  }

  private static void checkValue(TableRow row, GeneRule.Kind kind, List<NamedAllele> named) {
    switch (kind) {
      case COMBINATIONS -> row.flag("value");
      case NAME_ORDER -> {
        if (!row.required("value").equals("natural")) {
          throw row.wrong("no order " + row.required("value"), "the one order is natural");
        }
      }
      case STRATEGY -> row.code("value", GeneRule.Strategy.values());
      case TIE_PREFERENCE -> requireAllele(row, row.required("value"), named);
      case UNDOCUMENTED_BASE -> row.code("value", GeneRule.UndocumentedBase.values());
    }
  }

  private static void requireAllele(TableRow row, String name, List<NamedAllele> named) {
    if (named.stream().noneMatch(allele -> allele.name().equals(name))) {
      throw row.wrong("the gene has no allele " + name, "name one of its alleles");
    }
  }

  private List<Proxy> geneProxies(
      String gene, List<DefiningPosition> places, List<NamedAllele> named) {
    var read = new ArrayList<Proxy>();
    for (var row : proxies.of(gene)) {
      var allele = row.required("allele");
      requireAllele(row, allele, named);
      read.add(
          new Proxy(
              gene,
              allele,
              place(row, "deciding_rsid", places),
              place(row, "proxy_rsid", places),
              row.cited()));
    }
    return read;
  }

  private static int place(TableRow row, String column, List<DefiningPosition> places) {
    var rsid = row.required(column);
    for (int i = 0; i < places.size(); i++) {
      if (rsid.equals(places.get(i).rsid())) {
        return i;
      }
    }
    throw row.wrong("the gene has no position " + rsid, "name one of its positions");
  }
}
