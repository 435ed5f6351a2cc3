package org.idiome.genomics.consequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.normal.NormalForm;
import org.junit.jupiter.api.Test;

/// What holds for every change of every gene.
class SymmetryTest {
  private static final long SEED = 20_261_122;
  private static final int GENES = 60;
  private static final int CHANGES = 120;

  private record Change(int start0, String reference, String alternate) {}

  private static Change change(Random random, String bases) {
    int length = random.nextInt(10) < 8 ? random.nextInt(7) : random.nextInt(90);
    int at = 1 + random.nextInt(bases.length() - length - 2);
    var reference = bases.substring(at, at + length);
    var alternate =
        switch (random.nextInt(4)) {
          case 0 -> MadeUpGene.bases(random, random.nextInt(7));
          case 1 -> reference + reference;
          case 2 -> "";
          default -> MadeUpGene.bases(random, length);
        };
    return new Change(at, reference, alternate);
  }

  private static String told(List<Consequence> all) {
    var text = new StringBuilder();
    for (var one : all) {
      text.append(one.codes())
          .append(one.hgvs())
          .append(one.proteinHgvs())
          .append(one.residues())
          .append(one.exon())
          .append(one.intron())
          .append(one.decay())
          .append(one.notes())
          .append(one.elsewhere());
    }
    return text.toString();
  }

  /// Contig and gene read from the other strand give the same answer.
  @Test
  void theOtherStrandTellsTheSame() throws IOException {
    var random = new Random(SEED);
    int told = 0;
    for (int gene = 0; gene < GENES; gene++) {
      var whole = MadeUpGene.of(random);
      var made = gene % 3 == 2 ? whole.cut(random) : whole;
      var turned = made.turned();
      var one = new Consequences(Models.of(made.gff()), "one", new Problems());
      var other = new Consequences(Models.of(turned.gff()), "other", new Problems());
      for (int i = 0; i < CHANGES; i++) {
        var change = change(random, made.bases());
        var form =
            NormalForm.of(made.window(), change.start0(), change.reference(), change.alternate());
        var turnedForm =
            NormalForm.of(
                turned.window(),
                made.bases().length() - change.start0() - change.reference().length(),
                Bases.reverseComplement(change.reference()),
                Bases.reverseComplement(change.alternate()));
        var first = one.of("c", made.window(), form);
        told += first.size();
        assertThat(told(other.of("c", turned.window(), turnedForm)))
            .as(() -> SEED + " " + change + "\n" + made.gff() + made.bases())
            .isEqualTo(told(first));
      }
    }
    assertThat(told).isGreaterThan(GENES * CHANGES / 2);
  }

  /// However much a record carries along, and wherever it puts an indel, the answer is one.
  @Test
  void everySpellingTellsTheSame() throws IOException {
    var random = new Random(SEED);
    for (int gene = 0; gene < GENES; gene++) {
      var made = MadeUpGene.of(random);
      var consequences = new Consequences(Models.of(made.gff()), "one", new Problems());
      for (int i = 0; i < CHANGES; i++) {
        var change = change(random, made.bases());
        var form =
            NormalForm.of(made.window(), change.start0(), change.reference(), change.alternate());
        if (form.isSame()) {
          continue;
        }
        int shift = form.rolls() == 0 ? 0 : random.nextInt(form.rolls() + 1);
        int from = Math.max(0, form.start0() + shift - random.nextInt(5));
        int end = form.start0() + form.rolls() + form.reference().length();
        int to = Math.min(made.bases().length(), end + random.nextInt(5));
        int at = form.start0() + shift;
        var moved = rotated(form.alternate(), shift);
        int behind = at + form.reference().length();
        var alternate =
            made.bases().substring(from, at) + moved + made.bases().substring(behind, to);
        var spelt = NormalForm.of(made.window(), from, made.bases().substring(from, to), alternate);
        assertThat(told(consequences.of("c", made.window(), spelt)))
            .as(() -> SEED + " " + change)
            .isEqualTo(told(consequences.of("c", made.window(), form)));
      }
    }
  }

  private static String rotated(String text, int by) {
    if (text.isEmpty()) {
      return text;
    }
    int from = by % text.length();
    return text.substring(from) + text.substring(0, from);
  }
}
