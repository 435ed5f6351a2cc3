package org.idiome.care.pharmacogenes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Value;
import org.idiome.knowledge.pharmacogene.AdviceStep;
import org.idiome.knowledge.pharmacogene.Recommendation;
import org.jspecify.annotations.Nullable;

/// What a guideline says for one lookup or, with the same consequence, for several.
///
/// @param recommendation null where the guideline has no row for the lookup, or the source no
///   answer
/// @param lookups those that lead here, the best first
record Advised(@Nullable Recommendation recommendation, List<Lookup> lookups) {
  Advised {
    lookups = List.copyOf(lookups);
  }

  /// Whether it follows from the answers that decide.
  boolean isBest() {
    return lookups.getFirst().isBest();
  }

  /// What a guideline says for each lookup, those of one consequence joined.
  ///
  /// @param rows of one source, drug, set of genes and population
  static List<Advised> of(List<Lookup> lookups, List<Recommendation> rows) {
    var byConsequence = new LinkedHashMap<String, List<Lookup>>();
    var recommendations = new LinkedHashMap<String, Recommendation>();
    for (var lookup : lookups) {
      Recommendation found = null;
      for (var row : rows) {
        if (found == null && !lookup.keys().isEmpty() && row.answers(lookup.keys())) {
          found = row;
        }
      }
      var consequence =
          found != null
              ? consequence(found)
              : lookup.keys().isEmpty() ? "no answer" : "no row " + lookup.text();
      if (found != null) {
        recommendations.putIfAbsent(consequence, found);
      }
      byConsequence.computeIfAbsent(consequence, _ -> new ArrayList<>()).add(lookup);
    }
    var advised = new ArrayList<Advised>();
    for (Map.Entry<String, List<Lookup>> entry : byConsequence.entrySet()) {
      advised.add(new Advised(recommendations.get(entry.getKey()), entry.getValue()));
    }
    return advised;
  }

  /// Classification and steps, without where they stand.
  private static String consequence(Recommendation recommendation) {
    var text = new StringBuilder().append(recommendation.classification());
    recommendation.steps().forEach(step -> text.append('|').append(details(step)));
    return text.toString();
  }

  /// A step as named values.
  static Details details(AdviceStep step) {
    var details =
        Details.NONE.word("mode", step.mode().code()).word("action", step.action().code());
    if (step.phase() != null) {
      details = details.word("phase", step.phase().code());
    }
    if (step.dosePercentFrom() != null && step.dosePercentTo() != null) {
      details =
          details
              .with("dose_percent_from", percent(step.dosePercentFrom()))
              .with("dose_percent_to", percent(step.dosePercentTo()));
    }
    if (step.doseMgPerDay() != null) {
      details =
          details.with("dose_per_day", Value.number(step.doseMgPerDay().doubleValue(), "mg/d"));
    }
    if (!step.agents().isEmpty()) {
      details = details.with("agents", Value.texts(step.agents()));
    }
    if (!step.when().isEmpty()) {
      details =
          details.with(
              "when",
              new Value.Several(
                  step.when().stream().<Value>map(one -> new Value.Word(one.code())).toList()));
    }
    return details;
  }

  private static Value percent(BigDecimal number) {
    return Value.number(number.doubleValue(), "%");
  }
}
