package org.idiome.knowledge.source.drug;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.genomics.rule.RuleTable;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.release.Values;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.Identifiers;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Importer;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceText;
import org.idiome.knowledge.source.table.Layout;
import org.idiome.knowledge.source.table.SourceTable;
import org.idiome.knowledge.source.table.TableFormat;
import org.jspecify.annotations.Nullable;

/// Interactions of drugs and genes in DGIdb, in the columns of 2020 and of version 5 (Cannon et al.
/// 2024, doi:10.1093/nar/gkad1040).
///
/// Each row is from a source of its own, with a licence of its own (`dgidb-licences.tsv`). What a
/// type of interaction means, `dgidb-types.tsv` says; a row with several types makes several
/// claims.
public final class DgidbImporter implements Importer {
  private static final TableFormat FORMAT =
      TableFormat.of("dgidb", Layout.TAB.ragged().missing("\"\""));
  private static final String VERSION = "# Data version:";
  private static final String NOT_KNOWN = "not known";

  private static final String GENE = "gene";
  private static final String DRUG = "drug";
  private static final String TYPES = "interaction_types";
  private static final String SOURCE = "interaction_source";
  private static final String PUBLICATIONS = "publications";
  private static final Set<String> TOLD = Set.of(GENE, DRUG, TYPES, SOURCE, PUBLICATIONS);

  /// Direction by type: `increased`, `decreased`, `affects` or `interacts`.
  private static final Map<String, String> DIRECTIONS =
      read("dgidb-types.tsv", "type", "direction");

  private static final Map<String, String> LICENCES =
      read("dgidb-licences.tsv", "source", "licence");

  private static Map<String, String> read(String table, String key, String value) {
    var found = new HashMap<String, String>();
    for (var row : RuleTable.beside(DgidbImporter.class, table).rows()) {
      found.put(row.get(key), row.get(value));
    }
    return found;
  }

  @Override
  public String format() {
    return "dgidb";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Recognition recognise(Head head, ImportSettings settings) {
    return FORMAT.recognise(head, settings, "dgidb");
  }

  @Override
  public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    var identifiers = new Identifiers(settings, sink);
    try (var table = FORMAT.open(text, settings, sink)) {
      while (table.next()) {
        tell(table, identifiers, sink);
      }
      return statement(table.above());
    }
  }

  private static ReleaseStatement statement(List<String> above) {
    for (var line : above) {
      if (line.startsWith(VERSION)) {
        return new ReleaseStatement(line.substring(VERSION.length()).strip(), null, null, null);
      }
    }
    return ReleaseStatement.NOTHING;
  }

  private static void tell(SourceTable table, Identifiers identifiers, ReleaseSink sink) {
    if (table.text(GENE).isEmpty()) {
      sink.leaveOut("gene_without_identifier");
      return;
    }
    if (table.text(DRUG).isEmpty()) {
      sink.leaveOut("drug_without_identifier");
      return;
    }
    var gene = identifiers.curie("NCBIGene", table.text(GENE));
    var drug = identifiers.curie(table.text(DRUG));
    if (gene == null || drug == null) {
      sink.refuse(gene == null ? GENE : DRUG, table.text(gene == null ? GENE : DRUG));
      return;
    }
    var values = values(table, sink);
    var types = list(table.text(TYPES));
    if (types.isEmpty()) {
      sink.claim(claim(drug, gene, null, values, sink));
    }
    for (var type : types) {
      sink.claim(claim(drug, gene, type, values, sink));
    }
  }

  private static Claim claim(
      String drug,
      String gene,
      @Nullable String type,
      Map<String, String> values,
      ReleaseSink sink) {
    var direction = type == null ? "interacts" : DIRECTIONS.get(type);
    if (direction == null) {
      sink.unknownValue(TYPES, type == null ? "" : type);
      direction = "interacts";
    }
    var qualifiers = new TreeMap<String, String>();
    if (type != null) {
      qualifiers.put("interaction_type", type);
    }
    qualifiers.put(Values.PRIMARY_SOURCE, values.get(Values.PRIMARY_SOURCE));
    boolean isAffecting = !direction.equals("interacts");
    if (isAffecting) {
      qualifiers.put("object_aspect_qualifier", "activity");
    }
    if (isAffecting && !direction.equals("affects")) {
      qualifiers.put("object_direction_qualifier", direction);
    }
    return new Claim(
        drug,
        isAffecting ? "biolink:affects" : "biolink:interacts_with",
        gene,
        false,
        Attributes.of(qualifiers),
        Attributes.of(values));
  }

  private static Map<String, String> values(SourceTable table, ReleaseSink sink) {
    var values = new TreeMap<>(table.rest(TOLD).values());
    var source = table.text(SOURCE);
    values.put(Values.PRIMARY_SOURCE, source);
    var licence = LICENCES.get(source);
    if (licence == null) {
      sink.unknownValue(SOURCE, source);
    }
    values.put(Values.LICENCE, licence == null ? NOT_KNOWN : licence);
    var publications = new TreeSet<String>();
    for (var id : list(table.text(PUBLICATIONS))) {
      if (id.chars().allMatch(c -> c >= '0' && c <= '9')) {
        publications.add("PMID:" + id);
      } else {
        sink.unknownValue(PUBLICATIONS, id);
      }
    }
    values.put(Values.PUBLICATIONS, String.join("|", publications));
    return values;
  }

  private static List<String> list(String text) {
    var values = new ArrayList<String>();
    for (var value : text.replace('|', ',').split(",", -1)) {
      if (!value.isBlank()) {
        values.add(value.strip());
      }
    }
    return values;
  }
}
