package org.idiome.care.laboratory;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.FindingKey;

/// All comparisons of one value with the one before it, in the year up to each series' latest
/// value, and what that many looks do to chance.
///
/// A change that is called at two-sided 5 % is a flag: among 20 analytes measured four times a year
/// 4 are expected by chance alone. It is an alert where Holm's adjusted p over all looks stays
/// below the level of the year.
final class YearOfLooks {
  private final int looks;
  private final double levelOfOne;
  private final double levelOfYear;
  private final TreeMap<FindingKey, Double> adjusted = new TreeMap<>();

  private YearOfLooks(LaboratoryRules rules, List<FindingKey> latest, double[] p) {
    looks = p.length;
    levelOfOne = Normal.twoSidedP(rules.threshold("change_z").number());
    levelOfYear = rules.threshold("alert_level_a_year").number();
    var holm = Looks.holm(p);
    for (int i = 0; i < p.length; i++) {
      // Of one series the last pair is the latest comparison.
      adjusted.put(latest.get(i), holm[i]);
    }
  }

  /// Counts the looks of all series that can be judged.
  static YearOfLooks of(LaboratoryRules rules, List<Case> cases) {
    var keys = new ArrayList<FindingKey>();
    var p = new ArrayList<Double>();
    for (var one : cases) {
      if (one.basis() instanceof Basis.Usable usable && Preconditions.fault(one, 1) == null) {
        for (var pair : one.comparison().pairsOfTheYear()) {
          if (Preconditions.unfit(one, usable, pair.points()) == null) {
            keys.add(one.series().key(ChangeQuestion.KIND));
            p.add(p(pair.ratio(), usable.logSpread()));
          }
        }
      }
    }
    return new YearOfLooks(rules, keys, p.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /// The p value of a change; for a range of ratios that of the one nearest to no change.
  private static double p(Span ratio, double logSpread) {
    double nearest = ratio.low() > 1 ? ratio.low() : Math.min(1, ratio.high());
    return nearest <= 0 ? 0 : Normal.twoSidedP(ReferenceChange.z(nearest, logSpread));
  }

  /// Flags that chance alone gives in as many looks.
  double expectedFalseFlags() {
    return looks * levelOfOne;
  }

  /// How many comparisons there were.
  int count() {
    return looks;
  }

  /// Whether a series' latest change stays beyond chance among all looks.
  boolean isAlert(Series series) {
    return adjustedP(series) <= levelOfYear;
  }

  private double adjustedP(Series series) {
    return adjusted.getOrDefault(series.key(ChangeQuestion.KIND), 1.0);
  }

  /// The looks as a node of an explanation.
  Explanation explained(Case one) {
    var details =
        Details.NONE
            .count("looks", looks)
            .with("expected_false_flags", Case.number(expectedFalseFlags()))
            .with("adjusted_p", Case.number(adjustedP(one.series())));
    return Case.rule(one.rules().threshold("alert_level_a_year"), details, List.of());
  }
}
