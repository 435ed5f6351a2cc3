package org.idiome.care.laboratory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.Citation;
import org.idiome.core.concept.Prefixes;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Strength;
import org.idiome.core.source.CitedRow;
import org.idiome.knowledge.table.Table;
import org.idiome.knowledge.table.TableRow;
import org.jspecify.annotations.Nullable;

/// The rule tables of this package: thresholds, strengths, advice and names of specimens.
final class LaboratoryRules {
  private static final String FOLDER = "org/idiome/care/laboratory/";

  /// A number of a method, with where it was published.
  record Threshold(String name, BigDecimal value, Citation citation, CitedRow row) {
    double number() {
      return value.doubleValue();
    }

    int count() {
      return value.intValueExact();
    }
  }

  /// What to do where several answers of one series coincide.
  ///
  /// @param isOfContradiction whether it is for a value that another file contradicts; else for one
  ///   outside of the laboratory's interval
  /// @param change `alert`, or `any`
  /// @param ownRange `outside`, or `any`
  record AdviceRule(
      boolean isOfContradiction,
      String code,
      String change,
      String ownRange,
      Advice.Verb verb,
      Advice.Priority priority,
      Citation citation,
      CitedRow row) {}

  private final SortedMap<String, Sha256> digests = new TreeMap<>();
  private final SortedMap<String, Threshold> thresholds = new TreeMap<>();
  private final SortedMap<String, Strength> strengths = new TreeMap<>();
  private final SortedMap<String, String> specimens = new TreeMap<>();
  private final List<AdviceRule> advice = new ArrayList<>();

  private LaboratoryRules() {
    for (var row : table("thresholds", "name", "value", "basis", "citation", "meaning")) {
      var value = row.decimal("value");
      if (value == null) {
        throw row.wrong("value is missing", "give a number");
      }
      var name = row.required("name");
      thresholds.put(name, new Threshold(name, value, row.citation(), row.cited()));
    }
    for (var row :
        table("strengths", "kind", "state", "condition", "level", "grade", "basis", "citation")) {
      var key = strengthKey(row.required("kind"), row.required("state"), row.required("condition"));
      var level = row.code("level", Strength.Level.values());
      row.citation();
      strengths.put(key, new Strength(level, row.optional("grade")));
    }
    readAdvice();
    for (var row : table("specimens", "stated", "kind", "citation")) {
      row.citation();
      specimens.put(key(row.required("stated")), row.required("kind"));
    }
  }

  private void readAdvice() {
    var rows =
        table(
            "advice",
            "code",
            "interval",
            "change",
            "own_range",
            "verb",
            "priority",
            "basis",
            "citation",
            "meaning");
    for (var row : rows) {
      var interval = row.required("interval");
      if (!interval.equals("outside") && !interval.equals("contradicted")) {
        throw row.wrong("interval is not outside", "advice rests on the laboratory's interval");
      }
      advice.add(
          new AdviceRule(
              interval.equals("contradicted"),
              row.required("code"),
              row.required("change"),
              row.required("own_range"),
              row.code("verb", Advice.Verb.values()),
              row.code("priority", Advice.Priority.values()),
              row.citation(),
              row.cited()));
    }
  }

  /// Reads and checks the tables.
  static LaboratoryRules read() {
    return new LaboratoryRules();
  }

  private List<TableRow> table(String name, String... columns) {
    var file = name + ".tsv";
    try (var in = LaboratoryRules.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("rule table " + FOLDER + file + " is not there");
      }
      var table = Table.read(FOLDER + file, in.readAllBytes());
      table.requireColumns(List.of(columns));
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

  /// A threshold that the tables must have.
  Threshold threshold(String name) {
    var threshold = thresholds.get(name);
    if (threshold == null) {
      throw new IllegalStateException("no threshold " + name);
    }
    return threshold;
  }

  /// The strength of an answer; every answer of this package has a row.
  Strength strength(String kind, String state, String condition) {
    var strength = strengths.get(strengthKey(kind, state, condition));
    if (strength == null) {
      throw new IllegalStateException("no strength for " + strengthKey(kind, state, condition));
    }
    return strength;
  }

  private static String strengthKey(String kind, String state, String condition) {
    return String.join(" ", kind, state, condition);
  }

  /// The first rule that fits a value outside of the laboratory's interval, or null.
  @Nullable AdviceRule advice(boolean changeAlerts, boolean isOutsideOwnRange) {
    for (var rule : advice) {
      if (rule.isOfContradiction()) {
        continue;
      }
      boolean changeFits = rule.change().equals("any") || changeAlerts;
      boolean rangeFits = rule.ownRange().equals("any") || isOutsideOwnRange;
      if (changeFits && rangeFits) {
        return rule;
      }
    }
    return null;
  }

  /// The rule for a latest value of which two files say two things, where that decides.
  AdviceRule contradicted() {
    return advice.stream()
        .filter(AdviceRule::isOfContradiction)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no advice where files contradict"));
  }

  /// The kind of a specimen by the text or code that a source gave it, or null.
  @Nullable String specimenKind(String stated) {
    return specimens.get(key(stated));
  }

  private static String key(String stated) {
    return Prefixes.key(stated).toLowerCase(Locale.ROOT);
  }
}
