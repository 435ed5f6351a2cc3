package org.idiome.knowledge.pharmacogene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  @Test
  void readsRunsOfDigitsAsNumbers() {
    var names =
        List.of(
            "*1",
            "*1x2",
            "*2",
            "*9",
            "*10",
            "*17",
            "*38",
            "Reference",
            "c.46C>G",
            "c.85T>C (*9A)",
            "c.1129-5923C>G",
            "c.1129-5923C>G, c.1236G>A (HapB3)",
            "c.1679T>G (*13)",
            "c.1905C>G");
    var shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, new Random(7));
    shuffled.sort(NaturalOrder.NAMES);
    assertThat(shuffled).isEqualTo(names);
  }

  @Test
  void tellsLeadingZerosApart() {
    assertThat(NaturalOrder.NAMES.compare("*01", "*1")).isNegative();
    assertThat(NaturalOrder.NAMES.compare("*01", "*2")).isNegative();
    assertThat(NaturalOrder.NAMES.compare("*99999999999999999999", "*100000000000000000000"))
        .isNegative();
  }

  @Test
  void isAnOrder() {
    Cases.check(
        "antisymmetric, transitive, and zero only for equal names",
        made -> {
          var a = made.text("*019x.", 6);
          var b = made.text("*019x.", 6);
          var c = made.text("*019x.", 6);
          int ab = Integer.signum(NaturalOrder.NAMES.compare(a, b));
          assertThat(ab).isEqualTo(-Integer.signum(NaturalOrder.NAMES.compare(b, a)));
          assertThat(ab == 0).isEqualTo(a.equals(b));
          if (ab <= 0 && NaturalOrder.NAMES.compare(b, c) <= 0) {
            assertThat(NaturalOrder.NAMES.compare(a, c)).isLessThanOrEqualTo(0);
          }
        });
  }
}
