package org.idiome.profile.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.idiome.core.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
  private final Units units = new Units();

  /// Values computed apart from our code: by definition of the units, or with the molar mass.
  @ParameterizedTest(name = "{0} {1} = {3} {2}")
  @CsvSource({
    "100, mg/dL, mmol/L, 5.55074490996692, 180.156",
    "5.5, mmol/L, mg/dL, 99.0858, 180.156",
    "1.2, mg/dL, umol/L, 106.083912374688, 113.118",
    "30, ng/mL, nmol/L, 74.8807524018001, 400.637",
    "0.5, mg/dL, mg/L, 5,",
    "14, ng/L, pg/mL, 14,",
    "143.3, [lb_av], kg, 64.99978662100,",
    "70, [in_i], cm, 177.8,",
    "98.6, [degF], Cel, 37,",
    "310.15, K, Cel, 37,",
    "16, kPa, mm[Hg], 120.009852132,",
    "2000, kcal_th, kJ, 8368,",
    "250, 10*3/uL, 10*9/L, 250,",
    "250000, /uL, 10*9/L, 250,",
    "2.5, %, 1, 0.025,",
    "60, U/L, ukat/L, 1,",
  })
  void agreesWithDefinitions(
      double value, String from, String to, double expected, Double molarMass) {
    assertThat(units.convert(value, Unit.ucum(from), Unit.ucum(to), molarMass))
        .isInstanceOfSatisfying(
            Conversion.Converted.class,
            converted ->
                assertThat(converted.value()).isCloseTo(expected, within(1e-9 * expected)));
  }

  @ParameterizedTest(name = "{0} is not {1}: {2}")
  @CsvSource({
    "mg/dL, mmol/L, NO_MOLAR_MASS",
    "mmol/L, 10*9/L, OTHER_DIMENSION",
    "mmol/L, meq/L, OTHER_DIMENSION",
    "u[IU]/mL, pmol/L, ARBITRARY_UNIT",
    "[IU]/L, ng/mL, ARBITRARY_UNIT",
    "ng/mL{DDU}, ng/mL{FEU}, OTHER_ANNOTATION",
    "mL/min, mL/min/{1.73_m2}, OTHER_ANNOTATION",
    "mg/dL, furlong/x, UNIT_NOT_UNDERSTOOD",
    "Cel, mg/dL, OTHER_DIMENSION",
    "pH, [pH], OTHER_DIMENSION",
  })
  void refusesWhatMeasuresAnotherThing(String from, String to, Conversion.Reason reason) {
    assertThat(units.convert(5, Unit.ucum(from), Unit.ucum(to)))
        .isEqualTo(new Conversion.NotComparable(reason));
  }

  @Test
  void keepsTheValueWhereTheCodeIsTheSame() {
    assertThat(units.convert(0.1, Unit.ucum("[pH]"), Unit.ucum("[pH]")))
        .isEqualTo(new Conversion.Converted(0.1));
  }

  @Test
  void claimsNothingWithoutAUnit() {
    assertThat(units.convert(1, Unit.notStated(), Unit.ucum("mg/dL")))
        .isEqualTo(new Conversion.NotComparable(Conversion.Reason.UNIT_NOT_UNDERSTOOD));
  }

  @Test
  void knowsWhichCodesAreUnits() {
    assertThat(units.isUnderstood("10*9/L")).isTrue();
    assertThat(units.isUnderstood("Cel")).isTrue();
    assertThat(units.isUnderstood("MG/DL")).isFalse();
    assertThat(units.isUnderstood("parsec/banana")).isFalse();
  }
}
