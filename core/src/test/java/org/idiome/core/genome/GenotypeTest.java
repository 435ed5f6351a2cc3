package org.idiome.core.genome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GenotypeTest {
  @Test
  void aMissingAlleleIsNeverTheReference() {
    var half = Genotype.of(new int[] {-1, 0}, false, null);
    assertThat(half.text()).isEqualTo("./0");
    assertThat(half.isMissing(0)).isTrue();
    assertThat(half.isCalled()).isTrue();
    assertThat(half.isComplete()).isFalse();
    assertThat(half.isReference()).isFalse();
    assertThat(half.isHomozygous()).isFalse();
    assertThat(half.count(0)).isEqualTo(1);
    assertThatThrownBy(() -> half.allele(0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void noGenotypeIsNothing() {
    var none = Genotype.of(new int[0], false, null);
    assertThat(none.ploidy()).isZero();
    assertThat(none.text()).isEmpty();
    assertThat(none.isCalled()).isFalse();
    assertThat(none.isComplete()).isFalse();
    assertThat(none.isReference()).isFalse();
  }

  @Test
  void keepsPloidyAndPhase() {
    var phased = Genotype.of(new int[] {1, 0}, true, "7");
    assertThat(phased.text()).isEqualTo("1|0");
    assertThat(phased).hasToString("1|0 PS 7");
    assertThat(phased).isNotEqualTo(Genotype.of(new int[] {1, 0}, true, null));
    assertThat(phased).isNotEqualTo(Genotype.of(new int[] {1, 0}, false, "7"));
    assertThat(Genotype.of(new int[] {1, 1, 2}, false, null).text()).isEqualTo("1/1/2");
    assertThat(Genotype.of(new int[] {1}, false, null).isHomozygous()).isTrue();
  }

  @Test
  void copiesItsAllelesAndHasOneMissing() {
    int[] alleles = {-7, 1};
    var genotype = Genotype.of(alleles, false, null);
    alleles[1] = 0;
    assertThat(genotype).isEqualTo(Genotype.of(new int[] {-1, 1}, false, null));
    assertThat(genotype).hasSameHashCodeAs(Genotype.of(new int[] {-1, 1}, false, null));
  }
}
