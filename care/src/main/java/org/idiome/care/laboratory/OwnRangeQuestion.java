package org.idiome.care.laboratory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.idiome.care.laboratory.Comparison.Point;
import org.idiome.care.laboratory.Span.Side;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;

/// Does the latest value lie outside of the interval of the person's own earlier values?
///
/// *Found*: outside, below or above. *Excluded*: within, the interval being the limit. Needs three
/// earlier values at different times, all exact, and no trend among them.
final class OwnRangeQuestion {
  static final String KIND = "own_range";

  private OwnRangeQuestion() {}

  static Answer answer(Case one) {
    int least = one.rules().threshold("own_range_least_values").count();
    var fault = Preconditions.fault(one, least);
    if (fault != null || !(one.basis() instanceof Basis.Usable usable)) {
      return Preconditions.refused(one, KIND, fault == null ? ReasonCode.NO_KNOWLEDGE : fault);
    }
    var all = one.comparison().earlier();
    int most = one.rules().threshold("own_range_most_values").count();
    var earlier = all.subList(Math.max(0, all.size() - most), all.size());
    var times = new HashSet<>(earlier.stream().map(value -> value.reading().when()).toList());
    if (times.size() < least) {
      return Preconditions.refused(one, KIND, ReasonCode.TOO_FEW_VALUES);
    }
    for (var value : earlier) {
      if (!value.isExact()) {
        var censored = new Preconditions.Unfit(value, ReasonCode.VALUE_CENSORED);
        return Preconditions.refused(one, KIND, censored);
      }
    }
    var unfit =
        Preconditions.unfit(
            one, usable, new Comparison.Pair(earlier, one.comparison().latest()).points());
    if (unfit != null) {
      return Preconditions.refused(one, KIND, unfit);
    }
    var values = earlier.stream().mapToDouble(value -> value.span().low()).toArray();
    boolean isTrendTested = values.length >= one.rules().threshold("trend_least_values").count();
    double trendLimit = one.rules().threshold("trend_z").number();
    if (isTrendTested && Math.abs(Trend.z(values)) >= trendLimit) {
      return Preconditions.refused(one, KIND, ReasonCode.NO_STEADY_STATE);
    }
    return judged(one, usable, earlier, values, isTrendTested);
  }

  private static Answer judged(
      Case one, Basis.Usable usable, List<Point> earlier, double[] values, boolean isTrendTested) {
    double z = one.rules().threshold("own_range_z").number();
    double mean = PersonalInterval.mean(values);
    double half =
        PersonalInterval.halfWidth(values.length, z, usable.within(), usable.analytical());
    double low = mean * (1 - half);
    double high = mean * (1 + half);
    var side = Comparison.span(one.comparison().latest()).against(low, high);
    if (side == Side.CANNOT_BE_SAID) {
      boolean isCensored = one.series().latest().stream().anyMatch(Reading::isCensored);
      return Preconditions.refused(one, KIND, isCensored ? ReasonCode.VALUE_CENSORED : one.order());
    }
    var details =
        one.value()
            .with("own_mean", one.measured(mean))
            .with("own_low", one.measured(low))
            .with("own_high", one.measured(high))
            .count("earlier_values", values.length);
    var because = because(one, usable, earlier, z, isTrendTested);
    var condition = isTrendTested ? "long_series" : "short_series";
    if (side == Side.WITHIN) {
      var strength = one.rules().strength(KIND, "excluded", condition);
      return new Answer(KIND, "within_own_range", new State.Excluded(details), strength, because);
    }
    return new Answer(
        KIND,
        "outside_own_range",
        State.found(details.word("direction", side == Side.BELOW ? "below" : "above")),
        one.rules().strength(KIND, "found", condition),
        because);
  }

  private static List<Explanation> because(
      Case one, Basis.Usable usable, List<Point> earlier, double z, boolean isTrendTested) {
    var because = new ArrayList<>(one.latest());
    because.addAll(one.ends("earlier_value", Preconditions.readings(earlier)));
    var details = Details.NONE.with("z", Case.number(z)).count("earlier_values", earlier.size());
    because.add(Case.rule(one.rules().threshold("own_range_z"), details, one.variation(usable)));
    if (isTrendTested) {
      because.add(Case.rule(one.rules().threshold("trend_z"), Details.NONE, List.of()));
    } else {
      because.add(Case.limit("trend_not_excluded"));
    }
    because.addAll(one.leftOut());
    return because;
  }
}
