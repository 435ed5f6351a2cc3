package org.idiome.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.idiome.core.presence.Absence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
  private static final Unit MGDL = Unit.ucum("mg/dL");

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void areFinite(double number) {
    assertThatThrownBy(() -> new Magnitude.Exact(number))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Magnitude.Below(number, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Magnitude.Above(number, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReferenceInterval(number, null, MGDL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void haveOneZero() {
    assertThat(new Magnitude.Exact(-0.0)).isEqualTo(new Magnitude.Exact(0));
    assertThat(new ReferenceInterval(-0.0, 1.0, MGDL))
        .isEqualTo(new ReferenceInterval(0.0, 1.0, MGDL));
  }

  @Test
  void sayWhatTheyAre() {
    assertThat(new Magnitude.Below(0.3, false).toJson().pretty())
        .isEqualTo("{\n  \"below\": 0.3,\n  \"inclusive\": false\n}\n");
    assertThat(new Magnitude.Missing(Absence.FAILED).toJson().pretty()).contains("failed");
    assertThat(Amount.of(5, "mmol/L").toJson().pretty()).contains("mmol/L", "\"value\": 5");
    assertThat(Unit.notStated().text()).isEqualTo("not stated");
    assertThat(Unit.notStated()).isNotEqualTo(new Unit.NotUnderstood("not stated"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "mg dL", "µmol/L", "mg/dL\n"})
  void refuseWhatIsNoCodeOfAUnit(String code) {
    assertThatThrownBy(() -> Unit.ucum(code)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refuseIntervalsThatCannotBe() {
    assertThat(ReferenceInterval.notUsable(MGDL).isUsable()).isFalse();
    assertThat(new ReferenceInterval(null, 2.0, MGDL).isUsable()).isTrue();
    assertThatThrownBy(() -> new ReferenceInterval(2.0, 1.0, MGDL))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Unit.NotUnderstood(" "))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
