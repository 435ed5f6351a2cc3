package org.idiome.care.pharmacogenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.idiome.knowledge.pharmacogene.DefiningPosition;
import org.idiome.knowledge.pharmacogene.Pharmacogene;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same genotypes give the same row, however their records are written: with alternates that
/// nobody carries, more bases than needed, twice, in the other order, or just good enough.
@Tag("slow")
class FormsOfRecordsTest {
  private static final int PERSONS = 20;
  private static final long SEED = 20_261_121;

  @TempDir private Path folder;

  /// The two alleles at a position, 0 the reference, `i` the `i`-th alternate of the table.
  private record Pair(int first, int second) {}

  /// A record in one of several forms, `CHROM POS REF ALT FORMAT SAMPLE`.
  private enum Form {
    PLAIN,
    OPEN_ENDED,
    SPANNING_LAST,
    SPANNING_FIRST,
    OTHER_ALTERNATE_FIRST,
    TWICE,
    OTHER_ORDER,
    JUST_GOOD_ENOUGH,
    UNTRIMMED;

    List<String> of(String contig, DefiningPosition at, Pair pair, boolean isAlone) {
      var alternates = new ArrayList<>(at.alternates());
      var reference = at.reference();
      int first = pair.first();
      int second = pair.second();
      int shift = 0;
      var format = "GT";
      var behind = "";
      switch (this) {
        case PLAIN, TWICE -> {}
        case OPEN_ENDED -> alternates.add("<NON_REF>");
        case SPANNING_LAST -> alternates.add("*");
        case SPANNING_FIRST -> {
          alternates.addFirst("*");
          shift = 1;
        }
        case OTHER_ALTERNATE_FIRST -> {
          alternates.addFirst(other(reference, alternates));
          shift = 1;
        }
        case OTHER_ORDER -> {
          first = pair.second();
          second = pair.first();
        }
        case JUST_GOOD_ENOUGH -> {
          format = "GT:GQ:DP";
          behind = ":20:10";
        }
        case UNTRIMMED -> {
          var more = isAlone ? "A" : "";
          reference += more;
          alternates.replaceAll(one -> one + more);
        }
      }
      var genotype = (first > 0 ? first + shift : 0) + "/" + (second > 0 ? second + shift : 0);
      var record =
          String.join(
              " ",
              contig,
              Integer.toString(at.position1()),
              reference,
              String.join(",", alternates),
              format,
              genotype + behind);
      return this == TWICE ? List.of(record, record) : List.of(record);
    }

    /// An alternate that the table does not have: a base, or one more base behind.
    private static String other(String reference, List<String> alternates) {
      for (var base : List.of("A", "C", "G", "T")) {
        var one = reference.length() == 1 ? base : reference + base + base + base;
        if (!one.equals(reference) && !alternates.contains(one)) {
          return one;
        }
      }
      return reference + "ACGTACGT";
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CYP2C19", "DPYD"})
  void changeNothing(String symbol) {
    var gene = StarterKnowledge.shipped().pharmacogenes().gene(symbol);
    assertThat(gene).isNotNull();
    var random = new Random(SEED);
    for (int person = 0; gene != null && person < PERSONS; person++) {
      var plain = Panel.of(folder, symbol);
      var formed = Panel.of(folder, symbol);
      int one = random.nextInt(gene.called().size());
      int two = random.nextInt(gene.called().size());
      for (int position = 0; position < gene.positions().size(); position++) {
        var at = gene.positions().get(position);
        var pair = new Pair(base(gene, one, position), base(gene, two, position));
        var contig = gene.contig().display();
        boolean isAlone = isAlone(gene, position);
        if (random.nextInt(20) == 0) {
          plain.without(at.position1());
          formed.without(at.position1());
          continue;
        }
        var form = Form.values()[random.nextInt(Form.values().length)];
        plain.at(at.position1(), Form.PLAIN.of(contig, at, pair, isAlone).getFirst());
        formed.at(at.position1(), form.of(contig, at, pair, isAlone).toArray(String[]::new));
      }
      var right = plain.run();
      var same = formed.run();
      for (var column : PharmacogeneTable.COLUMNS.subList(1, 10)) {
        assertThat(Runs.cell(same, symbol, column))
            .as("%s of person %d, seed %d", column, person, SEED)
            .isEqualTo(Runs.cell(right, symbol, column));
      }
    }
  }

  private static int base(Pharmacogene gene, int allele, int position) {
    return Integer.numberOfTrailingZeros(gene.matrix().admitted(allele, position));
  }

  /// Whether no other position is so near that another base behind this one would speak of it.
  private static boolean isAlone(Pharmacogene gene, int position) {
    var own = gene.positions().get(position).locus();
    return gene.positions().stream()
        .filter(other -> !other.locus().equals(own))
        .allMatch(other ->
            other.locus().start0() > own.end0() + 2 || other.locus().end0() < own.start0() - 2);
  }
}
