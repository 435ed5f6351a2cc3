package org.idiome.genomics.liftover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.idiome.genomics.liftover.Lifted.Moved;
import org.idiome.genomics.liftover.Lifted.Not;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.reference.Window;
import org.idiome.testkit.Cases;
import org.idiome.testkit.Made;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiftoverTest {
  /// Twelve bases alike, two only on the source, twelve alike, three only on the target, six alike
  /// on the other strand. Worked out by hand.
  ///
  /// Source: `GATTACAGATTA` `CC` `GGCATCATCATC` `AACTGC` (32 bases). Target: `GATTACAGATTA`
  /// `GGCATCATCATC` `TTT` `GCAGTT` (33 bases).
  private static final String CHAIN =
      """
      chain 100 s 32 + 0 26 t 33 + 0 24 1
      12 2 0
      12

      chain 50 s 32 + 26 32 t 33 - 0 6 2
      6
      """;

  private static final String TARGET = "GATTACAGATTAGGCATCATCATCTTTGCAGTT";

  @TempDir Path folder;

  private Lifted lift(
      String chain, String target, boolean mayExchange, int position, String ref, String... alt)
      throws IOException {
    var fasta = MadeAssemblies.fasta(folder, "t", target);
    try (var opened = ReferenceFasta.open(fasta, "t.fa")) {
      return new Liftover(MadeAssemblies.read(chain), new TargetContigs(opened), null, mayExchange)
          .lift("s", position, ref, List.of(alt));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // position, ref, alt -> position, ref, alt
    "1, G, C, 1, G, C",
    "12, A, G, 12, A, G",
    "15, G, T, 13, G, T",
    "27, A, G, 33, T, C",
    "28, AC, GT, 31, GT, AC",
    "32, C, T, 28, G, A",
    "4, T, TT, 2, A, AT",
    // One of the two T behind the first A, which may be either: written at the left one.
    "4, TA, A, 2, AT, A",
    // On the other strand: between A and C on the source, between G and T there.
    "28, A, AT, 31, G, GA"
  })
  void knownPlaces(
      int position, String ref, String alt, int there, String otherRef, String otherAlt)
      throws IOException {
    assertThat(lift(CHAIN, TARGET, false, position, ref, alt))
        .isInstanceOfSatisfying(
            Moved.class,
            moved -> {
              assertThat(moved.position1()).isEqualTo(there);
              assertThat(moved.reference()).isEqualTo(otherRef);
              assertThat(moved.alternates()).containsExactly(otherAlt);
              assertThat(moved.isReversed()).isEqualTo(position > 26);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "13, C, T, UNMAPPED",
    "12, AC, A, SPANS_GAP",
    "14, CG, TT, UNMAPPED",
    // CAT may be put in anywhere in the repeat, which ends where the target has more bases.
    "17, C, CATC, INDEL_AT_GAP",
    // Behind the last base before a gap: what the target has there may be just this.
    "12, A, AG, INDEL_AT_GAP",
    "33, A, C, BEYOND_CONTIG",
    "1, T, C, REFERENCE_DIFFERS",
    "1, C, G, REFERENCE_SWAPPED",
    "1, N, C, UNKNOWN_BASE"
  })
  void knownRefusals(int position, String ref, String alt, Unlifted reason) throws IOException {
    assertThat(lift(CHAIN, TARGET, false, position, ref, alt)).isEqualTo(new Not(reason));
  }

  @Test
  void whatTheTargetHasAlreadyIsNotPutInAgain() throws IOException {
    // The target has AT where the source has none: the copy with the insertion is the target.
    var chain = "chain 1 s 8 + 0 8 t 10 + 0 10 1\n4 0 2\n4\n";
    assertThat(lift(chain, "GGGCATTTTT", false, 4, "C", "CAT"))
        .isEqualTo(new Not(Unlifted.INDEL_AT_GAP));
  }

  @Test
  void whatRollsOverABaseThatDiffersIsRefusedWhereTheSourceIsKnown() throws IOException {
    // T put in behind A on the source; the target has T in the place of A.
    var chain = MadeAssemblies.read("chain 1 s 8 + 0 8 t 8 + 0 8 1\n8\n");
    var here = MadeAssemblies.fasta(folder, "s", "GGCTAGGG");
    var there = MadeAssemblies.fasta(folder, "t", "GGCTTGGG");
    try (var source = ReferenceFasta.open(here, "s.fa");
        var target = ReferenceFasta.open(there, "t.fa")) {
      var targets = new TargetContigs(target);
      assertThat(new Liftover(chain, targets, source, false).lift("s", 6, "G", List.of("TG")))
          .isEqualTo(new Not(Unlifted.INDEL_AT_DIFFERENCE));
      assertThat(new Liftover(chain, targets, null, false).lift("s", 6, "G", List.of("TG")))
          .isInstanceOf(Moved.class);
    }
  }

  @Test
  void aBaseWithTwoPlacesHasNone() throws IOException {
    var chain = "chain 9 s 8 + 0 6 t 20 + 0 6 1\n6\n\nchain 1 s 8 + 4 8 t 20 + 10 14 2\n4\n";
    var target = "ACGTACGTACACGTACGTAC";
    assertThat(lift(chain, target, false, 5, "A", "C")).isEqualTo(new Not(Unlifted.SEVERAL_PLACES));
    assertThat(lift(chain, target, false, 4, "T", "C")).isInstanceOf(Moved.class);
    assertThat(lift(chain, target, false, 7, "G", "C"))
        .isInstanceOfSatisfying(Moved.class, moved -> assertThat(moved.position1()).isEqualTo(13));
  }

  @Test
  void referenceAndAlternateChangePlacesOnlyWhereThatWasAskedFor() throws IOException {
    assertThat(lift(CHAIN, TARGET, true, 27, "C", "G", "A"))
        .isInstanceOfSatisfying(
            Moved.class,
            moved -> {
              assertThat(moved.reference()).isEqualTo("T");
              assertThat(moved.alternates()).containsExactly("C", "G");
              assertThat(moved.exchanged()).isEqualTo(1);
            });
  }

  @Test
  void anyOtherAlleleStaysWhatItIs() throws IOException {
    assertThat(lift(CHAIN, TARGET, false, 27, "A", "G", "*", "<NON_REF>"))
        .isInstanceOfSatisfying(
            Moved.class,
            moved -> assertThat(moved.alternates()).containsExactly("C", "*", "<NON_REF>"));
    // The base before the deletion on the other strand was not looked at.
    assertThat(lift(CHAIN, TARGET, false, 28, "AC", "A", "<NON_REF>"))
        .isEqualTo(new Not(Unlifted.NOT_SUPPORTED));
  }

  /// An allele of a source.
  private record Allele(int start0, String reference, String alternate) {
    static Allele of(Made made, String source) {
      int start = made.between(0, source.length() - 1);
      int end = Math.min(source.length(), start + made.between(1, 4));
      var reference = source.substring(start, made.coin() ? start + 1 : end);
      var alternate = new StringBuilder(made.coin() ? reference.substring(0, 1) : "");
      for (int i = made.between(0, 3); i > 0 || alternate.isEmpty(); i--) {
        alternate.append("ACGT".charAt(made.between(0, 3)));
      }
      return new Allele(start, reference, alternate.toString());
    }
  }

  /// What a copy is that has the allele is told by the bases, not by the way in which they are
  /// found.
  @Tag("slow")
  @Test
  void theCopyIsTheSameOnBothAssemblies() throws IOException {
    var moved = new AtomicInteger();
    Cases.check(
        "a lifted allele makes of the target what it made of the source",
        made -> {
          var both = MadeAssemblies.of(made);
          var target = both.target.toString();
          var fasta = MadeAssemblies.fasta(folder, "t", target);
          try (var opened = ReferenceFasta.open(fasta, "t.fa")) {
            var liftover = new Liftover(both.chains(), new TargetContigs(opened), null, true);
            for (int i = 0; i < 20; i++) {
              var allele = Allele.of(made, both.source.toString());
              var answer =
                  liftover.lift(
                      "s", allele.start0() + 1, allele.reference(), List.of(allele.alternate()));
              if (!allele.reference().equals(allele.alternate()) && answer instanceof Moved one) {
                requireSameCopy(both, target, allele, one);
                moved.incrementAndGet();
              }
            }
          }
        });
    assertThat(moved.get()).as("cases that say anything").isGreaterThan(3000);
  }

  private static void requireSameCopy(
      MadeAssemblies both, String target, Allele allele, Moved moved) {
    int one = both.places[allele.start0()];
    int other = both.places[allele.start0() + allele.reference().length() - 1];
    int from = Math.min(one, other);
    int to = Math.max(one, other) + 1;
    assertThat(to - from).as("in one piece").isEqualTo(allele.reference().length());
    // An exchanged allele tells of the old reference what it is now.
    var copy = moved.exchanged() < 0 ? allele.alternate() : allele.reference();
    var put = moved.isReversed() ? MadeAssemblies.other(copy) : copy;
    var expected = target.substring(0, from) + put + target.substring(to);
    int at = moved.position1() - 1;
    int end = at + moved.reference().length();
    assertThat(moved.reference()).isEqualTo(target.substring(at, end));
    assertThat(target.substring(0, at) + moved.alternates().getFirst() + target.substring(end))
        .isEqualTo(expected);
    boolean isExchanged = !target.substring(from, to).equals(onTarget(allele, moved));
    assertThat(moved.exchanged() >= 0).isEqualTo(isExchanged);
  }

  private static String onTarget(Allele allele, Moved moved) {
    return moved.isReversed() ? MadeAssemblies.other(allele.reference()) : allele.reference();
  }

  @Tag("slow")
  @Test
  void thereAndBackIsTheSameAllele() throws IOException {
    var back = new AtomicInteger();
    Cases.check(
        "an allele that is lifted there and back is the same",
        made -> {
          var both = MadeAssemblies.of(made);
          var there = MadeAssemblies.fasta(folder, "t", both.target);
          var here = MadeAssemblies.fasta(folder, "s", both.source);
          var window = new Window(both.source.toString());
          try (var target = ReferenceFasta.open(there, "t.fa");
              var source = ReferenceFasta.open(here, "s.fa")) {
            var liftover = new Liftover(both.chains(), new TargetContigs(target), source, false);
            var return0 = new Liftover(both.back(), new TargetContigs(source), target, false);
            for (int i = 0; i < 20; i++) {
              var allele = Allele.of(made, both.source.toString());
              boolean isMoved =
                  !allele.reference().equals(allele.alternate())
                      && liftover.lift(
                              "s",
                              allele.start0() + 1,
                              allele.reference(),
                              List.of(allele.alternate()))
                          instanceof Moved one
                      && return0.lift("t", one.position1(), one.reference(), one.alternates())
                          instanceof Moved two
                      && isSame(window, allele, two);
              back.addAndGet(isMoved ? 1 : 0);
            }
          }
        });
    assertThat(back.get()).as("cases that say anything").isGreaterThan(3000);
  }

  private static boolean isSame(Window source, Allele allele, Moved back) {
    assertThat(
            NormalForm.of(
                source, back.position1() - 1, back.reference(), back.alternates().getFirst()))
        .isEqualTo(NormalForm.of(source, allele.start0(), allele.reference(), allele.alternate()));
    return true;
  }

  @Tag("slow")
  @Test
  void everyBaseLiesWhereItWasPut() throws IOException {
    Cases.check(
        "every base lies where it was put",
        made -> {
          var both = MadeAssemblies.of(made);
          var source = both.chains().source("s");
          assertThat(source).isNotNull();
          for (int at = 0; source != null && at < both.source.length(); at++) {
            int block = source.block(at);
            assertThat(block < 0 ? -1 : source.target0(block, at)).isEqualTo(both.places[at]);
          }
        });
  }
}
