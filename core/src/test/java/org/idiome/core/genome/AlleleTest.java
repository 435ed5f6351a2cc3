package org.idiome.core.genome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlleleTest {
  private static final Contig CHR10 = new Contig("10");

  private static Allele allele(int position1, String reference, String alternate) {
    return Allele.of(GenomeBuild.GRCH38, CHR10, position1, reference, alternate);
  }

  /// CYP2C19*2 (rs4244285) is 10:94781859 G>A in GRCh38 (PharmVar).
  @ParameterizedTest(name = "{0} {1}>{2} is {3}")
  @CsvSource({
    "94781859, G, A, GRCh38-10-94781859-G-A",
    "94781857, CCG, CCA, GRCh38-10-94781859-G-A",
    "94781859, GGA, AGA, GRCh38-10-94781859-G-A",
    "94781857, CCGGA, CCAGA, GRCh38-10-94781859-G-A",
    "100, CA, C, GRCh38-10-101-A-.",
    "99, GCA, GC, GRCh38-10-101-A-.",
    "100, C, CAT, GRCh38-10-101-.-AT",
    "100, CAG, TT, GRCh38-10-100-CAG-TT",
    "100, ACAGA, ATTA, GRCh38-10-101-CAG-TT",
    "100, CAAA, CAA, GRCh38-10-101-A-.",
    "100, CNG, CTG, GRCh38-10-101-N-T"
  })
  void hasOneKey(int position1, String reference, String alternate, String key) {
    assertThat(allele(position1, reference, alternate).key()).isEqualTo(key);
  }

  @Test
  void trimmingTwiceChangesNothing() {
    Cases.check(
        "a trimmed allele is its own trimmed form",
        made -> {
          var reference = made.text("AC", 8);
          var alternate = made.text("AC", 8);
          if (!reference.equals(alternate)) {
            var once = allele(100, reference, alternate);
            var again = allele(once.start0() + 1, once.reference(), once.alternate());
            assertThat(again).isEqualTo(once);
          }
        });
  }

  @Test
  void aSubstitutionHasOneKeyHoweverItIsPadded() {
    Cases.check(
        "padding a substitution on either side changes nothing",
        made -> {
          var reference = "A" + made.text("ACGT", 5) + "C";
          var alternate = "G" + made.text("ACGT", 5) + "T";
          var left = made.text("ACGT", 6);
          var right = made.text("ACGT", 6);
          assertThat(
                  allele(100 - left.length(), left + reference + right, left + alternate + right))
              .isEqualTo(allele(100, reference, alternate));
        });
  }

  @Test
  void aLeftAlignedInsertionOrDeletionHasOneKeyHoweverItIsPadded() {
    Cases.check(
        "padding a left-aligned insertion or deletion changes nothing",
        made -> {
          var bases = made.text("ACG", 5) + "A";
          var left = made.text("ACGT", 6) + "T";
          var right = made.text("ACGT", 6);
          int start = 100 - left.length();
          assertThat(allele(start, left + bases + right, left + right).key())
              .isEqualTo("GRCh38-10-100-" + bases + "-.");
          assertThat(allele(start, left + right, left + bases + right).key())
              .isEqualTo("GRCh38-10-100-.-" + bases);
        });
  }

  @Test
  void keepsTheHaplotype() {
    Cases.check(
        "replacing the trimmed bases gives the same sequence",
        made -> {
          var reference = made.text("ACG", 8);
          var alternate = made.text("ACG", 8);
          if (!reference.equals(alternate)) {
            var allele = allele(1, reference, alternate);
            int end = allele.start0() + allele.reference().length();
            assertThat(reference.substring(allele.start0(), end)).isEqualTo(allele.reference());
            assertThat(
                    reference.substring(0, allele.start0())
                        + allele.alternate()
                        + reference.substring(end))
                .isEqualTo(alternate);
          }
        });
  }

  @ParameterizedTest
  @CsvSource({"100, A, A", "100, '', ''", "0, A, C", "100, a, c", "100, A, <DEL>", "100, A, *"})
  void refusesWhatIsNoReplacement(int position1, String reference, String alternate) {
    assertThatThrownBy(() -> allele(position1, reference, alternate))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesToBeBuiltUntrimmed() {
    assertThatThrownBy(() -> new Allele(GenomeBuild.GRCH38, CHR10, 99, "CA", "C"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
