package org.idiome.care.pharmacogenes.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Lists of variants as DPYD is read: five variants of one position, and one of two positions of
/// which the first decides.
class VariantSplitsTest {
  private static final int REF = 1;
  private static final int ALT = 2;
  private static final int INTRON = 3;
  private static final int EXON = 4;

  /// Alleles: 0 reference, 1 to 3 single, 4 the intron alone, 5 intron and exon.
  private static final Definition TABLE =
      new Definition(
          6,
          5,
          0,
          new int[] {
            REF, REF, REF, REF, REF, //
            ALT, 0, 0, 0, 0, //
            0, ALT, 0, 0, 0, //
            0, 0, ALT, 0, 0, //
            0, 0, 0, ALT, 0, //
            0, 0, 0, ALT, ALT
          });

  private static final List<Proxy> PROXY = List.of(new Proxy(5, INTRON, EXON));

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

  private static VariantSplits splits(Observed.Builder observed) {
    return VariantSplits.of(TABLE, observed.build(), PROXY);
  }

  private static List<String> texts(List<Split> splits) {
    var texts = new ArrayList<String>();
    for (var split : splits) {
      texts.add(split.first().alleles() + "|" + split.second().alleles());
    }
    return texts;
  }

  @Test
  void findsNothingOnTheReference() {
    var splits = splits(reference());
    assertThat(splits.groups()).isEmpty();
    assertThat(splits.open()).isEmpty();
    assertThat(texts(splits.arrangements())).containsExactly("[]|[]");
  }

  @Test
  void arrangesPhasedVariants() {
    var splits =
        splits(
            reference(0, 1, 2)
                .site(0, ALT, REF, "a")
                .site(1, REF, ALT, "a")
                .site(2, ALT, ALT, null));
    assertThat(texts(splits.arrangements())).containsExactly("[1, 3]|[2, 3]");
  }

  @Test
  void arrangesTwoPhaseSetsInBothWays() {
    var splits = splits(reference(0, 1).site(0, REF, ALT, "a").site(1, REF, ALT, "b"));
    assertThat(texts(splits.arrangements())).containsExactly("[]|[1, 2]", "[2]|[1]");
  }

  @Test
  void listsWhatIsNotPhased() {
    var splits = splits(reference(0, 1).site(0, REF, ALT, null).site(1, REF, ALT, null));
    assertThat(splits.isArranged()).isFalse();
    assertThat(splits.arrangements()).isEmpty();
    assertThat(texts(splits.plainest())).containsExactly("[]|[1]", "[]|[2]");
  }

  @Test
  void oneDifferenceNeedsNoPhase() {
    var splits = splits(reference(0, 1).site(0, REF, ALT, null).site(1, ALT, ALT, null));
    assertThat(texts(splits.arrangements())).containsExactly("[2]|[1, 2]");
  }

  @Test
  void namesTheAlleleOfTwoPositionsOnce() {
    var splits =
        splits(reference(INTRON, EXON).site(INTRON, REF, ALT, null).site(EXON, REF, ALT, null));
    assertThat(splits.groups()).hasSize(1);
    assertThat(texts(splits.groups().getFirst())).containsExactly("[]|[5]", "[]|[4]");
    assertThat(texts(splits.plainest())).containsExactly("[]|[5]");
  }

  @Test
  void theDecidingPositionOverrulesItsProxy() {
    var split = splits(reference(EXON).site(EXON, REF, ALT, null)).arrangements().getFirst();
    assertThat(split.second().isReference()).isTrue();
    assertThat(split.second().overruled()).containsExactly(EXON);
  }

  @Test
  void theDecidingPositionOverrulesAProxyWithoutItsVariant() {
    var split = splits(reference().site(INTRON, REF, ALT, null)).arrangements().getFirst();
    assertThat(split.second().alleles()).containsExactly(4);
    assertThat(split.second().overruled()).containsExactly(EXON);
    assertThat(split.first().overruled()).isEmpty();
  }

  @Test
  void theProxySpeaksWhereTheDecidingPositionIsMissing() {
    var observed = reference(INTRON, EXON).site(EXON, REF, ALT, null);
    var splits = splits(observed);
    var split = splits.arrangements().getFirst();
    assertThat(split.second().alleles()).containsExactly(5);
    assertThat(split.second().byProxy()).containsExactly(5);
    assertThat(splits.open()).containsExactly(4, 5);
  }

  @Test
  void halfMissingGenotypesSpeakForTheirStrand() {
    var splits =
        splits(
            reference(INTRON, EXON)
                .site(EXON, ALT, Observed.ANY, "a")
                .site(INTRON, Observed.ANY, ALT, "a"));
    assertThat(texts(splits.arrangements())).containsExactly("[5]|[4]");
  }

  @Test
  void hidesNothingThatWasNotObserved() {
    assertThat(splits(reference(0)).open()).containsExactly(1);
    assertThat(splits(reference(INTRON)).open()).containsExactly(4);
    assertThat(splits(reference(INTRON, EXON)).open()).containsExactly(4, 5);
  }

  @Test
  void leavesAVariantOfNoAlleleUnexplained() {
    var split =
        VariantSplits.of(TABLE, reference(EXON).site(EXON, ALT, ALT, null).build(), List.of())
            .arrangements()
            .getFirst();
    assertThat(split.first().unexplained()).containsExactly(EXON);
    assertThat(split.first().isReference()).isFalse();
  }
}
