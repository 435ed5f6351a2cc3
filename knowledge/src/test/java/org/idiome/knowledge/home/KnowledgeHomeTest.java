package org.idiome.knowledge.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Limits;
import org.idiome.knowledge.release.RowCounts;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.all.Importers;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeHomeTest {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-02-01T00:00:00Z");
  private static final String OLD = "pairs 2025-01-01\nA:1 B:1\nA:2 B:2\n";
  private static final String NEW = "pairs 2025-06-01\nA:1 B:1\nA:2 B:3\n";

  @TempDir Path folder;
  private KnowledgeHome home;

  @BeforeEach
  void openHome() {
    home = home(1);
  }

  private KnowledgeHome home(int version) {
    return new KnowledgeHome(
        folder.resolve("home"), new Importers(List.of(new PairImporter(version))));
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve(Sha256.of(bytes).shortHex() + ".txt"), bytes);
  }

  private Taken take(String text, Instant now) throws IOException {
    return take(text.getBytes(StandardCharsets.UTF_8), now, ImportSettings.NONE);
  }

  private Taken take(byte[] bytes, Instant now, ImportSettings settings) throws IOException {
    var given = file(bytes);
    try (var intake = home.intake(now, Limits.DEFAULT)) {
      return intake.take(given, "given.txt", null, settings);
    }
  }

  private String snapshot() throws IOException {
    return KnowledgeHome.manifest(home.inForce().values()).id().shortText();
  }

  private Release newest() throws IOException {
    return home.inForce().values().iterator().next();
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /// Every file of the home by its bytes.
  private Map<String, Sha256> state() throws IOException {
    var state = new TreeMap<String, Sha256>();
    if (Files.exists(home.root())) {
      try (var files = Files.walk(home.root())) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          state.put(home.root().relativize(file).toString(), KnowledgeHome.hash(file));
        }
      }
    }
    return state;
  }

  private void refused(String text, ProblemCode code) throws IOException {
    take(OLD, FIRST);
    var before = state();
    assertThatThrownBy(() -> take(text, SECOND))
        .isInstanceOfSatisfying(
            BadInputException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void aHomeThatIsNotThereHasTheKnowledgeThatShips() throws IOException {
    assertThat(home.releases()).isEmpty();
    assertThat(snapshot()).isEqualTo(StarterKnowledge.shipped().snapshot().shortText());
    assertThat(home.root()).doesNotExist();
  }

  @Test
  void aReleaseIsKeptWithItsCardAndCanBeRead() throws IOException {
    var taken = take(OLD, FIRST);
    assertThat(taken).isInstanceOf(Taken.New.class);
    var release = home.releases().getFirst();
    assertThat(release.card()).isEqualTo(taken.release().card());
    assertThat(release.card().rows()).isEqualTo(new RowCounts(2, 2, 0, 0, 0));
    assertThat(release.card().published())
        .isEqualTo(Sha256.of(OLD.getBytes(StandardCharsets.UTF_8)));
    assertThat(Files.readString(release.published())).isEqualTo(OLD);
    try (var packed = release.open()) {
      assertThat(packed.claim(1).object()).isEqualTo("B:2");
    }
    assertThat(home.damaged()).isEmpty();
  }

  @Test
  void theSameBytesAgainChangeNothing() throws IOException {
    take(OLD, FIRST);
    var before = state();
    assertThat(take(OLD, SECOND)).isInstanceOf(Taken.Already.class);
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void theSameContentInAnotherPackingIsThere() throws IOException {
    take(OLD, FIRST);
    assertThat(take(gzip(OLD), SECOND, ImportSettings.NONE)).isInstanceOf(Taken.Already.class);
    assertThat(home.releases()).hasSize(1);
  }

  @Test
  void aNewerReleaseTakesThePlaceOfTheOlderOneInWhateverOrderTheyCome() throws IOException {
    take(OLD, FIRST);
    var first = snapshot();
    take(NEW, SECOND);
    assertThat(snapshot()).isNotEqualTo(first);
    assertThat(newest().card().statement().date()).hasToString("2025-06-01");
    assertThat(home.releases()).hasSize(2);

    var other =
        new KnowledgeHome(folder.resolve("other"), new Importers(List.of(new PairImporter(1))));
    for (var text : List.of(NEW, OLD)) {
      try (var intake = other.intake(FIRST, Limits.DEFAULT)) {
        intake.take(file(text.getBytes(StandardCharsets.UTF_8)), "x", null, ImportSettings.NONE);
      }
    }
    assertThat(KnowledgeHome.manifest(other.inForce().values()).id().shortText())
        .isEqualTo(snapshot());
  }

  @Test
  void ofTwoFilesOfOneCommandWithoutADateTheLaterOneIsTheNewer() throws IOException {
    var header = "subject\tpredicate\tobject\nHGNC:";
    for (int turn = 0; turn < 2; turn++) {
      var both = new KnowledgeHome(folder.resolve("both" + turn), Importers.shipped());
      var settings = new ImportSettings("toy", new TreeMap<>(), null, null);
      try (var intake = both.intake(FIRST, Limits.DEFAULT)) {
        for (int i = 0; i < 2; i++) {
          var text = header + (i == turn ? 1 : 2) + "\tbiolink:related_to\tMONDO:1\n";
          intake.take(file(text.getBytes(StandardCharsets.UTF_8)), "x", null, settings);
        }
      }
      try (var packed = both.inForce().values().iterator().next().open()) {
        assertThat(packed.claim(0).subject()).isEqualTo("HGNC:" + (turn == 1 ? 1 : 2));
      }
    }
  }

  @Test
  void aGraphIsCalledByItsFileWhereItsContentDoesNotSay() throws IOException {
    var file = folder.resolve("My Graph (2).edges.tsv");
    Files.writeString(file, "subject\tpredicate\tobject\nHGNC:1\tbiolink:related_to\tMONDO:1\n");
    var taken = new TestHome(folder).take(file, null);
    assertThat(taken.card().source()).isEqualTo("my-graph-2-");
  }

  @Test
  void theVersionOfTheReaderIsPartOfTheSnapshot() throws IOException {
    take(OLD, FIRST);
    var first = snapshot();
    home = home(2);
    assertThat(take(OLD, SECOND)).isInstanceOf(Taken.New.class);
    assertThat(snapshot()).isNotEqualTo(first);
  }

  @Test
  void aRetiredReleaseIsOutOfTheSnapshotAndStaysOnTheDisk() throws IOException {
    take(OLD, FIRST);
    var first = snapshot();
    take(NEW, SECOND);
    home.retire(newest(), SECOND);
    assertThat(snapshot()).isEqualTo(first);
    assertThat(home.releases()).hasSize(2);
    assertThat(home.damaged()).isEmpty();
  }

  @Test
  void aRetiredReleaseThatIsImportedAgainIsInForceAgain() throws IOException {
    take(OLD, FIRST);
    var first = snapshot();
    home.retire(newest(), FIRST);
    assertThat(home.inForce()).isEmpty();
    assertThat(take(OLD, SECOND)).isInstanceOf(Taken.Already.class);
    assertThat(snapshot()).isEqualTo(first);
  }

  @Test
  void aFileOfNoSourceLeavesNothing() throws IOException {
    refused("<html>404</html>\n", ProblemCode.KNOWLEDGE_NOT_RECOGNISED);
  }

  @Test
  void aFileOfWhichNothingIsUnderstoodIsRefused() throws IOException {
    refused("pairs 2025-01-01\nx y\n", ProblemCode.KNOWLEDGE_NOTHING_KEPT);
  }

  @Test
  void rowsThatAreNotUnderstoodAreNamed() throws IOException {
    var taken = take("pairs 2025-01-01\nA:1 B:1\nx y\n", FIRST);
    assertThat(taken)
        .isInstanceOfSatisfying(
            Taken.New.class,
            one ->
                assertThat(one.problems())
                    .singleElement()
                    .satisfies(problem -> {
                      assertThat(problem.code())
                          .isEqualTo(ProblemCode.KNOWLEDGE_ROWS_NOT_UNDERSTOOD);
                      assertThat(problem.values())
                          .containsEntry("rows", "1")
                          .containsEntry("examples", "line 3: subject x");
                    }));
  }

  @Test
  void aNameThatIsAPathIsRefused() {
    var settings = new ImportSettings("../x", new TreeMap<>(), null, null);
    assertThatThrownBy(() -> take(OLD.getBytes(StandardCharsets.UTF_8), FIRST, settings))
        .isInstanceOfSatisfying(
            BadInputException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.KNOWLEDGE_SOURCE_NAME));
  }

  @Test
  void aSecondWriterIsRefused() throws IOException {
    try (var _ = home.intake(FIRST, Limits.DEFAULT)) {
      assertThatThrownBy(() -> home.intake(FIRST, Limits.DEFAULT))
          .isInstanceOfSatisfying(
              BadInputException.class,
              e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.KNOWLEDGE_HOME_HELD));
    }
  }

  @Test
  void aFolderOfOtherThingsIsNoHome() throws IOException {
    Files.createDirectories(home.root());
    Files.writeString(home.root().resolve("letter.txt"), "mine");
    assertThatThrownBy(() -> home.intake(FIRST, Limits.DEFAULT))
        .isInstanceOfSatisfying(
            BadInputException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.KNOWLEDGE_HOME_NOT_ONE));
    assertThat(state()).containsOnlyKeys("letter.txt");
  }

  @Test
  void aHomeOfAnotherFormIsRefused() throws IOException {
    take(OLD, FIRST);
    Files.writeString(home.root().resolve("idiome-knowledge.txt"), "form\t2\n");
    assertThatThrownBy(() -> home.releases())
        .isInstanceOfSatisfying(
            BadInputException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.KNOWLEDGE_HOME_NEWER));
  }

  @Test
  void whatAStoppedWriterLeftIsCleared() throws IOException {
    take(OLD, FIRST);
    var left = Files.createDirectories(home.root().resolve(".making/7"));
    Files.writeString(left.resolve("published"), "half");
    assertThat(home.releases()).hasSize(1);
    take(NEW, SECOND);
    assertThat(left).doesNotExist();
  }

  @Test
  void oneFlippedByteAnywhereIsNamedByItsFile() throws IOException {
    take(OLD, FIRST);
    for (var name : state().keySet()) {
      boolean isHeld = name.startsWith("releases") || name.endsWith(".manifest");
      if (isHeld) {
        var file = home.root().resolve(name);
        var bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at += Math.max(1, bytes.length / 7)) {
          bytes[at] ^= 1;
          Files.write(file, bytes);
          assertThat(home.damaged())
              .containsExactly(name.replace("release.sha256", "release.json"));
          bytes[at] ^= 1;
        }
        Files.write(file, bytes);
      }
    }
    assertThat(home.damaged()).isEmpty();
  }
}
