package org.idiome.knowledge.pharmacogene;

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
import org.idiome.knowledge.table.Table;
import org.idiome.knowledge.table.TableRow;
import org.idiome.knowledge.table.Tables;
import org.jspecify.annotations.Nullable;

/// The active ingredients that the snapshot knows, and their codes and names.
///
/// Prefixes of codes and names compare without regard to case; nothing else is guessed.
public final class Drugs {
  private final SortedMap<String, Drug> drugs;
  private final Map<String, DrugMatch> byCode = new HashMap<>();
  private final Map<String, DrugMatch> byName = new HashMap<>();

  private Drugs(SortedMap<String, Drug> drugs) {
    this.drugs = Collections.unmodifiableSortedMap(drugs);
  }

  static Drugs read(Tables tables) {
    var codes = new TreeMap<String, List<TableRow>>();
    for (var table : tables.of("drug_codes")) {
      table.requireColumns(List.of("drug", "code", "citation")).requireUnique(List.of("code"));
      table.rows().forEach(row -> rows(codes, row).add(row));
    }
    var drugs = new TreeMap<String, Drug>();
    for (var table : tables.of("drugs")) {
      table.requireColumns(List.of("drug", "citation")).requireUnique(List.of("drug"));
      for (var row : table.rows()) {
        row.citation();
        var name = row.required("drug");
        var own = codes.getOrDefault(name, List.of());
        drugs.put(
            name,
            new Drug(
                name, own.stream().map(one -> one.curie("code")).sorted().toList(), row.cited()));
      }
    }
    var all = new Drugs(drugs);
    all.addMatches(codes, tables.of("drug_names"));
    return all;
  }

  private static List<TableRow> rows(Map<String, List<TableRow>> byDrug, TableRow row) {
    return byDrug.computeIfAbsent(row.required("drug"), _ -> new ArrayList<>());
  }

  private void addMatches(Map<String, List<TableRow>> codes, List<Table> names) {
    for (var drug : drugs.values()) {
      byName.put(drug.name(), new DrugMatch(drug, DrugMatch.By.NAME, drug.row(), true));
    }
    for (var rows : codes.values()) {
      for (var row : rows) {
        row.citation();
        var match = new DrugMatch(known(row), DrugMatch.By.CODE, row.cited(), true);
        byCode.put(key(row.curie("code")), match);
      }
    }
    for (var table : names) {
      table
          .requireColumns(List.of("drug", "name", "citation", "status"))
          .requireUnique(List.of("name"));
      for (var row : table.rows()) {
        row.citation();
        var match = new DrugMatch(known(row), DrugMatch.By.NAME, row.cited(), row.isConfirmed());
        if (byName.put(lower(row.required("name")), match) != null) {
          throw row.wrong("a second meaning of " + row.required("name"), "keep one");
        }
      }
    }
  }

  private Drug known(TableRow row) {
    var drug = drugs.get(row.required("drug"));
    if (drug == null) {
      throw row.wrong("no drug " + row.required("drug"), "give it a row in a table of drugs");
    }
    return drug;
  }

  private static String key(Curie code) {
    return lower(Prefixes.key(code.toString()));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /// All, by name.
  public Collection<Drug> all() {
    return drugs.values();
  }

  /// The drug of an international name, or null.
  public @Nullable Drug named(String name) {
    return drugs.get(name);
  }

  /// The drug that a code means, or null.
  public @Nullable DrugMatch byCode(Curie code) {
    return byCode.get(key(code));
  }

  /// The drug that a name means, or null.
  public @Nullable DrugMatch byName(String name) {
    return byName.get(lower(name.strip()));
  }

  /// The drug that a coded thing means: by its code; else, where the code is none, by it as a name;
  /// else by its display text. Null where none of these is known.
  public @Nullable DrugMatch resolve(Coded coded) {
    var curie = coded.curie();
    var match = curie == null ? byName(coded.id()) : byCode(curie);
    if (match != null || coded.display() == null) {
      return match;
    }
    var shown = byName(coded.display());
    return shown == null
        ? null
        : new DrugMatch(shown.drug(), DrugMatch.By.DISPLAY, shown.row(), shown.confirmed());
  }
}
