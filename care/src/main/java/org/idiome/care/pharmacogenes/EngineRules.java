package org.idiome.care.pharmacogenes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.care.pharmacogenes.observe.Quality;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Strength;
import org.idiome.core.time.AgeAt;
import org.idiome.knowledge.pharmacogene.AdviceStep;
import org.idiome.knowledge.pharmacogene.AlleleFunction;
import org.idiome.knowledge.pharmacogene.Recommendation;
import org.idiome.knowledge.table.Table;
import org.idiome.knowledge.table.TableException;
import org.idiome.knowledge.table.TableRow;
import org.idiome.profile.Profile;
import org.jspecify.annotations.Nullable;

/// The thresholds and orders of this engine, read from the tables beside it.
///
/// Immutable; safe for several threads. A fault in a table throws [TableException].
final class EngineRules {
  private final SortedMap<String, Sha256> digests = new TreeMap<>();
  private final Quality least;
  private final TableRow qualityRow;
  private final TableRow depthRow;
  private final List<String> sources;
  private final Map<String, Level> levels = new TreeMap<>();
  private final Map<String, Strength.Level> strengths = new TreeMap<>();
  private final Map<String, Boolean> limitsPerson = new TreeMap<>();
  private final Map<String, Population> ages = new TreeMap<>();
  private final Map<String, Integer> timesPerDay = new TreeMap<>();
  private final Map<String, Population> populations = new TreeMap<>();
  private final List<Urgency> urgencies = new ArrayList<>();
  private final Map<String, Remedy> remedies = new TreeMap<>();
  private final int mismatchesLeast;

  /// How much an allele does, on a scale of our own that only orders.
  ///
  /// @param isComparable whether anything may be concluded from the order
  record Level(BigDecimal value, boolean isComparable) {}

  /// Whom a population holds for.
  ///
  /// @param from completed years, or null for any
  /// @param below completed years, or null for any
  record Population(@Nullable Integer from, @Nullable Integer below, TableRow row) {
    /// Whether a person may be of it; one whose age is not known may.
    boolean mayHoldFor(Profile profile) {
      var born = profile.individual().born();
      return switch (AgeAt.of(born, profile.at(), AgeAt.LeapBirthday.MARCH_1)) {
        case AgeAt.CannotBeSaid _ -> true;
        case AgeAt.Years years ->
            (from == null || years.most() >= from) && (below == null || years.least() < below);
      };
    }
  }

  /// How urgent a step is.
  ///
  /// @param least least strength, or null for any
  /// @param considered advice where the drug is not taken, or null for none
  record Urgency(
      AdviceStep.Mode mode,
      AdviceStep.Action action,
      Strength.@Nullable Level least,
      boolean isConditional,
      String code,
      Call taken,
      @Nullable Call considered,
      TableRow row) {

    /// Verb and priority.
    record Call(Advice.Verb verb, Advice.Priority priority) {}

    /// The advice to one who takes the drug or does not, or null for none.
    @Nullable Call call(boolean isTaken) {
      return isTaken ? taken : considered;
    }

    /// Whether it comes before another one in the table.
    boolean isBefore(Urgency other) {
      return row.ordinal("rank") < other.row.ordinal("rank");
    }
  }

  private EngineRules() {
    var thresholds = table("thresholds", List.of("rule", "value", "unit", "citation"));
    depthRow = row(thresholds, "depth_least");
    qualityRow = row(thresholds, "genotype_quality_least");
    least = new Quality(qualityRow.ordinal("value"), depthRow.ordinal("value"));
    mismatchesLeast = row(thresholds, "reference_mismatches_least").ordinal("value");
    sources =
        table("sources", List.of("rank", "source", "citation")).rows().stream()
            .sorted(Comparator.comparingInt(row -> row.ordinal("rank")))
            .map(row -> row.required("source"))
            .toList();
    for (var row : rows("function_levels", "function", "level", "comparable", "citation")) {
      var value = row.decimal("level");
      if (value == null) {
        throw row.wrong("no level", "give it a number");
      }
      levels.put(row.required("function"), new Level(value, row.flag("comparable")));
    }
    for (var row : rows("strength", "source", "classification", "level", "citation")) {
      strengths.put(
          row.required("source") + "|" + row.required("classification"),
          row.code("level", Strength.Level.values()));
    }
    readCircumstances();
    for (var row :
        rows("populations", "population", "age_from_years", "age_below_years", "citation")) {
      populations.put(
          row.required("population"),
          new Population(years(row, "age_from_years"), years(row, "age_below_years"), row));
    }
    readUrgencies();
    readRemedies();
  }

  private void readCircumstances() {
    for (var row :
        rows(
            "circumstances",
            "circumstance",
            "limits",
            "age_from_years",
            "age_below_years",
            "citation")) {
      var code = row.required("circumstance");
      limitsPerson.put(code, row.required("limits").equals("person"));
      var from = years(row, "age_from_years");
      var below = years(row, "age_below_years");
      if (from != null || below != null) {
        ages.put(code, new Population(from, below, row));
      }
    }
    for (var row : rows("frequencies", "frequency", "per_day", "citation")) {
      timesPerDay.put(row.required("frequency").toLowerCase(Locale.ROOT), row.ordinal("per_day"));
    }
  }

  private void readRemedies() {
    for (var row :
        rows(
            "remedies",
            "cause",
            "settles",
            "raised_by",
            "advice",
            "priority",
            "considered_advice",
            "considered_priority",
            "citation")) {
      remedies.put(
          row.required("cause"),
          new Remedy(
              row.required("settles"),
              row.code("raised_by", Remedy.RaisedBy.values()),
              advised(row, "advice", "priority"),
              advised(row, "considered_advice", "considered_priority")));
    }
  }

  private static Remedy.@Nullable Advised advised(TableRow row, String code, String priority) {
    var what = row.optional(code);
    var when = row.optionalCode(priority, Advice.Priority.values());
    return what == null || when == null ? null : new Remedy.Advised(what, when);
  }

  /// The rules that ship with this release.
  static EngineRules shipped() {
    return new EngineRules();
  }

  private void readUrgencies() {
    for (var row :
        rows(
            "advice",
            "rank",
            "mode",
            "action",
            "least_level",
            "conditional",
            "code",
            "taken_verb",
            "taken_priority",
            "considered_verb",
            "considered_priority",
            "citation")) {
      var taken = call(row, "taken_verb", "taken_priority");
      if (taken == null || row.ordinal("rank") != urgencies.size() + 1) {
        throw row.wrong("no advice for a drug taken, or out of order", "complete and sort it");
      }
      urgencies.add(
          new Urgency(
              row.code("mode", AdviceStep.Mode.values()),
              row.code("action", AdviceStep.Action.values()),
              row.optionalCode("least_level", Strength.Level.values()),
              row.flag("conditional"),
              row.required("code"),
              taken,
              call(row, "considered_verb", "considered_priority"),
              row));
    }
  }

  private static Urgency.@Nullable Call call(TableRow row, String verb, String priority) {
    var what = row.optionalCode(verb, Advice.Verb.values());
    var when = row.optionalCode(priority, Advice.Priority.values());
    return what == null || when == null ? null : new Urgency.Call(what, when);
  }

  private static @Nullable Integer years(TableRow row, String column) {
    return row.optional(column) == null ? null : row.ordinal(column);
  }

  private List<TableRow> rows(String name, String... columns) {
    return table(name, List.of(columns)).rows();
  }

  private Table table(String name, List<String> columns) {
    var path = name + ".tsv";
    try (var stream = EngineRules.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new TableException(path, "not among the resources", "build Idiome again");
      }
      var table = Table.read("pharmacogenes/" + path, stream.readAllBytes());
      digests.put(name, table.file().hash());
      table.rows().forEach(TableRow::citation);
      return table.requireColumns(columns);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private static TableRow row(Table table, String rule) {
    for (var row : table.rows()) {
      if (row.required("rule").equals(rule)) {
        return row;
      }
    }
    throw new TableException(table.file().name(), "no rule " + rule, "give it a row");
  }

  /// Digests of the tables by name.
  SortedMap<String, Sha256> digests() {
    return digests;
  }

  /// The least quality of a genotype.
  Quality least() {
    return least;
  }

  /// The rows that say so.
  List<TableRow> leastRows() {
    return List.of(qualityRow, depthRow);
  }

  /// Positions with other reference bases than the build has, from which on a file is in doubt.
  int mismatchesLeast() {
    return mismatchesLeast;
  }

  /// What would settle a question that stays open for a cause, or null where no row says.
  @Nullable Remedy remedy(String cause) {
    return remedies.get(cause);
  }

  /// Sources in the order in which one of them stands for all in a table of one phenotype.
  List<String> sources() {
    return sources;
  }

  /// How much an allele does; what the table does not know is not comparable.
  Level level(AlleleFunction function) {
    var level = levels.get(function.function());
    return level == null ? new Level(new BigDecimal("1.75"), false) : level;
  }

  /// Our step of the ladder for a source's own classification, or null where it has none.
  Strength.@Nullable Level strength(String source, @Nullable String classification) {
    return classification == null ? null : strengths.get(source + "|" + classification);
  }

  /// The strength of a recommendation with the source's own grade, or null where it has none.
  @Nullable Strength strength(Recommendation one) {
    var level = strength(one.source(), one.classification());
    return level == null ? null : new Strength(level, one.grade());
  }

  /// The population of a code, or null where it holds for anybody.
  @Nullable Population population(String code) {
    return populations.get(code);
  }

  /// Whether a step holds only for some of the persons that the recommendation is about.
  boolean isConditional(AdviceStep step) {
    return step.when().stream()
        .anyMatch(when -> limitsPerson.getOrDefault(when.code(), Boolean.TRUE));
  }

  /// Whether a step may hold for a person, as far as its circumstances tell ages.
  boolean mayHoldFor(AdviceStep step, Profile profile) {
    for (var when : step.when()) {
      var age = ages.get(when.code());
      if (age != null && !age.mayHoldFor(profile)) {
        return false;
      }
    }
    return true;
  }

  /// How many doses a day a frequency means, or null where no row says.
  @Nullable Integer timesPerDay(Coded frequency) {
    return timesPerDay.get(frequency.id().toLowerCase(Locale.ROOT));
  }

  /// How urgent a step is: the first rule that fits, or null where none does.
  @Nullable Urgency urgency(AdviceStep step, Strength.@Nullable Level strength) {
    for (var rule : urgencies) {
      boolean fits =
          rule.mode() == step.mode()
              && rule.action() == step.action()
              && rule.isConditional() == isConditional(step);
      var needed = rule.least();
      if (fits && (needed == null || (strength != null && strength.compareTo(needed) >= 0))) {
        return rule;
      }
    }
    return null;
  }
}
