package org.idiome.care.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.assertj.core.data.Offset;
import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class KernelsTest {
  private static Offset<Double> relative(double expected) {
    return within(Math.abs(expected) * 1e-9);
  }

  @ParameterizedTest(name = "{0} at z {3}")
  @CsvFileSource(resources = "rcv.tsv", delimiter = '\t', numLinesToSkip = 1)
  void referenceChangeValuesAgree(
      String analyte, double cvi, double cva, double z, double up, double down) {
    double spread = ReferenceChange.logSpread(cvi / 100, cva / 100);
    assertThat(100 * ReferenceChange.up(z, spread)).as(analyte).isCloseTo(up, relative(up));
    assertThat(100 * ReferenceChange.down(z, spread)).as(analyte).isCloseTo(down, relative(down));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvFileSource(resources = "change_probability.tsv", delimiter = '\t', numLinesToSkip = 1)
  void chancesOfAChangeAgree(double before, double after, double z, double p) {
    double own = ReferenceChange.z(after / before, ReferenceChange.logSpread(0.044, 0.011));
    assertThat(own).isCloseTo(z, relative(z));
    assertThat(Normal.twoSidedP(own)).isCloseTo(p, relative(p));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "individuality.tsv", delimiter = '\t', numLinesToSkip = 1)
  void indicesOfIndividualityAgree(
      String analyte, double cvi, double cva, double cvg, double index) {
    assertThat(ReferenceChange.individuality(cvi / 100, cva / 100, cvg / 100))
        .as(analyte)
        .isCloseTo(index, relative(index));
  }

  @Test
  void personalIntervalAgrees() {
    double[] series = {78, 82, 75, 80, 77, 84};
    double mean = PersonalInterval.mean(series);
    double half = PersonalInterval.halfWidth(6, 1.96, 0.044, 0.011);
    assertThat(mean).isCloseTo(79.33333333, relative(mean));
    assertThat(100 * half).isCloseTo(9.601666383, relative(100 * half));
    assertThat(mean * (1 - half)).isCloseTo(71.71601134, relative(71.71601134));
    assertThat(mean * (1 + half)).isCloseTo(86.95065533, relative(86.95065533));
  }

  @Test
  void trendAgrees() {
    double[] y = {61, 63, 62, 66, 65, 65, 69, 70, 68, 72};
    assertThat(Trend.rises(y)).isEqualTo(34);
    assertThat(Trend.variance(y)).isEqualTo(124);
    assertThat(Trend.z(y)).isCloseTo(2.963487483, relative(2.963487483));
    assertThat(Normal.twoSidedP(Trend.z(y))).isCloseTo(0.00304174432, relative(0.00304174432));
    assertThat(Trend.z(new double[] {5, 5, 5, 5, 5})).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "normal.tsv", delimiter = '\t', numLinesToSkip = 1)
  void tailsOfTheNormalDistributionAgree(double z, double p) {
    assertThat(Normal.twoSidedP(z)).isCloseTo(p, withinPercentage(1e-9));
  }

  @Test
  void tailsFallAsOneGoesOut() {
    Cases.check(
        "p falls from 1 as z grows, on both sides alike",
        made -> {
          double z = made.between(0, 35.0);
          double further = z + made.between(1e-6, 1.0);
          assertThat(Normal.twoSidedP(z)).isGreaterThan(Normal.twoSidedP(further));
          assertThat(Normal.twoSidedP(-z)).isEqualTo(Normal.twoSidedP(z));
        });
  }

  @Test
  void holmAgrees() {
    assertThat(Looks.holm(new double[] {0.01, 0.04, 0.03, 0.005}))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
    assertThat(Looks.holm(new double[0])).isEmpty();
    assertThat(Looks.holm(new double[] {0.9, 0.8})).containsExactly(1, 1);
  }

  @Test
  void analyticalVariationIsNeverAssumedTooSmall() {
    assertThat(ReferenceChange.assumedAnalytical(0.044, 0.011, 0.5)).isEqualTo(0.022);
    assertThat(ReferenceChange.assumedAnalytical(0.047, 0.044, 0.5)).isEqualTo(0.044);
  }
}
