package org.idiome.knowledge.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.idiome.knowledge.home.Release;
import org.idiome.knowledge.home.TestHome;
import org.idiome.knowledge.network.Network;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquivalenceTest {
  private static final String HEADER =
      "subject_id\tpredicate_id\tobject_id\tmapping_justification\tconfidence"
          + "\tpredicate_modifier\n";
  private static final String EXACT = "\tskos:exactMatch\t";
  private static final String CURATED = "\tsemapv:ManualMappingCuration\t.\t\n";

  @TempDir Path folder;

  private static Equivalence of(Release release) throws IOException {
    try (var network = Network.open(List.of(release))) {
      return Equivalence.of(network.mappings());
    }
  }

  private Equivalence of(String rows) throws IOException {
    return of(new TestHome(folder).take("mappings.tsv", HEADER + rows, "toy"));
  }

  @Test
  void theHubTakesWhatIsMappedToItDirectly() throws IOException {
    var view =
        of(
            "MONDO:1" + EXACT + "DOID:1" + CURATED + "DOID:1" + EXACT + "UMLS:1" + CURATED
                + "OMIM:1" + EXACT + "MONDO:1" + CURATED);
    assertThat(view.resolve("DOID:1")).isEqualTo("MONDO:1");
    assertThat(view.resolve("OMIM:1")).isEqualTo("MONDO:1");
    assertThat(view.resolve("UMLS:1")).isEqualTo("UMLS:1");
    assertThat(view.members("MONDO:1")).containsExactly("DOID:1", "OMIM:1");
    assertThat(view.conflicts("UMLS:1"))
        .singleElement()
        .satisfies(one -> assertThat(one.kind()).isEqualTo(Conflict.Kind.NO_CHAIN));
  }

  @Test
  void anIdentifierOfTwoHubsLeadsToNeither() throws IOException {
    var view = of("MONDO:1" + EXACT + "OMIM:1" + CURATED + "MONDO:2" + EXACT + "OMIM:1" + CURATED);
    assertThat(view.resolve("OMIM:1")).isEqualTo("OMIM:1");
    assertThat(view.conflicts("OMIM:1"))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.kind()).isEqualTo(Conflict.Kind.TWO_HUBS);
          assertThat(one.isBlocking()).isTrue();
          assertThat(one.members()).containsExactly("MONDO:1 (curated)", "MONDO:2 (curated)");
        });
  }

  @Test
  void otherPredicatesNeverMerge() throws IOException {
    var view =
        of(
            "MONDO:1\tskos:closeMatch\tDOID:1"
                + CURATED
                + "MONDO:2\toboInOwl:hasDbXref\tDOID:2"
                + CURATED
                + "MONDO:3\tskos:broadMatch\tDOID:3"
                + CURATED);
    assertThat(List.of("DOID:1", "DOID:2", "DOID:3"))
        .allSatisfy(id -> assertThat(view.resolve(id)).isEqualTo(id));
    assertThat(view.conflicts()).isEmpty();
  }

  /// The worked example of the specification: where each identifier leads, and which have a
  /// conflict.
  @Test
  void theWorkedExample() throws IOException {
    var toy = Truth.data("knowledge/toy");
    var view = of(new TestHome(folder).take(toy.resolve("mappings.sssom.tsv"), "toy"));
    var lines = Files.readAllLines(toy.resolve("merge-expected.tsv"));
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split("\t", -1);
      assertThat(view.resolve(cells[0])).as(line).isEqualTo(cells[1]);
      var conflicts = view.conflicts(cells[0]);
      assertThat(conflicts).as(line).hasSize(cells[2].equals(".") ? 0 : 1);
      if (cells[2].contains("(blocking")) {
        assertThat(conflicts.getFirst().isBlocking()).as(line).isTrue();
      }
      if (cells[2].contains("(not blocking)")) {
        assertThat(conflicts.getFirst().isBlocking()).as(line).isFalse();
      }
    }
  }

  /// Counts of the specification, section 7, of Mondo 2026-08-04.
  @ParameterizedTest(name = "{0}")
  @CsvSource({"doid, 119", "omim, 8", "orphanet, 43", "ncit, 45"})
  void twoOfOneVocabularyAreCountedInMondo(String vocabulary, int expected) throws IOException {
    var file = "knowledge/mondo/mondo_exactmatch_" + vocabulary + ".sssom.tsv.gz";
    var view = of(new TestHome(folder).take(Truth.data(file), "mondo"));
    var kinds = view.conflicts().stream().map(Conflict::kind).toList();
    assertThat(kinds).hasSize(expected).containsOnly(Conflict.Kind.TWO_OF_ONE_VOCABULARY);
  }
}
