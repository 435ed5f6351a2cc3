package org.idiome.genomics.consequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.idiome.genomics.consequence.Decay.Rule;
import org.idiome.genomics.consequence.Decay.State;
import org.junit.jupiter.api.Test;

/// The limits of each rule, on both sides (specification 5.4).
class DecayTest {
  private static final List<Integer> JUNCTIONS = List.of(300, 600, 900);

  @Test
  void aStopFarFromEverythingDecays() {
    assertThat(Decay.of(500, 10, JUNCTIONS, 1200)).isEqualTo(new Decay(State.DECAY, Set.of()));
  }

  @Test
  void aStopInTheLastExonEscapes() {
    assertThat(Decay.of(898, 10, JUNCTIONS, 1200).rules()).containsExactly(Rule.LAST_EXON);
    assertThat(Decay.of(900, 10, JUNCTIONS, 1200).rules()).containsExactly(Rule.LAST_EXON);
  }

  @Test
  void aStopCloseBeforeTheLastJunctionEscapes() {
    assertThat(Decay.of(847, 10, JUNCTIONS, 1200).rules()).containsExactly(Rule.LAST_JUNCTION);
    assertThat(Decay.of(846, 10, JUNCTIONS, 1200).state()).isEqualTo(State.DECAY);
    assertThat(Decay.of(897, 10, JUNCTIONS, 1200).rules()).containsExactly(Rule.LAST_JUNCTION);
  }

  @Test
  void aStopAmongTheFirstBasesEscapes() {
    assertThat(Decay.of(157, 10, JUNCTIONS, 1200).rules()).containsExactly(Rule.FIRST_BASES);
    assertThat(Decay.of(160, 10, JUNCTIONS, 1200).state()).isEqualTo(State.DECAY);
  }

  @Test
  void aStopInALongExonEscapes() {
    assertThat(Decay.of(500, 10, List.of(300, 708, 1000), 1300).rules())
        .containsExactly(Rule.LONG_EXON);
    assertThat(Decay.of(500, 10, List.of(300, 707, 1000), 1300).state()).isEqualTo(State.DECAY);
  }

  @Test
  void aSingleExonEscapes() {
    assertThat(Decay.of(300, 10, List.of(), 400).rules()).containsExactly(Rule.ONE_EXON);
  }

  @Test
  void withoutANewStopNothingIsPredicted() {
    assertThat(Decay.NOT_ASSESSED.state()).isEqualTo(State.NOT_ASSESSED);
  }
}
