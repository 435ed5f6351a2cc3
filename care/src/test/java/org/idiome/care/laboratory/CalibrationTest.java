package org.idiome.care.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.SplittableRandom;
import org.idiome.testkit.Golden;
import org.junit.jupiter.api.Test;

/// How often people in whom nothing changed are called changed: the figures of
/// `docs/methods/laboratory.md`.
///
/// Simulated: log-normal values about a constant level, 200,000 people for each row.
class CalibrationTest {
  private static final int PEOPLE = 200_000;
  private static final int YEARS = 20_000;
  private static final int ANALYTES = 20;
  private static final int VALUES = 5;
  private static final double LEVEL = 0.05;

  private final SplittableRandom random = new SplittableRandom(20260101);
  private final LaboratoryRules rules = LaboratoryRules.read();
  private final StringBuilder table = new StringBuilder("what\tcvi\tcva\tn\tshare\n");

  private double value(double spread) {
    return StrictMath.exp(spread * random.nextGaussian());
  }

  private double[] values(int n, double spread) {
    var values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = value(spread);
    }
    return values;
  }

  private void row(String what, double cvi, double cva, int n, double share) {
    table.append(
        String.format(Locale.ROOT, "%s\t%.3f\t%.3f\t%d\t%.4f\n", what, cvi, cva, n, share));
  }

  private double changed(double cvi, double cva) {
    double spread = ReferenceChange.logSpread(cvi, cva);
    double z = rules.threshold("change_z").number();
    int flagged = 0;
    for (int person = 0; person < PEOPLE; person++) {
      var ratio = Span.of(value(spread)).dividedBy(Span.of(value(spread)));
      double low = 1 + ReferenceChange.down(z, spread);
      double high = 1 + ReferenceChange.up(z, spread);
      flagged += ratio.against(low, high) == Span.Side.WITHIN ? 0 : 1;
    }
    return (double) flagged / PEOPLE;
  }

  private double outside(double cvi, double cva, int n) {
    double spread = ReferenceChange.logSpread(cvi, cva);
    double z = rules.threshold("own_range_z").number();
    int outside = 0;
    for (int person = 0; person < PEOPLE; person++) {
      double mean = PersonalInterval.mean(values(n, spread));
      double half = mean * PersonalInterval.halfWidth(n, z, cvi, cva);
      double next = value(spread);
      outside += next < mean - half || next > mean + half ? 1 : 0;
    }
    return (double) outside / PEOPLE;
  }

  private double trends(int n) {
    int found = 0;
    for (int person = 0; person < PEOPLE; person++) {
      found += Math.abs(Trend.z(values(n, 0.05))) >= rules.threshold("trend_z").number() ? 1 : 0;
    }
    return (double) found / PEOPLE;
  }

  /// A year of 20 analytes measured five times: how many flags, and in how many years an alert.
  private double[] years() {
    double spread = ReferenceChange.logSpread(0.05, 0.025);
    long flags = 0;
    int alerts = 0;
    for (int year = 0; year < YEARS; year++) {
      var p = new double[ANALYTES * (VALUES - 1)];
      for (int analyte = 0; analyte < ANALYTES; analyte++) {
        var values = values(VALUES, spread);
        for (int i = 1; i < VALUES; i++) {
          double z = ReferenceChange.z(values[i] / values[i - 1], spread);
          p[analyte * (VALUES - 1) + i - 1] = Normal.twoSidedP(z);
        }
      }
      boolean isAlert = false;
      for (double one : p) {
        flags += one <= LEVEL ? 1 : 0;
      }
      for (double adjusted : Looks.holm(p)) {
        isAlert |= adjusted <= LEVEL;
      }
      alerts += isAlert ? 1 : 0;
    }
    return new double[] {(double) flags / YEARS, (double) alerts / YEARS};
  }

  @Test
  void callsStablePeopleChangedAsOftenAsStated() {
    for (double[] cv :
        new double[][] {{0.025, 0.015}, {0.044, 0.022}, {0.198, 0.099}, {0.3, 0.15}}) {
      double share = changed(cv[0], cv[1]);
      row("change_found", cv[0], cv[1], 1, share);
      assertThat(share).isCloseTo(LEVEL, within(0.0015));
    }
    for (double[] cv : new double[][] {{0.044, 0.022}, {0.198, 0.099}, {0.3, 0.15}}) {
      for (int n : new int[] {3, 5, 10}) {
        double share = outside(cv[0], cv[1], n);
        row("own_range_found", cv[0], cv[1], n, share);
        assertThat(share).isBetween(0.045, 0.08);
      }
    }
    for (int n : new int[] {5, 8, 20}) {
      double share = trends(n);
      row("trend_found", 0.05, 0, n, share);
      assertThat(share).isBetween(0.015, 0.052);
    }
    var years = years();
    row("flags_a_year", 0.05, 0.025, ANALYTES * (VALUES - 1), years[0]);
    row("years_with_alert", 0.05, 0.025, ANALYTES * (VALUES - 1), years[1]);
    assertThat(years[0]).isCloseTo(4, within(0.05));
    assertThat(years[1]).isLessThan(0.05);
    Golden.beside(CalibrationTest.class).holds("calibration.tsv", table.toString());
  }
}
