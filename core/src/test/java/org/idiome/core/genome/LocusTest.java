package org.idiome.core.genome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.idiome.testkit.Cases;
import org.idiome.testkit.Made;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocusTest {
  private static final Contig ONE = new Contig("1");

  private static Locus locus(int start0, int end0) {
    return new Locus(GenomeBuild.GRCH38, ONE, start0, end0);
  }

  @Test
  void isHalfOpenInsideAndOneBasedAtTheDoor() {
    var base = Locus.at(GenomeBuild.GRCH38, new Contig("10"), 94781859);
    assertThat(base.start0()).isEqualTo(94781858);
    assertThat(base.position1()).isEqualTo(94781859);
    assertThat(base.display()).isEqualTo("chr10:94781859");
    assertThat(locus(10, 20).display()).isEqualTo("chr1:11-20");
    assertThat(locus(10, 20).toJson().pretty()).contains("\"start\": 11", "\"end\": 20");
  }

  @Test
  void overlapsWhereABaseIsShared() {
    assertThat(locus(10, 20).overlaps(locus(19, 30))).isTrue();
    assertThat(locus(10, 20).overlaps(locus(20, 30))).isFalse();
    assertThat(locus(10, 20).overlaps(new Locus(GenomeBuild.GRCH37, ONE, 10, 20))).isFalse();
    Cases.check(
        "overlap is symmetric and means a shared base",
        made -> {
          var a = made(made);
          var b = made(made);
          boolean isShared = Math.max(a.start0(), b.start0()) < Math.min(a.end0(), b.end0());
          assertThat(a.overlaps(b)).isEqualTo(b.overlaps(a));
          if (a.end0() > a.start0() && b.end0() > b.start0()) {
            assertThat(a.overlaps(b)).isEqualTo(isShared);
          }
        });
  }

  private static Locus made(Made made) {
    int start = made.between(0, 20);
    return locus(start, start + made.between(0, 5));
  }

  @Test
  void contigsStandInKaryotypeOrder() {
    var sorted =
        List.of("1", "2", "9", "10", "22", "X", "Y", "MT", "GL000009.2", "HLA-A*01:01").stream()
            .map(Contig::new)
            .toList();
    assertThat(sorted.reversed().stream().sorted()).containsExactlyElementsOf(sorted);
    assertThat(sorted.stream().map(Contig::display))
        .startsWith("chr1")
        .contains("chrX", "chrM", "GL000009.2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "chr 1", "1\t", "\u0000"})
  void refusesWhatNamesNoContig(String name) {
    assertThatThrownBy(() -> new Contig(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesStretchesThatCannotBe() {
    assertThatThrownBy(() -> locus(-1, 5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> locus(5, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Locus.at(GenomeBuild.GRCH38, ONE, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
