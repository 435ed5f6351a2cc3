package org.idiome.care.pharmacogenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.care.pharmacogenes.Explained.found;

import java.nio.file.Path;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The greatest dose of a guideline at the person's age, beside the dose on record.
///
/// DPWG, escitalopram, poor metabolisers: 10 mg a day under 65 years, 5 mg from then on.
class DoseLimitTest {
  private static final String ONCE_DAILY = "NCIT:C125004";

  @TempDir private Path folder;

  private Details of(String born, String frequency, double dose) {
    Panel.of(folder, "CYP2C19", "DPYD")
        .gt(94842866, "1/1")
        .gt(94775367, "1/1")
        .gt(94781859, "1/1")
        .file("one.vcf");
    var packet = new Packet(folder).germline("one.vcf").seen("2024-01-01");
    packet = born.isEmpty() ? packet.notBorn() : packet.born(born);
    var run = packet.drug("ATC:N06AB10", "escitalopram", "2023-01-01/", dose, frequency).run();
    return found(Runs.finding(run, "|medicine|escitalopram"));
  }

  private static Value perDay(double dose) {
    return Value.number(dose, "mg/d");
  }

  @Test
  void aDoseAboveTheLimitOfTheAgeIsSaidToBe() {
    var found = of("1960-01-01", ONCE_DAILY, 20);
    assertThat(found.get("dose_limit")).isEqualTo(perDay(10));
    assertThat(found.get("dose_limit_source")).isEqualTo(new Value.Text("DPWG"));
    assertThat(found.get("dose_taken")).isEqualTo(perDay(20));
    assertThat(found.get("dose_standing")).isEqualTo(new Value.Word("above_limit"));
  }

  @Test
  void theLimitIsThatOfTheAge() {
    assertThat(of("1950-01-01", ONCE_DAILY, 5).get("dose_limit")).isEqualTo(perDay(5));
    assertThat(of("1950-01-01", ONCE_DAILY, 5).get("dose_standing"))
        .isEqualTo(new Value.Word("within_limit"));
  }

  @Test
  void dosesOfADayAddUp() {
    assertThat(of("1960-01-01", "NCIT:C64496", 10).get("dose_taken")).isEqualTo(perDay(20));
  }

  @Test
  void aDoseOfWhichNobodySaysHowOftenIsNotCompared() {
    var found = of("1960-01-01", "LOCAL:often", 20);
    assertThat(found.get("dose_limit")).isEqualTo(perDay(10));
    assertThat(found.get("dose_standing")).isEqualTo(new Value.Word("not_compared"));
    assertThat(found.get("dose_taken")).isNull();
  }

  @Test
  void withoutAnAgeBothLimitsStandAndOnlyWhatIsAboveBothIsAbove() {
    assertThat(of("", ONCE_DAILY, 8).get("dose_standing"))
        .isEqualTo(new Value.Word("not_compared"));
    assertThat(of("", ONCE_DAILY, 20).get("dose_standing"))
        .isEqualTo(new Value.Word("above_limit"));
  }
}
