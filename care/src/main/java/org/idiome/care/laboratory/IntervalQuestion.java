package org.idiome.care.laboratory;

import java.util.ArrayList;
import java.util.List;
import org.idiome.care.laboratory.Span.Side;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Does the latest value lie outside of the reference interval that came with it?
///
/// *Found*: outside, below or above. *Excluded*: within, the interval being the limit. Nothing is
/// said where no interval came with the value: intervals of others are not looked up.
final class IntervalQuestion {
  static final String KIND = "interval";

  private IntervalQuestion() {}

  static Answer answer(Case one) {
    var latest = one.series().latest();
    if (latest.isEmpty()) {
      return refused(one, ReasonCode.NO_VALUE);
    }
    Side side = null;
    boolean isOpen = !one.series().tried().isEmpty();
    for (var reading : latest) {
      var reference = reading.reference();
      if (reference == null) {
        return refused(one, ReasonCode.NO_REFERENCE_INTERVAL);
      }
      if (!reference.isUsable()) {
        return refused(one, ReasonCode.INTERVAL_NOT_USABLE);
      }
      if (isStrange(reading.unit()) || isStrange(reference.unit())) {
        return refused(one, ReasonCode.UNIT_NOT_UNDERSTOOD);
      }
      var limits = inUnitOfValue(one, reading, reference);
      if (limits == null) {
        return refused(one, ReasonCode.UNIT_NOT_COMPARABLE);
      }
      var own = side(reading.magnitude(), limits);
      side = side == null || side == own ? own : Side.CANNOT_BE_SAID;
    }
    if (isOpen || side == null || side == Side.CANNOT_BE_SAID) {
      boolean isCensored = latest.stream().anyMatch(Reading::isCensored);
      var reason = isCensored && !isOpen ? ReasonCode.VALUE_CENSORED : one.order();
      return refused(one, reason);
    }
    return answered(one, latest.getLast(), side);
  }

  /// Nobody can say what a number in such a unit is, nor whether its limits are meant in it.
  private static boolean isStrange(Unit unit) {
    return unit instanceof Unit.NotUnderstood;
  }

  /// The interval in the unit of its value; null where the two do not compare.
  private static @Nullable ReferenceInterval inUnitOfValue(
      Case one, Reading reading, ReferenceInterval reference) {
    if (reference.unit().equals(reading.unit())) {
      return reference;
    }
    var grams = Basis.gramsPerMole(one.basis().analyte(), one.series().feature());
    var low = reference.low();
    var high = reference.high();
    var from = reference.unit();
    var to = reading.unit();
    var newLow = low == null ? null : Comparison.convert(low, from, to, one.units(), grams);
    var newHigh = high == null ? null : Comparison.convert(high, from, to, one.units(), grams);
    boolean isLost = (low != null && newLow == null) || (high != null && newHigh == null);
    return isLost ? null : new ReferenceInterval(newLow, newHigh, to);
  }

  /// An interval that begins at 0 says that nothing lies below: a value below a limit is then
  /// between 0 and the limit.
  private static Side side(Magnitude magnitude, ReferenceInterval limits) {
    double low = limits.low() == null ? Double.NEGATIVE_INFINITY : limits.low();
    double high = limits.high() == null ? Double.POSITIVE_INFINITY : limits.high();
    var span = Span.of(magnitude, low == 0 ? 0 : Double.NEGATIVE_INFINITY);
    return span == null ? Side.CANNOT_BE_SAID : span.against(low, high);
  }

  private static Answer answered(Case one, Reading latest, Side side) {
    var details = details(one, latest);
    var because = new ArrayList<>(one.latest());
    if (latest.reference() != null && one.series().latest().size() == 1) {
      because.addAll(edges(latest.reference()));
    }
    because.addAll(individuality(one));
    if (latest.unit() instanceof Unit.NotStated) {
      because.add(Case.limit("unit_not_stated"));
    }
    because.add(Case.limit("interval_leaves_out_1_in_20"));
    if (side == Side.WITHIN) {
      var strength = one.rules().strength(KIND, "excluded", "any");
      return new Answer(KIND, "within_interval", new State.Excluded(details), strength, because);
    }
    var direction = details.word("direction", side == Side.BELOW ? "below" : "above");
    return new Answer(
        KIND,
        "outside_interval",
        State.found(direction),
        one.rules().strength(KIND, "found", "any"),
        because);
  }

  private static Details details(Case one, Reading latest) {
    var details = one.value().count("values", one.series().size());
    var reference = latest.reference();
    if (reference != null && reference.low() != null) {
      details = details.with("reference_low", Case.measured(reference.low(), reference.unit()));
    }
    if (reference != null && reference.high() != null) {
      details = details.with("reference_high", Case.measured(reference.high(), reference.unit()));
    }
    return details;
  }

  private static List<Explanation> edges(ReferenceInterval reference) {
    var edges = new ArrayList<Explanation>();
    if (reference.low() != null) {
      var low = Case.measured(reference.low(), reference.unit());
      edges.add(new Explanation.Used("reference_low", low, List.of()));
    }
    if (reference.high() != null) {
      var high = Case.measured(reference.high(), reference.unit());
      edges.add(new Explanation.Used("reference_high", high, List.of()));
    }
    return edges;
  }

  /// How well any population's interval serves one person, where that is known.
  private static List<Explanation> individuality(Case one) {
    if (!(one.basis() instanceof Basis.Usable usable) || usable.variation().between() == null) {
      return List.of();
    }
    var study = usable.variation().analytical();
    double index =
        ReferenceChange.individuality(
            usable.within(),
            study == null ? 0 : study.doubleValue() / 100,
            usable.variation().between().doubleValue() / 100);
    var low = one.rules().threshold("individuality_low");
    var high = one.rules().threshold("individuality_high");
    var row = new Explanation.Row(usable.variation().row());
    var value = Details.NONE.with("index", Case.number(index));
    if (index < low.number()) {
      return List.of(
          Case.rule(low, value, List.of(row)), Case.limit("interval_hides_personal_change"));
    }
    return index > high.number() ? List.of(Case.rule(high, value, List.of(row))) : List.of();
  }

  private static Answer refused(Case one, ReasonCode reason) {
    var because = new ArrayList<>(one.values());
    because.addAll(one.overtaken());
    var settles =
        switch (reason) {
          case NO_REFERENCE_INTERVAL -> "reference_interval_of_the_laboratory";
          case INTERVAL_NOT_USABLE -> "interval_as_two_numbers";
          case UNIT_NOT_UNDERSTOOD -> "unit_as_a_code";
          case UNIT_NOT_COMPARABLE -> "value_and_interval_in_one_unit";
          case CONFLICTING_STATEMENTS -> Contradicted.SETTLES;
          case ORDER_NOT_KNOWN -> "time_of_each_value";
          default -> "measure_again";
        };
    because.addAll(Case.reasons(reason, settles));
    return Answer.notAssessed(one, KIND, reason, because);
  }
}
