package org.idiome.knowledge.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.idiome.genomics.io.Limits;
import org.idiome.knowledge.release.ToldRelease;
import org.idiome.knowledge.similarity.Similarity.BestMatches;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.SourceText;
import org.idiome.knowledge.source.kgx.KgxImporter;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;

class SimilarityTest {
  /// The worked example of the specification: A and B below R, C below A, D below both, E below C
  /// and D, F below B.
  private static final Taxonomy TOY =
      new Taxonomy.Builder()
          .add("A", "R")
          .add("B", "R")
          .add("C", "A")
          .add("D", "A")
          .add("D", "B")
          .add("E", "C")
          .add("E", "D")
          .add("F", "B")
          .build();

  private static final InformationContent BY_ANNOTATION =
      InformationContent.ofAnnotation(
          TOY, List.of(List.of("E"), List.of("C"), List.of("D", "F"), List.of("F")));

  private static final Similarity SIMILARITY = new Similarity(BY_ANNOTATION);

  private static int[] numbers(String cell) {
    return Arrays.stream(cell.split(",", -1)).mapToInt(TOY::number).toArray();
  }

  /// Of four items, three lie at or below B: -ln(3/4); E and D, F share B at best.
  @Test
  void agreesWithWhatCanBeDoneByHand() {
    int e = TOY.number("E");
    int f = TOY.number("F");
    assertThat(SIMILARITY.resnik(e, f)).hasValueCloseTo(-Math.log(0.75), within(1e-15));
    assertThat(SIMILARITY.lin(e, f))
        .hasValueCloseTo(2 * Math.log(0.75) / (Math.log(0.25) + Math.log(0.5)), within(1e-15));
    // E: E C D A B R; F: F B R.
    assertThat(SIMILARITY.jaccard(e, f)).isEqualTo(2.0 / 7);
    assertThat(SIMILARITY.lin(TOY.number("R"), TOY.number("R"))).hasValue(0);
    assertThat(SIMILARITY.bestMatches(numbers("E"), numbers("D,F"), BestMatches.MEAN_OF_DIRECTIONS))
        .hasValueCloseTo(0.591781, within(5e-7));
    assertThat(SIMILARITY.bestMatches(numbers("E"), numbers("D,F"), BestMatches.POOLED))
        .hasValueCloseTo(0.557992, within(5e-7));
  }

  @Test
  void ofEquallyInformativeOnesTheLowestIsShown() {
    var taxonomy =
        new Taxonomy.Builder()
            .add("X", "P")
            .add("X", "Q")
            .add("Y", "P")
            .add("Y", "Q")
            .add("P", "R")
            .add("Q", "R")
            .build();
    var similarity = new Similarity(InformationContent.ofStructure(taxonomy, "R"));
    var shared =
        Objects.requireNonNull(similarity.shared(taxonomy.number("X"), taxonomy.number("Y")));
    assertThat(taxonomy.id(shared.concept())).isEqualTo("P");
  }

  @Test
  void whatNoItemHasIsNotAssessed() {
    var content = InformationContent.ofAnnotation(TOY, List.of(List.of("C")));
    int e = TOY.number("E");
    assertThat(content.isAssessed(e)).isFalse();
    assertThatThrownBy(() -> content.of(e)).isInstanceOf(IllegalArgumentException.class);
    var similarity = new Similarity(content);
    assertThat(similarity.resnik(e, TOY.number("C"))).isEmpty();
    assertThat(similarity.lin(e, TOY.number("C"))).isEmpty();
    assertThat(similarity.simGic(numbers("E"), numbers("C"))).isEmpty();
    assertThat(similarity.bestMatches(numbers("C"), numbers("E"), BestMatches.MEAN_OF_DIRECTIONS))
        .isEmpty();
    assertThat(similarity.bestMatches(new int[0], numbers("C"))).isEmpty();
  }

  @Test
  void aCircleIsRefusedWithItsMembers() {
    var builder = new Taxonomy.Builder().add("A", "B").add("B", "C").add("C", "B").add("D", "R");
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("B, C")
        .hasMessageNotContaining("D");
  }

  @Test
  void agreesWithEveryPairOfTheWorkedExample() throws IOException {
    for (var line : rows("knowledge/toy/similarity.tsv")) {
      int a = TOY.number(line[0]);
      int b = TOY.number(line[1]);
      assertThat(BY_ANNOTATION.of(a)).isCloseTo(Double.parseDouble(line[2]), within(5e-7));
      assertThat(BY_ANNOTATION.of(b)).isCloseTo(Double.parseDouble(line[3]), within(5e-7));
      var shared = Objects.requireNonNull(SIMILARITY.shared(a, b));
      assertThat(TOY.id(shared.concept())).isEqualTo(line[4]);
      assertThat(shared.content()).isCloseTo(Double.parseDouble(line[5]), within(5e-7));
      assertThat(SIMILARITY.lin(a, b)).hasValueCloseTo(Double.parseDouble(line[6]), within(5e-7));
      assertThat(SIMILARITY.jaccard(a, b)).isCloseTo(Double.parseDouble(line[7]), within(5e-7));
      assertThat(SIMILARITY.resnik(b, a)).isEqualTo(SIMILARITY.resnik(a, b));
    }
  }

  @Test
  void agreesWithEverySetOfTheWorkedExample() throws IOException {
    for (var line : rows("knowledge/toy/sets.tsv")) {
      var x = numbers(line[0]);
      var y = numbers(line[1]);
      assertThat(SIMILARITY.bestMatches(x, y)).hasValueCloseTo(number(line[2]), within(5e-7));
      assertThat(SIMILARITY.bestMatches(y, x)).hasValueCloseTo(number(line[3]), within(5e-7));
      assertThat(SIMILARITY.bestMatches(x, y, BestMatches.MEAN_OF_DIRECTIONS))
          .hasValueCloseTo(number(line[4]), within(5e-7));
      assertThat(SIMILARITY.bestMatches(x, y, BestMatches.POOLED))
          .hasValueCloseTo(number(line[5]), within(5e-7));
      assertThat(SIMILARITY.simGic(x, y)).hasValueCloseTo(number(line[6]), within(5e-7));
    }
  }

  private static double number(String cell) {
    return Double.parseDouble(cell);
  }

  private static List<String[]> rows(String name) throws IOException {
    return Files.readAllLines(Truth.data(name)).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .toList();
  }

  /// By structure, over the part of Mondo that is about rare diseases.
  @Test
  void agreesWithTheDiseasesOfMondo() throws IOException {
    var taxonomy = mondo(Truth.data("knowledge/mondo/mondo-rare_edges.tsv.gz"));
    assertThat(taxonomy.size()).isEqualTo(18_278);
    var content = InformationContent.ofStructure(taxonomy, "MONDO:0000001");
    var similarity = new Similarity(content);
    for (var line : rows("knowledge/mondo/golden-similarity.tsv")) {
      int a = taxonomy.number(line[0]);
      int b = taxonomy.number(line[2]);
      var shared = Objects.requireNonNull(similarity.shared(a, b));
      assertThat(taxonomy.id(shared.concept())).isEqualTo(line[5]);
      assertThat(shared.content()).isCloseTo(number(line[4]), within(5e-10));
      assertThat(similarity.lin(a, b)).hasValueCloseTo(number(line[7]), within(5e-10));
      assertThat(similarity.jaccard(a, b)).isCloseTo(number(line[8]), within(5e-10));
      assertThat(content.of(a)).isCloseTo(number(line[9]), within(5e-10));
      assertThat(content.of(b)).isCloseTo(number(line[10]), within(5e-10));
      assertThat(taxonomy.ancestorCount(a)).isEqualTo(Integer.parseInt(line[11]));
      assertThat(taxonomy.ancestorCount(b)).isEqualTo(Integer.parseInt(line[12]));
    }
  }

  private static Taxonomy mondo(Path file) throws IOException {
    var told = new ToldRelease();
    var edges = KgxImporter.ALL.get(1);
    edges.read(new SourceText(file, "mondo", Limits.DEFAULT), ImportSettings.NONE, told);
    var builder = new Taxonomy.Builder();
    for (var one : told.claims()) {
      if (one.claim().predicate().equals("biolink:subclass_of")) {
        builder.add(one.claim().subject(), one.claim().object());
      }
    }
    return builder.build();
  }
}
