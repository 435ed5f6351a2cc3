package org.idiome.knowledge.source.variant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.genomics.contig.Contigs;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.Term;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.release.Values;
import org.idiome.knowledge.source.Identifiers;
import org.idiome.knowledge.source.ImportSettings;
import org.jspecify.annotations.Nullable;

/// Tells the records of one file.
final class ClinVarRecords {
  /// A variant has no alternate allele in the file: its record is kept, no allele is claimed.
  static final String NO_ALTERNATE = "no_alternate_allele";

  private static final int COLUMNS = 8;

  /// Keys of INFO that are kept as they are; those that end in `INCL` speak of haplotypes that hold
  /// the variant.
  private static final List<String> KEPT =
      List.of(
          "AF_ESP",
          "AF_EXAC",
          "AF_TGP",
          "ALLELEID",
          "CLNDISDBINCL",
          "CLNDNINCL",
          "CLNSIGINCL",
          "CLNSIGSCV",
          "CLNVC",
          "CLNVCSO",
          "CLNVI",
          "DBVARID",
          "MC",
          "ONCDISDBINCL",
          "ONCDNINCL",
          "ONCINCL",
          "ONCSCV",
          "ORIGIN",
          "RS",
          "SCIDISDBINCL",
          "SCIDNINCL",
          "SCIINCL",
          "SCISCV",
          "SSR");

  private static final String HGVS = "CLNHGVS";
  private static final String GENES = "GENEINFO";
  private static final Set<String> KNOWN = new HashSet<>(keys());
  private static final Attributes CURATED =
      Attributes.of(Values.KNOWLEDGE_LEVEL, "knowledge_assertion");

  private final GenomeBuild build;
  private final ReleaseSink sink;
  private final ClinVarClaims claims;
  private final Map<String, String> accessions = new HashMap<>();
  private final Set<String> unknown = new HashSet<>();

  ClinVarRecords(GenomeBuild build, ImportSettings settings, ReleaseSink sink) {
    this.build = build;
    this.sink = sink;
    claims = new ClinVarClaims(new Identifiers(settings, sink), sink);
  }

  static List<String> keys() {
    var keys = new ArrayList<>(KEPT);
    ClassificationKind.ALL.forEach(kind -> keys.addAll(kind.keys()));
    keys.add(HGVS);
    keys.add(GENES);
    return keys;
  }

  static boolean isKnown(String key) {
    return KNOWN.contains(key);
  }

  void read(String line, long number) {
    sink.row(number);
    var cells = ConditionList.split(line, '\t');
    if (cells.size() != COLUMNS) {
      sink.refuse("columns", Integer.toString(cells.size()));
      return;
    }
    var id = cells.get(2);
    if (!ConditionList.isNumber(id)) {
      sink.refuse("ID", id);
      return;
    }
    if (!ConditionList.isNumber(cells.get(1))) {
      sink.refuse("POS", cells.get(1));
      return;
    }
    tell("CLINVAR:" + id, cells, info(cells.get(7)));
  }

  private Map<String, String> info(String text) {
    var info = new LinkedHashMap<String, String>();
    for (var field : ConditionList.split(text, ';')) {
      int equals = field.indexOf('=');
      var key = equals < 0 ? field : field.substring(0, equals);
      if (!key.isEmpty() && !key.equals(".")) {
        info.put(key, equals < 0 ? "true" : field.substring(equals + 1));
      }
    }
    return info;
  }

  private void tell(String variant, List<String> cells, Map<String, String> info) {
    var notes = new TreeMap<String, String>();
    notes.put("build", build.code());
    notes.put("chromosome", cells.get(0));
    notes.put("position1", cells.get(1));
    notes.put("reference", cells.get(3));
    notes.put("alternate", cells.get(4));
    info.forEach((key, value) -> {
      if (!isKnown(key)) {
        if (unknown.add(key)) {
          sink.unknownColumn(key);
        }
        notes.put(key, value);
      }
    });
    keep(KEPT, info, notes);
    sink.term(Term.of(variant, TermProperty.CATEGORY, "biolink:SequenceVariant"));
    var hgvs = info.get(HGVS);
    if (hgvs != null) {
      sink.term(Term.of(variant, TermProperty.NAME, hgvs));
    }
    for (var kind : ClassificationKind.ALL) {
      if (!claims.tell(variant, kind, info)) {
        keep(kind.keys(), info, notes);
      }
    }
    allele(variant, cells);
    genes(variant, info.getOrDefault(GENES, ""), notes);
    sink.term(new Term(variant, TermProperty.COLUMNS, "", Attributes.of(notes)));
  }

  private static void keep(List<String> keys, Map<String, String> info, Map<String, String> notes) {
    for (var key : keys) {
      var value = info.get(key);
      if (value != null) {
        notes.put(key, value);
      }
    }
  }

  /// The allele by sequence, place and bases: the sequence's accession is of one build alone (SPDI,
  /// Holmes et al. 2020, doi:10.1093/bioinformatics/btz856).
  private void allele(String variant, List<String> cells) {
    if (cells.get(4).equals(".")) {
      sink.remark(NO_ALTERNATE);
      return;
    }
    var accession = accession(cells.get(0));
    if (accession != null
        && ConditionList.isBases(cells.get(3))
        && ConditionList.isBases(cells.get(4))) {
      long position0 = Long.parseLong(cells.get(1)) - 1;
      sink.term(
          Term.of(
              variant,
              TermProperty.ALTERNATIVE_ID,
              "SPDI:" + accession + ":" + position0 + ":" + cells.get(3) + ":" + cells.get(4)));
    }
  }

  private @Nullable String accession(String chromosome) {
    var found =
        accessions.computeIfAbsent(
            chromosome,
            name -> {
              var known = Contigs.of(build, Contigs.resolve(name));
              return known == null || known.refseq() == null ? "" : known.refseq();
            });
    return found.isEmpty() ? null : found;
  }

  /// `SYMBOL:NUMBER` by `|`; a symbol may hold a colon.
  private void genes(String variant, String text, Map<String, String> notes) {
    if (text.isEmpty() || text.equals(".")) {
      return;
    }
    for (var gene : ConditionList.split(text, '|')) {
      int colon = gene.lastIndexOf(':');
      var number = gene.substring(colon + 1);
      if (colon > 0 && ConditionList.isNumber(number)) {
        sink.claim(
            new Claim(
                variant,
                "biolink:is_sequence_variant_of",
                "NCBIGene:" + number,
                false,
                Attributes.NONE,
                CURATED));
      } else {
        sink.unknownValue(GENES, gene);
        notes.put(GENES, text);
      }
    }
  }
}
