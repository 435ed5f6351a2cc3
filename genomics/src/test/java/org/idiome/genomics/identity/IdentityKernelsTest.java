package org.idiome.genomics.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;

/// The golden values of the specification of identity checks (record.md, section 9), and what must
/// hold whatever the genotypes are.
class IdentityKernelsTest {
  private static final double[] FREQUENCIES = {.5, .4, .3, .2, .5, .1, .45, .35, .25, .5};

  @Test
  void homozygosityOfTheGoldenSitesIsAsStated() {
    var allHomozygous = Homozygosity.of(new byte[10], FREQUENCIES);
    assertThat(allHomozygous.expected()).isCloseTo(5.775, within(1e-12));
    assertThat(allHomozygous.f()).isCloseTo(1, within(1e-12));
    var two = Homozygosity.of(new byte[] {1, 0, 1, 0, 1, 0, 2, 1, 0, 1}, FREQUENCIES);
    assertThat(two.observed()).isEqualTo(5);
    assertThat(two.f()).isCloseTo(-0.183431952662722, within(1e-12));
  }

  @Test
  void sitesWithoutAGenotypeAreNoHomozygousOnes() {
    byte[] genotypes = {1, 0, Panel.MISSING};
    var some = Homozygosity.of(genotypes, new double[] {.5, .5, .5});
    assertThat(some).isEqualTo(new Homozygosity(2, 1, 1.0));
    assertThat(some.f()).isZero();
    assertThat(Homozygosity.of(new byte[0], new double[0]).f()).isNaN();
  }

  @Test
  void kinshipOfTheGoldenSitesIsAsStated() {
    byte[] i = {0, 1, 2, 1, 1, 0, 2, 1, 0, 1, 1, 2};
    byte[] j = {0, 1, 1, 1, 2, 0, 2, 0, 0, 1, 1, 0};
    var both = Kinship.of(i, j);
    assertThat(both).isEqualTo(new Kinship(12, 4, 1, 6, 5, 7, 5));
    assertThat(both.phi()).isCloseTo(0.15, within(1e-12));
    assertThat(Kinship.of(i, i).phi()).isEqualTo(0.5);
  }

  @Test
  void kinshipIsTheSameBothWaysAndOneHalfToOneself() {
    Cases.check(
        "kinship is symmetric",
        made -> {
          byte[] a = new byte[made.between(1, 200)];
          byte[] b = new byte[a.length];
          for (int k = 0; k < a.length; k++) {
            a[k] = (byte) made.between(-1, 2);
            b[k] = (byte) made.between(-1, 2);
          }
          a[0] = 1;
          assertThat(Kinship.of(a, a).phi()).isEqualTo(0.5);
          assertThat(Double.compare(Kinship.of(a, b).phi(), Kinship.of(b, a).phi())).isZero();
          assertThat(Kinship.of(a, b).sites()).isLessThanOrEqualTo(a.length);
        });
  }

  @Test
  void withoutAHeterozygousPlaceThereIsNoKinship() {
    assertThat(Kinship.of(new byte[] {0, 2}, new byte[] {1, 1}).phi()).isNaN();
  }

  @Test
  void triosOfTheSpecificationFitOrDoNot() {
    int[] reference = {0, 0};
    int[] het = {0, 1};
    int[] alternate = {1, 1};
    assertThat(Trio.isPossible(het, reference, reference)).isFalse();
    assertThat(Trio.isPossible(alternate, reference, het)).isFalse();
    assertThat(Trio.isPossible(het, reference, alternate)).isTrue();
    assertThat(Trio.isPossibleX(0, alternate)).isFalse();
    assertThat(Trio.isPossibleX(1, het)).isTrue();
  }

  @Test
  void aParentWhoWasNotLookedAtMayHaveGivenAnything() {
    assertThat(Trio.isPossible(new int[] {1, 1}, null, new int[] {0, 1})).isTrue();
    assertThat(Trio.isPossible(new int[] {1, 1}, null, new int[] {0, 0})).isFalse();
  }

  /// Every child that has one allele of each parent fits; of all others none does.
  @Test
  void exactlyTheChildrenThatTakeOneAlleleOfEachFit() {
    for (int father = 0; father < 9; father++) {
      for (int mother = 0; mother < 9; mother++) {
        for (int child = 0; child < 9; child++) {
          int[] f = {father / 3, father % 3};
          int[] m = {mother / 3, mother % 3};
          int[] c = {child / 3, child % 3};
          Arrays.sort(c);
          boolean fits = false;
          for (int a : f) {
            for (int b : m) {
              int[] made = {Math.min(a, b), Math.max(a, b)};
              fits |= Arrays.equals(made, c);
            }
          }
          assertThat(Trio.isPossible(c, f, m)).isEqualTo(fits);
        }
      }
    }
  }

  @Test
  void aPlaceThatCannotShowAnErrorTellsNothing() {
    int[] het = {0, 1};
    int[] reference = {0, 0};
    assertThat(Trio.isInformative(het, het, het, 2)).isFalse();
    assertThat(Trio.isInformative(reference, reference, reference, 2)).isFalse();
    assertThat(Trio.isInformative(het, het, reference, 2)).isTrue();
    assertThat(Trio.isInformative(het, null, het, 2)).isFalse();
    assertThat(Trio.isInformative(het, het, het, 3)).isTrue();
  }
}
