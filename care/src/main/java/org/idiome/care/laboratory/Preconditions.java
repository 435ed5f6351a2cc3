package org.idiome.care.laboratory;

import java.util.ArrayList;
import java.util.List;
import org.idiome.care.laboratory.Comparison.Point;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// What must hold before a value is judged by the person's own past.
final class Preconditions {
  private Preconditions() {}

  /// Why a series cannot be judged, or null where it can.
  ///
  /// @param leastEarlier comparable earlier values that the method needs
  static @Nullable ReasonCode fault(Case one, int leastEarlier) {
    if (one.series().isEmpty()) {
      return ReasonCode.NO_VALUE;
    }
    if (one.series().isOpen()) {
      return ReasonCode.ORDER_NOT_KNOWN;
    }
    if (one.basis() instanceof Basis.Refused refused) {
      return refused.reason();
    }
    var comparison = one.comparison();
    if (comparison.refused() != null) {
      return comparison.refused();
    }
    return comparison.earlier().size() < leastEarlier ? tooFew(one, leastEarlier) : null;
  }

  private static ReasonCode tooFew(Case one, int leastEarlier) {
    var comparison = one.comparison();
    int known = comparison.earlier().size();
    if (known + comparison.otherMethod() >= leastEarlier) {
      return ReasonCode.OTHER_METHOD;
    }
    if (known + comparison.otherMethod() + comparison.otherUnit() >= leastEarlier) {
      return ReasonCode.UNIT_NOT_COMPARABLE;
    }
    return one.series().size() > leastEarlier
        ? ReasonCode.ORDER_NOT_KNOWN
        : ReasonCode.TOO_FEW_VALUES;
  }

  /// A value that cannot be judged, and why.
  record Unfit(Point point, ReasonCode reason) {}

  /// The first value that cannot be judged, or null: ratios need positive numbers, and figures of
  /// healthy people end where a disease begins.
  static @Nullable Unfit unfit(Case one, Basis.Usable usable, List<Point> points) {
    var limit = usable.variation().usableBelow();
    var unit = Unit.ucum(usable.variation().unit());
    var grams = Basis.gramsPerMole(usable.analyte(), one.series().feature());
    for (var point : points) {
      if (point.span().high() <= 0 || point.span().low() < 0) {
        return new Unfit(point, ReasonCode.OUTSIDE_VALIDITY);
      }
      if (limit != null) {
        var magnitude =
            Comparison.convert(
                point.magnitude(), one.comparison().unit(), unit, one.units(), grams);
        var span = magnitude == null ? null : Span.of(magnitude, 0);
        if (span == null) {
          return new Unfit(point, ReasonCode.UNIT_NOT_COMPARABLE);
        }
        if (span.high() >= limit.doubleValue()) {
          return new Unfit(point, ReasonCode.OUTSIDE_VALIDITY);
        }
      }
    }
    return null;
  }

  /// The answer where something does not hold: the values, the row that was refused, the reason.
  static Answer refused(Case one, String kind, ReasonCode reason) {
    return refused(one, kind, reason, null);
  }

  /// The answer where one value is why nothing can be said: it stands among those that are cited.
  static Answer refused(Case one, String kind, Unfit unfit) {
    return refused(one, kind, unfit.reason(), unfit.point());
  }

  private static Answer refused(Case one, String kind, ReasonCode reason, @Nullable Point unfit) {
    var because = new ArrayList<>(one.values());
    because.addAll(one.overtaken());
    var earlier = one.comparison().earlier();
    because.addAll(one.ends("earlier_value", readings(earlier)));
    if (unfit != null
        && earlier.contains(unfit)
        && !unfit.equals(earlier.getFirst())
        && !unfit.equals(earlier.getLast())) {
      because.add(one.used("earlier_value", unfit.reading()));
    }
    if (one.basis() instanceof Basis.Refused refused && refused.variation() != null) {
      because.add(new Explanation.Row(refused.variation().row()));
    }
    because.addAll(one.leftOut());
    var settles = one.isCodeWithoutSystem(reason) ? "code_with_its_system" : settles(reason);
    because.addAll(Case.reasons(reason, settles));
    return Answer.notAssessed(one, kind, reason, because);
  }

  static List<Reading> readings(List<Point> points) {
    return points.stream().map(Point::reading).toList();
  }

  private static String settles(ReasonCode reason) {
    return switch (reason) {
      case NO_KNOWLEDGE -> "published_variation";
      case KNOWLEDGE_NOT_CONFIRMED -> "second_transcription";
      case NO_STEADY_STATE -> "values_in_steady_state";
      case OTHER_METHOD -> "values_by_one_method";
      case OTHER_SPECIMEN, SPECIMEN_NOT_STATED -> "specimen_of_the_study";
      case UNIT_NOT_UNDERSTOOD -> "unit_as_a_code";
      case UNIT_NOT_COMPARABLE -> "values_in_one_unit";
      case CONFLICTING_STATEMENTS -> Contradicted.SETTLES;
      case ORDER_NOT_KNOWN -> "time_of_each_value";
      case NO_VALUE -> "measure_again";
      case OUTSIDE_VALIDITY -> "values_within_validity";
      default -> "more_values";
    };
  }
}
