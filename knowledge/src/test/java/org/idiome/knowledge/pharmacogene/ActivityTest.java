package org.idiome.knowledge.pharmacogene;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityTest {
  @ParameterizedTest
  @CsvSource({"1.0,0.0,1.0", "0.25,0.25,0.5", "0.5,0.25,0.75", "≥3.0,0.25,≥3.25", "1.0,n/a,n/a"})
  void addsExactlyAndPrintsAsTheTablesDo(String one, String two, String sum) {
    var total = requireNonNull(Activity.parse(one)).plus(requireNonNull(Activity.parse(two)));
    assertThat(total.text()).isEqualTo(sum);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "≥", "-1", "1e3", "1.2.3", "N/A", "½"})
  void refusesOtherText(String text) {
    assertThat(Activity.parse(text)).isNull();
  }

  @Test
  void writesNothingButWhatItRead() {
    assertThat(requireNonNull(Activity.parse("0")).text()).isEqualTo("0.0");
    assertThat(requireNonNull(Activity.parse("10")).text()).isEqualTo("10.0");
  }
}
