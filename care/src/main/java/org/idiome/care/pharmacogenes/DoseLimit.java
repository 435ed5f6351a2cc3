package org.idiome.care.pharmacogenes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Statement;
import org.idiome.core.quantity.Magnitude;
import org.idiome.knowledge.pharmacogene.AdviceStep;
import org.idiome.profile.Profile;
import org.jspecify.annotations.Nullable;

/// The greatest dose a day that a guideline sets for a drug that is taken, beside the dose on
/// record.
///
/// Several limits stay where they depend on what is not read, such as the form of the drug; a dose
/// is then above them if it is above each, and within them if it is within each.
///
/// @param details of the limits, the dose and how they stand to each other
/// @param steps that set the limits
record DoseLimit(Details details, List<AdviceStep> steps) {
  private static final String PER_DAY = "mg/d";
  private static final String NOT_COMPARED = "not_compared";

  DoseLimit {
    steps = List.copyOf(steps);
  }

  /// The limit of the source that sets the lowest, or null where none sets any.
  static @Nullable DoseLimit of(
      List<Outcome.Answered> answered,
      List<Taken.Entry> taken,
      Profile profile,
      EngineRules rules) {
    var bySource = new TreeMap<String, List<AdviceStep>>();
    for (var outcome : answered) {
      for (var one : outcome.best()) {
        for (var step : one.confirmed() ? one.steps() : List.<AdviceStep>of()) {
          if (isLimit(step) && UrgentStep.mayHoldFor(outcome.guideline(), profile, rules)) {
            bySource.computeIfAbsent(one.source(), _ -> new ArrayList<>()).add(step);
          }
        }
      }
    }
    DoseLimit lowest = null;
    BigDecimal least = null;
    var dose = perDay(taken, rules);
    for (var entry : bySource.entrySet()) {
      var first = limits(entry.getValue()).first();
      if (!taken.isEmpty() && (least == null || first.compareTo(least) < 0)) {
        lowest = of(entry.getKey(), entry.getValue(), dose);
        least = first;
      }
    }
    return lowest;
  }

  private static DoseLimit of(String source, List<AdviceStep> steps, @Nullable BigDecimal dose) {
    var limits = limits(steps);
    var values = limits.stream().map(DoseLimit::value).toList();
    var standing = standing(dose, limits);
    var details =
        Details.of("dose_limit", values.size() == 1 ? values.getFirst() : new Value.Several(values))
            .text("dose_limit_source", source)
            .word("dose_standing", standing);
    return new DoseLimit(
        dose == null || standing.equals(NOT_COMPARED)
            ? details
            : details.with("dose_taken", value(dose)),
        steps);
  }

  private static String standing(@Nullable BigDecimal dose, SortedSet<BigDecimal> limits) {
    if (dose != null && dose.compareTo(limits.last()) > 0) {
      return "above_limit";
    }
    return dose != null && dose.compareTo(limits.first()) <= 0 ? "within_limit" : NOT_COMPARED;
  }

  private static Value value(BigDecimal milligrams) {
    return Value.number(milligrams.doubleValue(), PER_DAY);
  }

  private static boolean isLimit(AdviceStep step) {
    return step.mode() == AdviceStep.Mode.DO
        && step.action() == AdviceStep.Action.LIMIT_DOSE
        && step.doseMgPerDay() != null;
  }

  private static SortedSet<BigDecimal> limits(List<AdviceStep> steps) {
    var limits = new TreeSet<BigDecimal>();
    for (var step : steps) {
      if (step.doseMgPerDay() != null) {
        limits.add(step.doseMgPerDay());
      }
    }
    return limits;
  }

  /// The dose a day in milligrams, where one statement tells it; of several, nobody says whether
  /// they add up.
  private static @Nullable BigDecimal perDay(List<Taken.Entry> taken, EngineRules rules) {
    return taken.size() == 1 ? perDay(taken.getFirst().statement(), rules) : null;
  }

  private static @Nullable BigDecimal perDay(Statement statement, EngineRules rules) {
    var dose = statement.qualifier("dose");
    if (dose == null
        || !(dose.value() instanceof Value.Measured measured)
        || !(measured.amount().magnitude() instanceof Magnitude.Exact exact)) {
      return null;
    }
    var milligrams = BigDecimal.valueOf(exact.value());
    return switch (measured.amount().unit().text()) {
      case PER_DAY -> milligrams;
      case "mg" -> {
        var times = timesPerDay(statement, rules);
        yield times == null ? null : milligrams.multiply(BigDecimal.valueOf(times));
      }
      default -> null;
    };
  }

  private static @Nullable Integer timesPerDay(Statement statement, EngineRules rules) {
    var frequency = statement.qualifier("frequency");
    return frequency != null && frequency.value() instanceof Value.Thing thing
        ? rules.timesPerDay(thing.coded())
        : null;
  }

  /// What an explanation says of it, with the rows of the limits.
  Explanation.Claim claim() {
    var rows = steps.stream().<Explanation>map(step -> Rows.known(step.row())).toList();
    return new Explanation.Claim("dose_limit", details, rows);
  }
}
