package org.idiome.knowledge.laboratory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.concept.Coded;
import org.idiome.core.concept.Curie;
import org.idiome.core.concept.Prefixes;
import org.idiome.knowledge.table.TableRow;
import org.idiome.knowledge.table.Tables;
import org.jspecify.annotations.Nullable;

/// Everything that a snapshot knows of laboratory features. Immutable; safe for several threads.
public final class LaboratoryKnowledge {
  private final SortedMap<String, Analyte> analytes;
  private final Map<String, Analyte> byCode = new HashMap<>();
  private final Map<String, Analyte> byName = new HashMap<>();
  private final Map<String, List<BiologicalVariation>> variation;

  private LaboratoryKnowledge(Tables tables) {
    analytes = Collections.unmodifiableSortedMap(analytes(tables, codes(tables)));
    for (var analyte : analytes.values()) {
      byName.put(lower(analyte.code()), analyte);
      byName.put(lower(analyte.name()), analyte);
      analyte.codes().forEach(code -> byCode.put(key(code.code()), analyte));
    }
    variation = variation(tables, analytes);
  }

  /// Reads and checks the tables of a snapshot.
  ///
  /// @throws org.idiome.knowledge.table.TableException where a row cannot be used
  public static LaboratoryKnowledge read(Tables tables) {
    return new LaboratoryKnowledge(tables);
  }

  private static String key(Curie code) {
    return lower(Prefixes.key(code.toString()));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static SortedMap<String, List<TableRow>> codes(Tables tables) {
    var codes = new TreeMap<String, List<TableRow>>();
    for (var table : tables.of("analyte_codes")) {
      table
          .requireColumns(List.of("analyte", "code", "property", "citation"))
          .requireUnique(List.of("code"));
      for (var row : table.rows()) {
        row.citation();
        codes.computeIfAbsent(row.required("analyte"), _ -> new ArrayList<>()).add(row);
      }
    }
    return codes;
  }

  private static SortedMap<String, Analyte> analytes(
      Tables tables, SortedMap<String, List<TableRow>> codes) {
    var analytes = new TreeMap<String, Analyte>();
    for (var table : tables.of("analytes")) {
      table
          .requireColumns(List.of("analyte", "name", "formula", "molar_mass_g_per_mol", "citation"))
          .requireUnique(List.of("analyte"))
          .requireUnique(List.of("name"));
      for (var row : table.rows()) {
        row.citation();
        var analyte = analyte(row, codes);
        analytes.put(analyte.code(), analyte);
      }
    }
    codes.forEach((analyte, rows) -> requireKnown(rows.getFirst(), analyte, analytes));
    return analytes;
  }

  private static Analyte analyte(TableRow row, SortedMap<String, List<TableRow>> codes) {
    var name = row.required("analyte");
    var mass = row.decimal("molar_mass_g_per_mol");
    if ((mass == null) != (row.optional("formula") == null)) {
      throw row.wrong("formula and molar mass belong together", "give both or neither");
    }
    var own =
        codes.getOrDefault(name, List.of()).stream()
            .map(code ->
                new AnalyteCode(
                    code.curie("code"),
                    code.code("property", AnalyteCode.Property.values()),
                    code.cited()))
            .toList();
    return new Analyte(name, row.required("name"), mass, own, row.cited());
  }

  private static void requireKnown(
      TableRow row, String analyte, SortedMap<String, Analyte> analytes) {
    if (!analytes.containsKey(analyte)) {
      throw row.wrong("no analyte " + analyte, "give it a row in a table of analytes");
    }
  }

  private static Map<String, List<BiologicalVariation>> variation(
      Tables tables, SortedMap<String, Analyte> analytes) {
    var variation = new TreeMap<String, List<BiologicalVariation>>();
    for (var table : tables.of("biological_variation")) {
      table
          .requireColumns(
              List.of(
                  "analyte",
                  "specimen",
                  "method",
                  "sex",
                  "unit",
                  "cvi_percent",
                  "cvi_low_percent",
                  "cvi_high_percent",
                  "cva_percent",
                  "cvg_percent",
                  "mean",
                  "log_normal",
                  "usable_below",
                  "caveat",
                  "transcriptions",
                  "status",
                  "citation"))
          .requireUnique(List.of("analyte", "specimen", "method", "sex"));
      for (var row : table.rows()) {
        var one = variation(row);
        requireKnown(row, one.analyte(), analytes);
        variation.computeIfAbsent(one.analyte(), _ -> new ArrayList<>()).add(one);
      }
    }
    variation.replaceAll((_, all) -> List.copyOf(all));
    return variation;
  }

  private static BiologicalVariation variation(TableRow row) {
    var within = row.decimal("cvi_percent");
    if (within == null || within.signum() <= 0) {
      throw row.wrong("cvi_percent is missing or zero", "give the variation within subjects");
    }
    var low = row.decimal("cvi_low_percent");
    var high = row.decimal("cvi_high_percent");
    if ((low == null) != (high == null)
        || (low != null
            && high != null
            && (low.compareTo(within) > 0 || within.compareTo(high) > 0))) {
      throw row.wrong("interval of cvi_percent does not hold it", "give both ends or neither");
    }
    if (row.isConfirmed() != row.ordinal("transcriptions") > 1) {
      throw row.wrong("status does not fit the transcriptions", "confirmed needs two that agree");
    }
    return new BiologicalVariation(
        row.required("analyte"),
        row.required("specimen"),
        row.optional("method"),
        row.code("sex", BiologicalVariation.Sex.values()),
        row.required("unit"),
        within,
        low,
        high,
        row.decimal("cva_percent"),
        row.decimal("cvg_percent"),
        row.decimal("mean"),
        row.flag("log_normal"),
        row.decimal("usable_below"),
        row.codes("caveat", BiologicalVariation.Caveat.values()),
        row.isConfirmed(),
        row.citation(),
        row.cited());
  }

  /// All analytes, by code.
  public Collection<Analyte> analytes() {
    return analytes.values();
  }

  /// The analyte that a feature means: by its code; where the code is none, by it as a name. The
  /// display text is not looked at. Null where it is none that the snapshot knows.
  public @Nullable Analyte analyte(Coded feature) {
    var curie = feature.curie();
    return curie == null ? byName.get(lower(feature.id())) : byCode.get(key(curie));
  }

  /// The published variation of an analyte, one for each method, specimen and sex, in the order of
  /// the tables; empty where there is none.
  public List<BiologicalVariation> variation(Analyte analyte) {
    return variation.getOrDefault(analyte.code(), List.of());
  }

  /// The variation to judge one person's series by: of their sex where the study tells the sexes
  /// apart, and of the method that stands for an unknown one where there are several. Null where
  /// there is none, or where it depends on a sex that is not known.
  ///
  /// @param sex of the person, or [BiologicalVariation.Sex#ANY] where it is not known
  public @Nullable BiologicalVariation variation(Analyte analyte, BiologicalVariation.Sex sex) {
    var fitting =
        variation(analyte).stream()
            .filter(one -> one.sex() == BiologicalVariation.Sex.ANY || one.sex() == sex)
            .toList();
    if (fitting.size() <= 1) {
      return fitting.isEmpty() ? null : fitting.getFirst();
    }
    return fitting.stream()
        .filter(one -> one.caveats().contains(BiologicalVariation.Caveat.TAKES_UNKNOWN_METHOD))
        .findFirst()
        .orElse(null);
  }
}
