package org.idiome.record.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.record.folder.ReadingOptions;
import org.idiome.store.Rows;
import org.idiome.store.Store;
import org.idiome.store.StoreReader;
import org.idiome.store.StoreWriter;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every variant file that is shared, into one store: each is taken or ends in a named problem, and
/// the store is whole afterwards.
@Tag("slow")
class EveryVcfTest {
  private static final List<String> FOLDERS =
      List.of("pgx", "rare", "somatic", "variants", "knowledge");

  @TempDir Path folder;

  private final Map<String, Integer> refused = new TreeMap<>();
  private int taken;
  private long observations;

  private static List<Path> files() throws IOException {
    var files = new ArrayList<Path>();
    for (var name : FOLDERS) {
      try (var walk = Files.walk(Truth.data(name))) {
        walk.filter(Files::isRegularFile)
            .filter(file -> file.toString().matches("(?i).*\\.vcf(\\.b?gz)?"))
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }

  @Test
  void eachIsTakenOrEndsInANamedProblem() throws IOException {
    var files = files();
    assertThat(files).hasSizeGreaterThan(500);
    var head = new Rows.BatchHead(Instant.EPOCH, "import", "test");
    try (var writer = Store.orNew(folder.resolve("store")).write(head, "test", 0)) {
      for (int i = 0; i < files.size(); i++) {
        take(writer, files.get(i), "p" + i);
      }
      writer.acknowledge();
    }
    assertThat(taken + refused.values().stream().mapToInt(one -> one).sum())
        .isEqualTo(files.size());
    assertThat(taken).as("refused: %s", refused).isGreaterThanOrEqualTo(440);
    assertThat(observations).isPositive();
    assertThat(Store.check(folder.resolve("store")).damage()).isEmpty();
    try (var reader = Store.at(folder.resolve("store")).read()) {
      assertThat(reader.people(StoreReader.NEWEST)).hasSize(taken);
    }
  }

  private void take(StoreWriter writer, Path file, String person) throws IOException {
    var request =
        new ImportRequest(
            new Joining(person, false), null, Map.of(), ReadingOptions.DEFAULT, VcfLimits.DEFAULT);
    try {
      new Importing(writer, request)
          .take(
              file,
              String.valueOf(file.getFileName()),
              new Importing.Taker() {
                @Override
                public void taken(Keeper.Outcome outcome, List<Problem> problems) {
                  taken++;
                  observations += outcome.observations();
                }

                @Override
                public void refused(Problem problem) {
                  throw new BadInputException(problem);
                }
              });
    } catch (BadInputException bad) {
      refused.merge(bad.problem().code().code(), 1, Integer::sum);
    }
  }
}
