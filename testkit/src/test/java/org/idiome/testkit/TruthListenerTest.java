package org.idiome.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class TruthListenerTest {
  private static final TruthCount COUNT = new TruthCount();
  private static Truth truth = new Truth(Path.of("nowhere"), false, COUNT);

  @TempDir Path folder;

  @BeforeEach
  void someDataAreThere() throws IOException {
    Files.createDirectories(folder.resolve("data/there"));
    truth = new Truth(folder, false, COUNT);
  }

  static class EachKind {
    @Test
    void reads() {
      assertThat(truth.find("there")).exists();
    }

    @Test
    void lacks() {
      assertThat(truth.find("absent")).exists();
    }

    @Test
    void readsNothing() {
      assertThat(truth).isNotNull();
    }

    @Test
    void isSkippedForAnotherReason() {
      assumeThat(truth).isNull();
    }
  }

  static class Source {
    static Stream<String> names() {
      return Stream.of("a", "b", "c").filter(_ -> Files.exists(truth.find("there")));
    }

    static Stream<String> none() {
      return Stream.of(truth.find("absent").toString());
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsOnceForAll(String name) {
      assertThat(name).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("none")
    void lacksForAll(String name) {
      assertThat(name).isNotEmpty();
    }
  }

  static class Before {
    @BeforeAll
    static void lack() {
      assertThat(truth.find("absent")).exists();
    }

    @Test
    void one() {
      assertThat(truth).isNotNull();
    }

    @Test
    void two() {
      assertThat(truth).isNotNull();
    }
  }

  @Test
  void countsTestsThatReadAndTestsThatLack() {
    assertThat(counts(EachKind.class)).isEqualTo(Map.of("run", 1L, "skipped", 1L));
  }

  @Test
  void countsEachCaseOfASource() {
    assertThat(counts(Source.class)).isEqualTo(Map.of("run", 3L, "skipped", 1L));
  }

  @Test
  void countsTheTestsOfAClassThatIsSkipped() {
    assertThat(counts(Before.class)).isEqualTo(Map.of("skipped", 2L));
  }

  static class None {
    @Test
    void readsNothing() {
      assertThat(truth).isNotNull();
    }
  }

  @Test
  void writesAnEmptyFileWhereNothingWasAskedFor() {
    assertThat(counts(None.class)).isEmpty();
  }

  private Map<String, Long> counts(Class<?> tests) {
    var target = folder.resolve("target");
    var quiet = LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
    LauncherFactory.create(quiet)
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests)).build(),
            new TruthListener(target, COUNT));
    try (var files = Files.list(target)) {
      var counts = new TreeMap<String, Long>();
      for (String line : Files.readAllLines(files.toList().getFirst())) {
        counts.merge(line.substring(0, line.indexOf('\t')), 1L, Long::sum);
      }
      return counts;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
