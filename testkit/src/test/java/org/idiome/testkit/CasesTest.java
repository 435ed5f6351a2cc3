package org.idiome.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CasesTest {
  @Test
  void triesAThousand() {
    var tried = new AtomicInteger();
    Cases.check("anything", _ -> tried.incrementAndGet());
    assertThat(tried).hasValue(1000);
  }

  @Test
  void makesTheSameCasesAgain() {
    assertThat(texts(7)).isEqualTo(texts(7)).isNotEqualTo(texts(8));
    assertThat(new HashSet<>(texts(7))).hasSizeGreaterThan(500);
  }

  private static List<String> texts(long seed) {
    var texts = new ArrayList<String>();
    Cases.check("texts", seed, 1000, made -> texts.add(made.text("ACGT", 30)));
    return texts;
  }

  @Test
  void makesAFailureSmallerAndNamesItsSeed() {
    assertThatThrownBy(() ->
            Cases.check(
                "short",
                7,
                1000,
                made -> {
                  made.text("a", 1000);
                  assertThat(made.list(1000, Made::coin)).hasSizeLessThan(10);
                }))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching("(?s)short: fails for case \\d+ at size [1-3] \\(-Dcases.seed=7\\).*");
  }

  @Test
  void keepsWithinWhatWasAskedAndReachesTheEnds() {
    var seen = new HashSet<Integer>();
    var lengths = new HashSet<Integer>();
    Cases.check(
        "bounds",
        made -> {
          seen.add(made.between(-3, 3));
          lengths.add(made.bytes(9).length);
          assertThat(made.between(0.5, 0.75)).isBetween(0.5, 0.75);
          assertThat(made.oneOf(List.of("x", "y"))).isIn("x", "y");
        });
    assertThat(seen).containsExactlyInAnyOrder(-3, -2, -1, 0, 1, 2, 3);
    assertThat(lengths).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }
}
