package org.idiome.genomics.consequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.consequence.CopyChange.Copy;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.reference.Window;
import org.junit.jupiter.api.Test;

/// Changes of one person in one coding sequence.
class HaplotypesTest {
  // 1 M, 2 K (AAA), 3 Q (CAA), 4 G, 5 S (AGC), 6 L (TTA), 7 P, 8 stop
  private static final String BASES = "CC" + "ATGAAACAAGGTAGCTTACCTTAA" + "GGCC";

  private static final Copy EVERY = new Copy.Every();
  private static final Copy UNKNOWN = new Copy.Unknown();

  private final List<CopyChange> changes = new ArrayList<>();
  private final Window window = new Window(BASES);

  private static Copy side(int side) {
    return new Copy.Side("1", side);
  }

  private void add(int coding, String reference, String alternate, Copy copy) {
    int at = coding + 1;
    assertThat(BASES.startsWith(reference, at)).isTrue();
    changes.add(new CopyChange(coding, NormalForm.of(window, at, reference, alternate), copy));
  }

  private Haplotypes.Told told() throws IOException {
    int length = BASES.length();
    var models =
        Models.of(Models.gff('+', new int[][] {{1, length}}, new int[][] {{3, length - 4, 0}}));
    var transcript = models.over("c", 0, length).getFirst();
    return new Haplotypes(new Consequences(models, "models", new Problems()))
        .of(transcript, window, changes);
  }

  private static Set<String> said(List<CopyConsequence> some) {
    return some.stream()
        .map(one -> one.members() + " " + one.proteinHgvs())
        .collect(Collectors.toSet());
  }

  @Test
  void twoAlternatesOfOneRecordAreNeverOnOneCopy() throws IOException {
    int at = 6;
    var first = NormalForm.of(window, at, "A", "G");
    var second = NormalForm.of(window, at + 1, "A", "C");
    changes.add(new CopyChange(1, first, UNKNOWN, 7, 0));
    changes.add(new CopyChange(2, second, UNKNOWN, 7, 0));
    assertThat(told().open()).isEmpty();
    changes.set(1, new CopyChange(2, second, UNKNOWN, 8, 0));
    assertThat(told().open()).hasSize(1);
  }

  @Test
  void aReadingThatNoPhaseCanGiveIsNotGiven() throws IOException {
    add(5, "AA", "A", side(0));
    add(9, "A", "AC", side(0));
    add(14, "G", "A", UNKNOWN);
    // The second restores the frame on the copy of the first: the third is read alike on both.
    assertThat(said(told().known())).anyMatch(one -> one.startsWith("[5, 9] "));
    assertThat(told().open()).isEmpty();
  }

  @Test
  void twoChangesOfOneCodonOnOneCopyAreOne() throws IOException {
    add(7, "C", "T", side(0));
    add(9, "A", "G", side(0));
    // CAA > TAG; alone: a stop, and a silent change.
    assertThat(said(told().known())).containsExactly("[7, 9] p.(Gln3Ter)");
    assertThat(told().open()).isEmpty();
  }

  @Test
  void onTwoCopiesEachActsAlone() throws IOException {
    add(7, "C", "T", side(0));
    add(9, "A", "G", side(1));
    assertThat(said(told().known())).containsExactlyInAnyOrder("[7] p.(Gln3Ter)", "[9] p.(Gln3=)");
    assertThat(told().open()).isEmpty();
  }

  @Test
  void withoutPhaseBothReadingsAreGiven() throws IOException {
    add(4, "A", "G", UNKNOWN);
    add(5, "A", "C", UNKNOWN);
    var told = told();
    assertThat(said(told.known())).containsExactlyInAnyOrder("[4] p.(Lys2Glu)", "[5] p.(Lys2Thr)");
    assertThat(told.open()).hasSize(1);
    assertThat(said(List.of(told.open().getFirst().together())))
        .containsExactly("[4, 5] p.(Lys2Ala)");
    assertThat(said(told.open().getFirst().apart()))
        .containsExactlyInAnyOrder("[4] p.(Lys2Glu)", "[5] p.(Lys2Thr)");
  }

  @Test
  void twoPhaseSetsAreNotPhasedToEachOther() throws IOException {
    add(4, "A", "G", new Copy.Side("1", 0));
    add(5, "A", "C", new Copy.Side("2", 0));
    assertThat(told().known()).noneMatch(CopyConsequence::isJoined);
    assertThat(told().open()).hasSize(1);
  }

  @Test
  void whatStandsOnEveryCopyIsJoinedWithAll() throws IOException {
    add(4, "A", "G", EVERY);
    add(5, "A", "C", UNKNOWN);
    var told = told();
    assertThat(said(told.known()))
        .containsExactlyInAnyOrder("[4] p.(Lys2Glu)", "[4, 5] p.(Lys2Ala)");
    assertThat(told.open()).isEmpty();
  }

  @Test
  void aRestoredFrameIsToldByItsNetEffect() throws IOException {
    add(10, "G", "", side(0));
    add(18, "A", "AC", side(0));
    var joined = told().known().getFirst();
    assertThat(joined.members()).containsExactly(10, 18);
    assertThat(joined.terms()).containsExactly(Term.MISSENSE);
  }

  @Test
  void whatFollowsAStopOnTheSameCopyIsMarked() throws IOException {
    add(7, "C", "T", side(0));
    add(14, "G", "T", side(0));
    var known = told().known();
    assertThat(known.get(0).terms()).containsExactly(Term.STOP_GAINED);
    assertThat(known.get(0).notes()).doesNotContain(Note.BEHIND_STOP);
    assertThat(known.get(1).terms()).containsExactly(Term.MISSENSE);
    assertThat(known.get(1).notes()).contains(Note.BEHIND_STOP);
  }

  @Test
  void changesOfTheSameBasesAreNotJoinedButTold() throws IOException {
    add(4, "A", "G", side(0));
    add(4, "AAA", "CCC", side(0));
    var known = told().known();
    assertThat(known).hasSize(2);
    assertThat(known).allMatch(one -> one.notes().contains(Note.OVERLAPS));
    assertThat(known).noneMatch(CopyConsequence::isJoined);
  }

  /// An A of three is gone, the middle one is C: `ATG CAC` or `ATG ACC`, as it was written.
  @Test
  void anIndelIsNotRolledThroughWhatAnotherChanges() throws IOException {
    for (int written = 0; written <= 2; written += 2) {
      changes.clear();
      add(5, "A", "C", side(0));
      var gone = NormalForm.of(window, 4 + 1, "A", "");
      changes.add(new CopyChange(4, gone, side(0), 4, written));
      var protein = written == 0 ? "p.(Lys2HisfsTer?)" : "p.(Lys2ThrfsTer?)";
      assertThat(told().known()).hasSize(1);
      assertThat(told().known().getFirst().proteinHgvs()).isEqualTo(protein);
    }
  }

  /// Each takes one base: `ATG AAA CAA GGT AGC TTA` without its G, its C and an A of `CAA` keeps
  /// the frame with one codon less, which no two of them do.
  @Test
  void threeThatKeepTheFrameTogetherAreNamed() throws IOException {
    add(7, "C", "", UNKNOWN);
    add(13, "A", "", UNKNOWN);
    add(15, "C", "", UNKNOWN);
    var open = told().open();
    assertThat(open).hasSize(4);
    var three = open.getLast().together();
    // ATG AAA AAG GTG TTA CCT TAA: M K K V L P, where it was M K Q G S L P.
    assertThat(said(List.of(three))).containsExactly("[7, 13, 15] p.(Gln3_Ser5delinsLysVal)");
    assertThat(open.getLast().apart()).hasSize(3);
    changes.set(2, new CopyChange(15, changes.get(2).change(), side(0), 15, 0));
    changes.set(1, new CopyChange(13, changes.get(1).change(), side(1), 13, 0));
    assertThat(told().open()).as("two of them stand on two copies").hasSize(2);
  }
}
