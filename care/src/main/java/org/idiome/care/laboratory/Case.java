package org.idiome.care.laboratory;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.concept.Citation;
import org.idiome.core.concept.LoincCode;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Explanation.Note;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.Value;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;
import org.idiome.knowledge.laboratory.BiologicalVariation;
import org.idiome.profile.Profile;
import org.idiome.profile.units.Units;
import org.jspecify.annotations.Nullable;

/// One series with everything that its questions need.
record Case(
    Profile profile,
    LaboratoryRules rules,
    Units units,
    Series series,
    Basis basis,
    Comparison comparison,
    LostRows lost,
    @Nullable Contradicted contradicted) {

  /// A value that was used, its time and the row that it stands in, marked.
  Explanation.Used used(String code, Reading reading) {
    var number =
        switch (reading.magnitude()) {
          case Magnitude.Exact exact -> exact.value();
          case Magnitude.Below below -> below.limit();
          case Magnitude.Above above -> above.limit();
          case Magnitude.Missing _ -> Double.NaN;
        };
    var because = new ArrayList<Explanation>();
    because.add(new Explanation.Used("time", new Value.Time(reading.when()), List.of()));
    for (var row : reading.rows()) {
      var cited = profile.cite(row, null).row();
      because.add(new Explanation.Row(cited.marked(ValueMark.find(cited.text(), number))));
    }
    return new Explanation.Used(code, new Value.Measured(reading.amount()), because);
  }

  /// The last of the latest values as details; none where there is no value.
  Details value() {
    if (series.isEmpty()) {
      return Details.NONE;
    }
    var latest = series.latest().getLast();
    return Details.NONE
        .with("value", new Value.Measured(latest.amount()))
        .with("time", new Value.Time(latest.when()));
  }

  /// The latest values, each as a leaf; of many the first and the last.
  List<Explanation> latest() {
    return ends("latest_value", series.latest());
  }

  /// What may have come last, with a number and without.
  List<Explanation> values() {
    var leaves = new ArrayList<>(latest());
    leaves.addAll(ends("tried", series.tried()));
    return leaves;
  }

  /// The last number before, where none stands for the latest; else nothing.
  List<Explanation> overtaken() {
    return series.isEmpty() && !series.earlier().isEmpty()
        ? List.of(used("earlier_value", series.earlier().getLast()))
        : List.of();
  }

  /// A list of readings as leaves; of many the first and the last.
  List<Explanation> ends(String code, List<Reading> readings) {
    var leaves = new ArrayList<Explanation>();
    if (readings.isEmpty()) {
      return leaves;
    }
    leaves.add(used(code, readings.getFirst()));
    if (readings.size() > 1) {
      leaves.add(used(code, readings.getLast()));
    }
    return leaves;
  }

  /// A rule of a table that was applied.
  static Explanation.Rule rule(
      LaboratoryRules.Threshold threshold, Details details, List<Explanation> children) {
    return new Explanation.Rule(
        threshold.name(),
        LaboratoryInterpreter.VERSION,
        threshold.citation(),
        details.with("value", number(threshold.number())),
        threshold.row(),
        children);
  }

  /// The published variation and what was made of it.
  List<Explanation> variation(Basis.Usable usable) {
    var published = usable.variation();
    var leaves = new ArrayList<Explanation>();
    leaves.add(
        new Explanation.Rule(
            "biological_variation",
            LaboratoryInterpreter.VERSION,
            published.citation(),
            Details.NONE
                .with("within_subject", percent(usable.within()))
                .with("analytical", percent(usable.analytical())),
            published.row(),
            List.of()));
    leaves.add(limit("variation_of_healthy_people"));
    leaves.add(
        limit(
            usable.isAnalyticalOfStudy()
                ? "analytical_variation_of_the_study"
                : "analytical_variation_assumed"));
    if (!usable.isAgeKnown()) {
      leaves.add(limit("age_not_known"));
    }
    if (published.method() != null) {
      leaves.add(
          new Note(
              Note.Kind.LIMIT,
              "variation_holds_for_method",
              Details.NONE.text("method", published.method())));
    }
    for (var caveat : published.caveats()) {
      if (caveat == BiologicalVariation.Caveat.SEX_DIFFERENCE) {
        leaves.add(limit("variation_differs_by_sex"));
      }
    }
    return leaves;
  }

  /// What was left out of the comparison, and why; nothing where nothing was.
  List<Explanation> leftOut() {
    var notes = new ArrayList<Explanation>();
    count(notes, "left_out_other_method", comparison.otherMethod());
    count(notes, "left_out_other_unit", comparison.otherUnit());
    count(notes, "measured_without_a_number", series.missing().size());
    return notes;
  }

  private static void count(List<Explanation> notes, String code, int count) {
    if (count > 0) {
      notes.add(new Note(Note.Kind.LIMIT, code, Details.NONE.count("count", count)));
    }
  }

  static Note limit(String code) {
    return new Note(Note.Kind.LIMIT, code, Details.NONE);
  }

  /// Whether nothing is known of the feature, and its code may be one that knowledge speaks about.
  boolean isCodeWithoutSystem(ReasonCode reason) {
    return reason == ReasonCode.NO_KNOWLEDGE && LoincCode.isBare(series.feature().id());
  }

  /// Why it is open which of several values counts.
  ReasonCode order() {
    return contradicted == null ? ReasonCode.ORDER_NOT_KNOWN : ReasonCode.CONFLICTING_STATEMENTS;
  }

  /// Why nothing is claimed, and what would settle it.
  static List<Explanation> reasons(ReasonCode reason, String settles) {
    return List.of(
        new Note(Note.Kind.REASON, reason.code(), Details.NONE),
        new Note(Note.Kind.SETTLES, settles, Details.NONE));
  }

  static Value percent(double fraction) {
    return Value.number(100 * fraction, "%");
  }

  static Value number(double number) {
    return Value.number(number, "1");
  }

  Value measured(double number) {
    return measured(number, comparison.unit());
  }

  static Value measured(double number, Unit unit) {
    return new Value.Measured(new Amount(new Magnitude.Exact(number), unit));
  }

  /// The citation of a threshold.
  Citation citation(String threshold) {
    return rules.threshold(threshold).citation();
  }
}
