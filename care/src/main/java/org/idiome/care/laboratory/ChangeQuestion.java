package org.idiome.care.laboratory;

import java.util.ArrayList;
import java.util.List;
import org.idiome.care.laboratory.Span.Side;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;

/// Did the latest value change from the one before it by more than chance?
///
/// *Found*: beyond the reference change value, a flag; an alert where it stays so among all
/// comparisons of the year. *Excluded*: within, the reference change value being the limit.
final class ChangeQuestion {
  static final String KIND = "change";
  private static final Unit PERCENT = Unit.ucum("%");

  private ChangeQuestion() {}

  static Answer answer(Case one, YearOfLooks looks) {
    var fault = Preconditions.fault(one, 1);
    if (fault != null || !(one.basis() instanceof Basis.Usable usable)) {
      var reason = fault == null ? ReasonCode.NO_KNOWLEDGE : fault;
      return Preconditions.refused(one, KIND, reason);
    }
    var pair = one.comparison().pairsOfTheYear().getLast();
    var unfit = Preconditions.unfit(one, usable, pair.points());
    if (unfit != null) {
      return Preconditions.refused(one, KIND, unfit);
    }
    double z = one.rules().threshold("change_z").number();
    double up = ReferenceChange.up(z, usable.logSpread());
    double down = ReferenceChange.down(z, usable.logSpread());
    var ratio = pair.ratio();
    var side = ratio.against(1 + down, 1 + up);
    if (side == Side.CANNOT_BE_SAID) {
      return Preconditions.refused(one, KIND, undecided(one));
    }
    boolean isAlert = side != Side.WITHIN && looks.isAlert(one.series());
    var details = details(one, ratio, up, down);
    var because =
        because(one, usable, looks, pair.before(), Details.NONE.with("z", Case.number(z)));
    if (side == Side.WITHIN) {
      var strength = one.rules().strength(KIND, "excluded", "any");
      return new Answer(KIND, "within_change", new State.Excluded(details), strength, because);
    }
    because.addAll(Meanwhile.between(one, Preconditions.readings(pair.before())));
    var found =
        details
            .word("direction", side == Side.BELOW ? "down" : "up")
            .word("certainty", isAlert ? "alert" : "flag");
    return new Answer(
        KIND,
        "beyond_change",
        State.found(found),
        one.rules().strength(KIND, "found", isAlert ? "alert" : "flag"),
        because);
  }

  private static ReasonCode undecided(Case one) {
    boolean isCensored =
        one.series().latest().stream().anyMatch(Reading::isCensored)
            || one.comparison().previous().stream().anyMatch(value -> !value.isExact());
    return isCensored ? ReasonCode.VALUE_CENSORED : one.order();
  }

  private static Details details(Case one, Span ratio, double up, double down) {
    var before = one.comparison().previous().getLast().reading();
    return one.value()
        .with("previous_value", new Value.Measured(before.amount()))
        .with("previous_time", new Value.Time(before.when()))
        .with("change", new Value.Measured(new Amount(change(ratio), PERCENT)))
        .with("limit_up", Case.percent(up))
        .with("limit_down", Case.percent(down))
        .count("earlier_values", one.comparison().earlier().size());
  }

  /// The change in percent; a bound where a value is censored or one of several.
  private static Magnitude change(Span ratio) {
    if (ratio.isPoint()) {
      return new Magnitude.Exact(100 * (ratio.low() - 1));
    }
    return ratio.low() >= 1 || Double.isInfinite(ratio.high())
        ? new Magnitude.Above(100 * (ratio.low() - 1), ratio.holdsLow())
        : new Magnitude.Below(100 * (ratio.high() - 1), ratio.holdsHigh());
  }

  private static List<Explanation> because(
      Case one,
      Basis.Usable usable,
      YearOfLooks looks,
      List<Comparison.Point> previous,
      Details method) {
    var because = new ArrayList<>(one.latest());
    because.addAll(one.ends("previous_value", Preconditions.readings(previous)));
    because.add(Case.rule(one.rules().threshold("change_z"), method, one.variation(usable)));
    because.add(looks.explained(one));
    if (one.comparison().earlier().size() == 1) {
      because.add(Case.limit("one_earlier_value"));
    }
    because.addAll(one.leftOut());
    return because;
  }
}
