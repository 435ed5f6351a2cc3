package org.idiome.care.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueMarkTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "2024-01-05\tLOINC:2345-7\t5.40\tmmol/L|5.4|5.40",
        "2024-01-05,5.4,mmol/L|5.4|5.4",
        "{\"value\": 5.40e0, \"low\": 3}|5.4|5.40e0",
        "5.4\t5.40|5.4|none",
        "5.4\t15.41|5.4|none",
        "x<5.4 mg|5.4|5.4",
        "5,4|5.4|none",
        "2024-01-05|2024|none",
        "a5.4|5.4|none"
      })
  void marksTheOnlyPlaceOfANumber(String row, double number, String mark) {
    assertThat(ValueMark.find(row, number)).isEqualTo(mark);
  }
}
