package org.idiome.care.pharmacogenes.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The toy table of the specification (A3).
class MatchingTest {
  private static final int REF = 1;
  private static final int ALT = 2;

  /// Reference, `*2` to `*5`; positions rs1 to rs5.
  private static final Definition TOY =
      new Definition(
          5,
          5,
          0,
          new int[] {
            REF, REF, REF, REF, REF, //
            ALT, 0, 0, ALT, 0, //
            0, 0, 0, ALT, 0, //
            0, ALT, 0, 0, 0, //
            ALT, 0, 0, 0, 0
          });

  private static final int[] TWO_BASES = {2, 2, 2, 2, 2};

  private static Observed.Builder reference(int... except) {
    var builder = Observed.diploid(5);
    for (int position = 0; position < 5; position++) {
      int at = position;
      if (Arrays.stream(except).noneMatch(one -> one == at)) {
        builder.site(position, REF, REF, null);
      }
    }
    return builder;
  }

  private static String text(List<Pair> pairs) {
    var texts = new ArrayList<String>();
    for (var pair : pairs) {
      var second = pair.second() == Pair.NONE ? "" : "/*" + (pair.second() + 1);
      texts.add("*" + (pair.first() + 1) + second + " (" + pair.score() + ")");
    }
    return String.join(" OR ", texts);
  }

  private static Matching match(Observed observed) {
    return Matching.of(TOY, observed, TWO_BASES);
  }

  @Test
  void prefersTheRicherOfTwoUnphasedExplanations() {
    var matching = match(reference(0, 3).site(0, REF, ALT, null).site(3, REF, ALT, null).build());
    assertThat(text(matching.best())).isEqualTo("*1/*2 (7)");
    assertThat(text(matching.others())).isEqualTo("*3/*5 (2)");
    assertThat(matching.settling(matching.others().getFirst())).isEqualTo(new BitSet());
  }

  @Test
  void scoresLessWhereAPositionIsMissing() {
    var matching =
        match(reference(0, 3, 4).site(0, REF, ALT, null).site(3, REF, ALT, null).build());
    assertThat(text(matching.best())).isEqualTo("*1/*2 (6)");
    assertThat(text(matching.others())).isEqualTo("*3/*5 (2)");
  }

  @Test
  void callsNoAlleleOfWhichNothingWasObserved() {
    var matching = match(reference(0, 3).site(3, REF, ALT, null).build());
    assertThat(text(matching.best())).isEqualTo("*1/*2 (5) OR *1/*3 (5)");
    assertThat(matching.notExcluded()).containsExactly(4);
    assertThat(matching.others()).allSatisfy(pair -> assertThat(pair.isCalled()).isFalse());
    assertThat(matching.settling(matching.others().getFirst()).get(0)).isTrue();
  }

  @Test
  void phasingDecides() {
    var cis = match(reference(0, 3).site(0, REF, ALT, "1").site(3, REF, ALT, "1").build());
    var trans = match(reference(0, 3).site(0, REF, ALT, "1").site(3, ALT, REF, "1").build());
    assertThat(text(cis.best())).isEqualTo("*1/*2 (7)");
    assertThat(cis.others()).isEmpty();
    assertThat(text(trans.best())).isEqualTo("*3/*5 (2)");
    assertThat(trans.others()).isEmpty();
  }

  @Test
  void keepsPhaseSetsApart() {
    var two = match(reference(0, 3).site(0, REF, ALT, "1").site(3, ALT, REF, "2").build());
    assertThat(text(two.best())).isEqualTo("*1/*2 (7)");
    assertThat(text(two.others())).isEqualTo("*3/*5 (2)");
  }

  @Test
  void leavesTheOtherStrandOfAHalfMissingGenotypeOpen() {
    var matching = match(reference(1).site(1, ALT, Observed.ANY, null).build());
    assertThat(text(matching.best())).isEqualTo("*1/*4 (6) OR *4/*4 (2)");
    assertThat(matching.others()).isEmpty();
  }

  @Test
  void aHalfMissingReferenceExcludesNothing() {
    var matching = match(reference(1).site(1, REF, Observed.ANY, null).build());
    assertThat(text(matching.best())).isEqualTo("*1/*1 (10) OR *1/*4 (6)");
  }

  @Test
  void answersOneAlleleForOneStrand() {
    var builder = Observed.haploid(5);
    for (int position = 1; position < 5; position++) {
      builder.site(position, REF, REF, null);
    }
    var matching = match(builder.build());
    assertThat(text(matching.best())).isEqualTo("*1 (4)");
    assertThat(matching.notExcluded()).containsExactly(4);
  }

  @Test
  void findsNothingWhereNoPairExplains() {
    var matching = match(reference(1, 3).site(1, ALT, ALT, null).site(3, ALT, ALT, null).build());
    assertThat(matching.best()).isEmpty();
    assertThat(matching.others()).isEmpty();
  }

  /// `*4` of CYP2C19: a wobble cell counts one less where its strand shows the reference.
  @Test
  void countsAWobbleThatShowsTheReferenceOneLess() {
    var table = new Definition(3, 3, 0, new int[] {REF, REF, REF, REF | ALT, ALT, 0, ALT, 0, 0});
    var observed =
        Observed.diploid(3)
            .site(0, REF, ALT, null)
            .site(1, REF, ALT, null)
            .site(2, REF, REF, null)
            .build();
    var matching = Matching.of(table, observed, new int[] {2, 2, 2});
    assertThat(text(matching.best())).isEqualTo("*1/*2 (5)");
    assertThat(text(matching.others())).isEqualTo("*2/*3 (2)");
  }
}
