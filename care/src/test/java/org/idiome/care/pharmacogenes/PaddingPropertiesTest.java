package org.idiome.care.pharmacogenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.idiome.core.run.Run;
import org.idiome.knowledge.pharmacogene.DefiningPosition;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bases that a record repeats on either side of its change never change the answer.
class PaddingPropertiesTest {
  private static final int PERSONS = 30;
  private static final int MOST_PADDING = 4;
  private static final List<String> GENOTYPES =
      List.of("0/0", "0/0", "0/0", "0/0", "0/1", "1/1", "0|1", "1|0", "./1", "0/.", "./.");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"CYP2C19", "DPYD"})
  void paddedAndPlainRecordsAreReadAlike(String symbol) {
    var gene = StarterKnowledge.shipped().pharmacogenes().gene(symbol);
    if (gene == null) {
      throw new AssertionError(symbol);
    }
    for (int seed = 0; seed < PERSONS; seed++) {
      var random = new Random(seed);
      var bases = bases(gene.positions(), random);
      var plain = new ArrayList<String>();
      var padded = new ArrayList<String>();
      boolean hasBlock = seed % 2 == 1;
      if (hasBlock) {
        plain.add(block(gene.contig().display(), gene.positions()));
        padded.addAll(plain);
      }
      for (var position : gene.positions()) {
        var genotype = GENOTYPES.get(random.nextInt(GENOTYPES.size()));
        boolean isPadded = random.nextBoolean();
        int before = isPadded ? random.nextInt(MOST_PADDING) : 0;
        int behind = isPadded ? random.nextInt(MOST_PADDING) : 0;
        if (hasBlock && genotype.equals("0/0")) {
          continue;
        }
        var contig = gene.contig().display();
        plain.add(record(contig, position, genotype, bases, 0, 0));
        padded.add(record(contig, position, genotype, bases, before, behind));
      }
      assertThat(cells(run("padded.vcf", padded), symbol))
          .as("seed %d", seed)
          .isEqualTo(cells(run("plain.vcf", plain), symbol));
    }
  }

  /// Reference wherever no other record says something.
  private static String block(String contig, List<DefiningPosition> positions) {
    int first = positions.stream().mapToInt(DefiningPosition::position1).min().orElseThrow();
    int last = positions.stream().mapToInt(DefiningPosition::position1).max().orElseThrow();
    return String.join(
        " ",
        contig,
        Integer.toString(first - MOST_PADDING),
        "N <NON_REF> GT 0/0 .",
        "END=" + (last + 2 * MOST_PADDING));
  }

  /// The bases that the table states, and others where it states none.
  private static Map<Integer, Character> bases(List<DefiningPosition> positions, Random random) {
    var bases = new HashMap<Integer, Character>();
    for (var position : positions) {
      int first = position.position1();
      for (int at = first - MOST_PADDING; at < first + 2 * MOST_PADDING; at++) {
        bases.putIfAbsent(at, "ACGT".charAt(random.nextInt(4)));
      }
    }
    for (var position : positions) {
      for (int i = 0; i < position.reference().length(); i++) {
        bases.put(position.position1() + i, position.reference().charAt(i));
      }
    }
    return bases;
  }

  private static String record(
      String contig,
      DefiningPosition position,
      String genotype,
      Map<Integer, Character> bases,
      int before,
      int behind) {
    int first = position.position1();
    int end = first + position.reference().length();
    var head = text(bases, first - before, first);
    var tail = text(bases, end, end + behind);
    var alternates = position.alternates().stream().map(one -> head + one + tail).toList();
    return String.join(
        " ",
        contig,
        Integer.toString(first - before),
        head + position.reference() + tail,
        String.join(",", alternates),
        "GT",
        genotype);
  }

  private static String text(Map<Integer, Character> bases, int from, int to) {
    var text = new StringBuilder();
    for (int at = from; at < to; at++) {
      text.append(bases.getOrDefault(at, 'A'));
    }
    return text.toString();
  }

  private Run run(String name, List<String> records) {
    return Runs.of(Runs.vcf(folder, name, "GRCh38", records.toArray(String[]::new)), null);
  }

  /// From the state to what cannot be excluded.
  private static List<String> cells(Run run, String gene) {
    return PharmacogeneTable.COLUMNS.subList(2, 9).stream()
        .map(column -> Runs.cell(run, gene, column))
        .toList();
  }
}
