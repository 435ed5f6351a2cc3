package org.idiome.care.pharmacogenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.care.pharmacogenes.Explained.advice;
import static org.idiome.care.pharmacogenes.Explained.found;

import java.nio.file.Path;
import java.util.List;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an answer that is not excluded would ask for stands beside what follows from the best.
class NotExcludedTest {
  private static final int RS3758581 = 94842866;
  private static final int STAR_2 = 94781859;
  private static final int RS12769205 = 94775367;
  private static final int STAR_2A = 97450058;
  private static final int C_2846 = 97082391;

  @TempDir private Path folder;

  private Panel both() {
    return Panel.of(folder, "CYP2C19", "DPYD").gt(RS3758581, "1/1");
  }

  private static Value words(String... codes) {
    return new Value.Several(List.of(codes).stream().<Value>map(Value.Word::new).toList());
  }

  /// One variant without function was seen and a position of another was not: half the dose at
  /// best, and not at all if that one is present too.
  @Test
  void aLowerDoseAtBestSaysThatAvoidIsNotExcluded() {
    var run = both().gt(STAR_2A, "0/1").without(C_2846).run();
    var finding = Runs.finding(run, "|medicine|capecitabine");
    var advice = advice(finding);
    assertThat(advice.code()).isEqualTo("before_use_lower_dose");
    assertThat(advice.details().get("if_action")).isEqualTo(new Value.Word("avoid"));
    assertThat(advice.details().get("if_source")).isEqualTo(new Value.Text("CPIC"));
    assertThat(advice.details().get("if_lookup")).isEqualTo(new Value.Text("0.5"));
    assertThat(advice.details().get("if_alleles")).isEqualTo(Value.texts(List.of("c.2846A>T")));
    assertThat(advice.details().get("if_positions")).isEqualTo(Value.texts(List.of("rs67376798")));
    assertThat(found(finding).get("actions_cpic")).isEqualTo(words("lower_dose"));
    assertThat(found(finding).get("open_actions_cpic")).isEqualTo(words("avoid"));
    assertThat(finding.why().children())
        .filteredOn(Explanation.Rule.class::isInstance)
        .extracting(child -> ((Explanation.Rule) child).details().get("standing"))
        .contains(new Value.Word("best"), new Value.Word("not_excluded"));
  }

  @Test
  void whereEveryPositionWasSeenNothingIsAdded() {
    var run = both().gt(STAR_2A, "0/1").run();
    var finding = Runs.finding(run, "|medicine|capecitabine");
    assertThat(advice(finding).details().get("if_action")).isNull();
    assertThat(found(finding).get("open_actions_cpic")).isNull();
  }

  /// CPIC, poor metabolisers: the standard dose first; half of it to be considered after 12 weeks.
  @Test
  void aDoseToBeConsideredLaterIsAdvisedWithItsCondition() {
    both().gt(RS12769205, "1/1").gt(STAR_2, "1/1").file("one.vcf");
    var run =
        new Packet(folder)
            .germline("one.vcf")
            .drug("RxNorm:7646", "omeprazole", "2022-01-01/")
            .run();
    var advice = advice(Runs.finding(run, "|medicine|omeprazole"));
    assertThat(advice.verb()).isEqualTo(Advice.Verb.DECIDE);
    assertThat(advice.code()).isEqualTo("consider_lower_dose");
    assertThat(advice.details().get("conditions")).isEqualTo(words("after_12_weeks_if_effective"));
  }
}
