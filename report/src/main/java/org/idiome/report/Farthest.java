package org.idiome.report;

import java.util.Comparator;
import java.util.List;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Strength;
import org.idiome.core.finding.Value;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.jspecify.annotations.Nullable;

/// The order of what is worth a look, as `docs/methods/laboratory.md` states it: what lies farthest
/// outside of the laboratory's interval first.
///
/// A distance is counted in widths of the interval, where one end alone is stated in that end. It
/// says where to look first, not what is dangerous: no table of critical values is read.
final class Farthest implements Comparator<Finding> {
  private static final String OUTSIDE = "outside_interval";

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Farthest::isElse)
          .thenComparing(Comparator.comparingDouble(Farthest::beyond).reversed())
          .thenComparing(Comparator.comparingInt(Farthest::level).reversed());

  /// Findings of one rank stay as they stand.
  static List<Finding> sorted(List<Finding> findings) {
    return findings.stream().sorted(new Farthest()).toList();
  }

  @Override
  public int compare(Finding one, Finding other) {
    return ORDER.compare(one, other);
  }

  private static boolean isElse(Finding finding) {
    return !finding.why().code().equals(OUTSIDE);
  }

  private static int level(Finding finding) {
    var strength = finding.strength();
    return strength == null ? -1 : strength.level().compareTo(Strength.Level.WEAK);
  }

  /// How far outside; -1 where that cannot be said.
  private static double beyond(Finding finding) {
    if (isElse(finding) || !(finding.state() instanceof State.Found(var items))) {
      return -1;
    }
    var details = items.getFirst();
    var value = amount(details, "value");
    var low = amount(details, "reference_low");
    var high = amount(details, "reference_high");
    boolean isBelow = new Value.Word("below").equals(details.get("direction"));
    var crossed = isBelow ? low : high;
    if (value == null || crossed == null || !crossed.unit().equals(value.unit())) {
      return -1;
    }
    double number = number(value);
    double limit = number(crossed);
    double width = low == null || high == null ? StrictMath.abs(limit) : number(high) - number(low);
    double far = StrictMath.abs(number - limit) / width;
    return width > 0 && Double.isFinite(far) ? far : -1;
  }

  private static @Nullable Amount amount(Details details, String name) {
    return details.get(name) instanceof Value.Measured(var amount)
            && !(amount.magnitude() instanceof Magnitude.Missing)
        ? amount
        : null;
  }

  /// Of a censored value the end that is known: it lies that far outside at least.
  private static double number(Amount amount) {
    return switch (amount.magnitude()) {
      case Magnitude.Exact exact -> exact.value();
      case Magnitude.Below below -> below.limit();
      case Magnitude.Above above -> above.limit();
      case Magnitude.Missing _ -> Double.NaN;
    };
  }
}
