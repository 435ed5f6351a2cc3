package org.idiome.knowledge.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.idiome.knowledge.home.TestHome;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotDiffTest {
  private static final String HEADER = "subject\tpredicate\tobject\tevidence\tpublications\n";
  private static final String FIRST = "HGNC:1\tbiolink:related_to\tMONDO:1\tA\tPMID:1|PMID:2\n";

  @TempDir Path folder;
  private TestHome home = new TestHome(Path.of(""));

  @BeforeEach
  void openHome() {
    home = new TestHome(folder);
  }

  private static String line(Change change) {
    var cells = new ArrayList<String>();
    cells.add(change.kind().name().toLowerCase(Locale.ROOT));
    cells.add(change.subject());
    cells.add(change.predicate());
    cells.add(change.object());
    cells.add(change.qualifiers().toString());
    cells.add(change.before().toString());
    cells.add(change.after().toString());
    cells.add(change.rowsBefore());
    cells.add(change.rowsAfter());
    cells.replaceAll(cell -> cell.isEmpty() ? "." : cell);
    return String.join("\t", cells);
  }

  private List<String> diff(String before, String after) throws IOException {
    var first = home.take("one.tsv", before, "toy");
    var second = home.take("two.tsv", after, "toy");
    return SnapshotDiff.compare(List.of(first), List.of(second)).stream()
        .map(SnapshotDiffTest::line)
        .toList();
  }

  /// The worked example of the specification, byte for byte.
  @Test
  void theWorkedExample() throws IOException {
    var toy = Truth.data("knowledge/toy");
    var first = home.take(toy.resolve("release-1.tsv"), "toy");
    var second = home.take(toy.resolve("release-2.tsv"), "toy");
    var replaced = home.take(toy.resolve("release-2-replaced.tsv"), null);
    var changes = SnapshotDiff.compare(List.of(first), List.of(second, replaced));
    var expected = Files.readAllLines(toy.resolve("diff-expected.tsv"));
    assertThat(changes.stream().map(SnapshotDiffTest::line))
        .containsExactlyElementsOf(expected.subList(1, expected.size()));
    assertThat(first.card().rows().kept()).isEqualTo(6);
    assertThat(first.card().rows().duplicate()).isEqualTo(1);
    assertThat(second.card().notices().unknownColumns()).containsExactly("panel");
  }

  @Test
  void aReleaseSaysNothingOtherwiseThanItself() throws IOException {
    var release = home.take("one.tsv", HEADER + FIRST, "toy");
    assertThat(SnapshotDiff.compare(List.of(release), List.of(release))).isEmpty();
  }

  @Test
  void theOrderOfRowsColumnsAndCitationsIsNoChange() throws IOException {
    var second = "HGNC:2\tbiolink:related_to\tMONDO:1\tB\t\n";
    var turned =
        """
        publications\tobject\tsubject\tevidence\tpredicate
        \tMONDO:1\tHGNC:2\tB\tbiolink:related_to
        PMID:2|PMID:1\tMONDO:1\tHGNC:1\tA\tbiolink:related_to
        """;
    assertThat(diff(HEADER + FIRST + second, turned)).isEmpty();
  }

  @Test
  void aClaimThatIsDeniedNowIsChanged() throws IOException {
    var header = "subject\tpredicate\tobject\tnegated\n";
    var row = "HGNC:1\tbiolink:related_to\tMONDO:1\t";
    assertThat(diff(header + row + "false\n", header + row + "true\n"))
        .containsExactly(
            "changed\tHGNC:1\tbiolink:related_to\tMONDO:1\t.\t.\tnegated=true\tone.tsv:2\ttwo.tsv:2");
  }

  @Test
  void citationsThatWereWithdrawnAreAChange() throws IOException {
    assertThat(diff(HEADER + FIRST, HEADER + FIRST.replace("|PMID:2", "")))
        .containsExactly(
            "changed\tHGNC:1\tbiolink:related_to\tMONDO:1\t.\tpublications=PMID:1|PMID:2"
                + "\tpublications=PMID:1\tone.tsv:2\ttwo.tsv:2");
  }

  @Test
  void aReplacementThatLeadsBackIsNotFollowed() throws IOException {
    var release =
        home.take(
            "replaced.tsv", "obsolete\treplaced_by\nMONDO:1\tMONDO:2\nMONDO:2\tMONDO:1\n", null);
    var several =
        home.take("several.tsv", "obsolete\treplaced_by\nHP:1\tHP:2\nHP:1\tHP:3\n", "several");
    try (var packed = release.open();
        var other = several.open()) {
      var replacements = Replacements.of(List.of(packed, other));
      assertThat(replacements.follow("MONDO:1")).isEqualTo("MONDO:1");
      assertThat(replacements.follow("HP:1")).isEqualTo("HP:1");
    }
  }

  @Test
  void aSourceThatCameIsAllNew() throws IOException {
    var release = home.take("one.tsv", HEADER + FIRST, "toy");
    assertThat(SnapshotDiff.compare(List.of(), List.of(release)))
        .singleElement()
        .satisfies(change -> assertThat(change.kind()).isEqualTo(Change.Kind.ADDED));
    assertThat(SnapshotDiff.compare(List.of(release), List.of()))
        .singleElement()
        .satisfies(change -> assertThat(change.kind()).isEqualTo(Change.Kind.REMOVED));
  }
}
