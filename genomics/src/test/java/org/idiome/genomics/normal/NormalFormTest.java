package org.idiome.genomics.normal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.idiome.genomics.normal.NormalForm.VcfForm;
import org.idiome.genomics.reference.Window;
import org.idiome.testkit.Cases;
import org.idiome.testkit.Made;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFormTest {
  @ParameterizedTest
  @CsvSource({
    // sequence, start, reference, alternate -> left-aligned, justified
    "GCAAAAAAAAAC, 2, A, AAA, 2, C, CAA, 2, 11, AAAAAAAAAAA",
    "GCAAAAAAAAAC, 9, AAC, AC, 2, CA, C, 2, 11, AAAAAAAA",
    "CTCCTG, 0, CTCCT, CT, 1, CTCC, C, 0, 5, CT",
    "AAAC, 0, AA, A, 1, AA, A, 0, 3, AA",
    "AAAC, 0, AAA, AAAA, 1, A, AA, 0, 3, AAAA",
    "GATC, 1, AT, CG, 2, AT, CG, 1, 3, CG",
    "GATC, 0, GATC, GCTC, 2, A, C, 1, 2, C",
    "GATC, 3, C, CG, 4, C, CG, 4, 4, G",
    "ACGT, 0, ACGT, ACT, 2, CG, C, 2, 3, ''"
  })
  void knownForms(
      String sequence,
      int start0,
      String reference,
      String alternate,
      int position1,
      String vcfReference,
      String vcfAlternate,
      int from,
      int to,
      String becomes) {
    var window = new Window(sequence);
    var form = NormalForm.of(window, start0, reference, alternate);
    assertThat(form.leftAligned(window))
        .isEqualTo(new VcfForm(position1, vcfReference, vcfAlternate));
    assertThat(form.justified()).isEqualTo(new NormalForm.Justified(from, to, becomes));
  }

  @Test
  void whatChangesNothingIsSaidSo() {
    assertThat(NormalForm.of(new Window("ACGT"), 1, "CG", "CG").isSame()).isTrue();
    assertThat(NormalForm.of(new Window("ACGT"), 1, "CG", "CA").isSame()).isFalse();
  }

  /// Any two spellings of one result have one form, each form makes that result, and the form of
  /// the form is itself; of the reverse complement, the justified form is the reverse complement.
  @Test
  void everySpellingHasOneForm() {
    Cases.check("every spelling has one form", NormalFormTest::oneForm);
  }

  private static void oneForm(Made made) {
    // Few letters, so that most of what is put in or taken out can be rolled.
    var letters = made.oneOf(List.of("A", "AC", "ACGT"));
    var sequence = made.text(letters, 30) + "G" + made.text(letters, 30);
    int start = made.between(0, sequence.length() - 1);
    int end = made.between(start, sequence.length());
    var alternate = made.text(letters, 8);
    var result = sequence.substring(0, start) + alternate + sequence.substring(end);
    if (result.equals(sequence) || result.isEmpty()) {
      return;
    }
    var window = new Window(sequence);
    var form = NormalForm.of(window, start, sequence.substring(start, end), alternate);
    int wider = made.between(0, start);
    int further = made.between(end, sequence.length());
    var again =
        NormalForm.of(
            window,
            wider,
            sequence.substring(wider, further),
            sequence.substring(wider, start) + alternate + sequence.substring(end, further));
    assertThat(again).isEqualTo(form);
    var left = form.leftAligned(window);
    assertThat(applied(sequence, left.position1() - 1, left.reference(), left.alternate()))
        .isEqualTo(result);
    assertThat(NormalForm.of(window, left.position1() - 1, left.reference(), left.alternate()))
        .isEqualTo(form);
    var full = form.justified();
    var replaced = sequence.substring(full.start0(), full.end0());
    assertThat(applied(sequence, full.start0(), replaced, full.alternate())).isEqualTo(result);
    mirrored(sequence, result, full);
  }

  private static void mirrored(String sequence, String result, NormalForm.Justified full) {
    var turned = complement(sequence);
    var form = NormalForm.of(new Window(turned), 0, turned, complement(result));
    if (form.isRollable()) {
      assertThat(form.justified())
          .isEqualTo(
              new NormalForm.Justified(
                  sequence.length() - full.end0(),
                  sequence.length() - full.start0(),
                  complement(full.alternate())));
    }
  }

  private static String applied(String sequence, int start0, String reference, String alternate) {
    assertThat(sequence.substring(start0)).startsWith(reference);
    return sequence.substring(0, start0)
        + alternate
        + sequence.substring(start0 + reference.length());
  }

  private static String complement(String bases) {
    var out = new StringBuilder();
    for (int i = bases.length() - 1; i >= 0; i--) {
      out.append("TGCA".charAt("ACGT".indexOf(bases.charAt(i))));
    }
    return out.toString();
  }
}
