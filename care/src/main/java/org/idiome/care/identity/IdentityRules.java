package org.idiome.care.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.Citation;
import org.idiome.core.concept.Prefixes;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.source.CitedRow;
import org.idiome.knowledge.table.Table;
import org.idiome.knowledge.table.TableException;
import org.idiome.knowledge.table.TableRow;
import org.jspecify.annotations.Nullable;

/// The rule tables of this package: thresholds, karyotypes, what brings cells of somebody else,
/// what holds one's own all the same.
final class IdentityRules {
  private static final String FOLDER = "org/idiome/care/identity/";

  /// Cells that are the person's own.
  static final String OWN_CELLS = "own_cells";

  /// A number of a method, with its row.
  record Threshold(double value, Citation citation, CitedRow row) {}

  /// How long cells of somebody else make a sample doubtful.
  ///
  /// @param isBySample whether it depends on when the sample was taken
  /// @param untilDays days after which they no longer count; null for good
  record Window(boolean isBySample, @Nullable Integer untilDays, Citation citation, CitedRow row) {}

  /// How many of the sex chromosomes somebody has of whom it is stated.
  record Karyotype(long x, long y) {
    private static Karyotype of(String chromosomes) {
      long x = chromosomes.chars().filter(one -> one == 'X').count();
      long y = chromosomes.chars().filter(one -> one == 'Y').count();
      return new Karyotype(x, y);
    }
  }

  private final SortedMap<String, Sha256> digests = new TreeMap<>();
  private final Map<String, Threshold> thresholds = new TreeMap<>();
  private final Map<String, String> grafts = new TreeMap<>();
  private final Map<String, Window> windows = new TreeMap<>();
  private final Map<String, Karyotype> karyotypes = new TreeMap<>();
  private final Set<String> ownTissues = new TreeSet<>();
  private final Set<String> bloodGroups = new TreeSet<>();

  private IdentityRules() {
    for (var row : table("thresholds", "rule", "value", "unit", "citation", "meaning")) {
      var value = row.decimal("value");
      if (value == null) {
        throw row.wrong("value is missing", "give a number");
      }
      thresholds.put(
          row.required("rule"), new Threshold(value.doubleValue(), row.citation(), row.cited()));
    }
    for (var row : table("windows", "cells", "from_days", "until_days", "evidence", "citation")) {
      boolean isBySample = row.optional("from_days") != null;
      var until = row.optional("until_days") == null ? null : row.ordinal("until_days");
      windows.put(
          row.required("cells"), new Window(isBySample, until, row.citation(), row.cited()));
    }
    for (var row : table("grafts", "code", "cells", "name", "citation")) {
      var cells = row.required("cells");
      if (!cells.equals(OWN_CELLS) && !windows.containsKey(cells)) {
        throw row.wrong("no window for " + cells, "give it a row in windows.tsv");
      }
      grafts.put(Prefixes.key(row.required("code")), cells);
    }
    for (var row : table("tissues", "tissue", "name", "citation")) {
      ownTissues.add(Prefixes.key(row.required("tissue")));
    }
    for (var row : table("karyotypes", "stated", "sex_chromosomes", "citation")) {
      var chromosomes = row.required("sex_chromosomes");
      if (!chromosomes.matches("X+Y*")) {
        throw row.wrong(chromosomes + " are no sex chromosomes", "write X and Y, such as XXY");
      }
      karyotypes.put(row.required("stated"), Karyotype.of(chromosomes));
    }
    for (var row : table("blood_groups", "code", "name", "citation")) {
      bloodGroups.add(Prefixes.key(row.required("code")));
    }
  }

  /// The tables that ship.
  static IdentityRules shipped() {
    return new IdentityRules();
  }

  private List<TableRow> table(String name, String... columns) {
    var file = name + ".tsv";
    try (var in = IdentityRules.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("rule table " + FOLDER + file + " is not there");
      }
      var table = Table.read(FOLDER + file, in.readAllBytes());
      table.requireColumns(List.of(columns)).requireUnique(List.of(columns[0]));
      digests.put(name, table.file().hash());
      return table.rows();
    } catch (IOException e) {
      throw new UncheckedIOException(FOLDER + file, e);
    }
  }

  /// Digests of the tables, by name.
  SortedMap<String, Sha256> digests() {
    return digests;
  }

  private Threshold threshold(String rule) {
    var threshold = thresholds.get(rule);
    if (threshold == null) {
      throw new TableException(FOLDER + "thresholds.tsv", "no rule " + rule, "give it a row");
    }
    return threshold;
  }

  /// The number of a rule.
  double number(String rule) {
    return threshold(rule).value();
  }

  /// Rules as nodes of an explanation.
  List<Explanation> applied(String... rules) {
    var nodes = new ArrayList<Explanation>();
    for (var rule : rules) {
      var threshold = threshold(rule);
      nodes.add(
          new Explanation.Rule(
              rule,
              IdentityInterpreter.VERSION,
              threshold.citation(),
              Details.of("limit", Numbered.of(threshold.value())),
              threshold.row(),
              List.of()));
    }
    return nodes;
  }

  /// What kind of cells a procedure brings, or null where no row knows it.
  @Nullable String cells(String code) {
    return grafts.get(Prefixes.key(code));
  }

  /// How long such cells count.
  ///
  /// @throws IllegalArgumentException for one's own
  Window window(String cells) {
    var window = windows.get(cells);
    if (window == null) {
      throw new IllegalArgumentException("no window for " + cells);
    }
    return window;
  }

  /// Whether a tissue holds the person's own cells whatever was given into the blood.
  boolean isOwn(String tissue) {
    return ownTissues.contains(Prefixes.key(tissue));
  }

  /// Whether an assay tells a blood group.
  boolean isBloodGroup(String code) {
    return bloodGroups.contains(Prefixes.key(code));
  }

  /// What a stated sex or karyotype means, or null where no row knows it.
  @Nullable Karyotype karyotype(String stated) {
    return karyotypes.get(stated);
  }

  /// Codes that bring cells.
  Set<String> graftCodes() {
    return grafts.keySet();
  }
}
