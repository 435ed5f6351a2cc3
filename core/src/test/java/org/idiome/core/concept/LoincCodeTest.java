package org.idiome.core.concept;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Codes as LOINC publishes them fit their check digit; of those with another digit none does.
class LoincCodeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2823-3", "2160-0", "718-7", "4548-4", "33914-3", "98979-8", "85354-9", "8480-6", "8462-4",
        "10331-7", "6299-2", "14749-6"
      })
  void tellsAWrongDigit(String code) {
    assertThat(LoincCode.isMistyped("LOINC:" + code)).isFalse();
    int digit = code.charAt(code.length() - 1) - '0';
    for (int more = 1; more < 10; more++) {
      var other = code.substring(0, code.length() - 1) + (digit + more) % 10;
      assertThat(LoincCode.isMistyped("LOINC:" + other)).as(other).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOINC:", "LOINC:abc", "LP1234-5", "HP:0001250", "LOINC:12345678-9", ""})
  void saysNothingOfWhatIsNoLoincCode(String id) {
    assertThat(LoincCode.isMistyped(id)).isFalse();
  }
}
