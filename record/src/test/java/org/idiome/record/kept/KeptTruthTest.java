package org.idiome.record.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.observation.Statement;
import org.idiome.core.problem.Problem;
import org.idiome.core.source.SourceRow;
import org.idiome.record.folder.ManyPersons;
import org.idiome.record.folder.PersonRecord;
import org.idiome.record.folder.ReadingOptions;
import org.idiome.store.Rows;
import org.idiome.store.Store;
import org.idiome.store.StoreReader;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Published cases in a store: value by value and row by row what the file says.
@Tag("slow")
class KeptTruthTest {
  private static final String PACKETS = "rare/phenopacket-store/phenopackets.jsonl.gz";

  /// One of so many is compared whole; all are kept.
  private static final int COMPARED = 25;

  @TempDir Path folder;

  private static List<PersonRecord> records() throws IOException {
    var records = new ArrayList<PersonRecord>();
    ManyPersons.read(
        Truth.data(PACKETS),
        "phenopackets.jsonl.gz",
        ReadingOptions.DEFAULT,
        new ManyPersons.Taker() {
          @Override
          public void person(PersonRecord record, Sha256 line) {
            records.add(record);
          }

          @Override
          public void refused(Problem problem) {
            throw new AssertionError(problem.toString());
          }
        });
    return records;
  }

  @Test
  void publishedCasesAreReadBackWhole() throws IOException {
    var root = folder.resolve("store");
    var head = new Rows.BatchHead(Instant.EPOCH, "import", "test");
    try (var writer = Store.orNew(root).write(head, "test", 0)) {
      var told = new Told();
      new Importing(writer, ImportRequest.plain())
          .take(Truth.data(PACKETS), "phenopackets.jsonl.gz", told);
      assertThat(told.taken).isEqualTo(6438);
      writer.acknowledge();
    }
    var records = records();
    try (var reader = Store.at(root).read()) {
      assertThat(reader.people(StoreReader.NEWEST)).hasSize(6438);
      for (int i = 0; i < records.size(); i += COMPARED) {
        var id = Objects.requireNonNull(records.get(i).origin().id());
        same(
            records.get(i),
            Objects.requireNonNull(KeptPerson.read(reader, id, StoreReader.NEWEST, null)));
      }
      assertThat(reader.isDenseLoaded()).as("nobody of them has a dense layer").isFalse();
    }
  }

  private static final class Told implements Importing.Taker {
    private int taken;

    @Override
    public void taken(Keeper.Outcome outcome, List<Problem> problems) {
      taken += outcome.kind() == Keeper.Outcome.Kind.NEW ? 1 : 0;
    }

    @Override
    public void refused(Problem problem) {
      throw new AssertionError(problem.toString());
    }
  }

  /// Records compare codes without their displays; their text has those, too.
  private static void same(PersonRecord record, KeptPerson kept) {
    assertThat(kept.individual()).isEqualTo(record.individual());
    assertThat(kept.references()).isEqualTo(record.origin().references());
    assertThat(kept.written()).isEqualTo(record.origin().created());
    assertThat(kept.specimens()).hasToString(record.specimens().toString());
    assertThat(told(kept.statements())).isEqualTo(told(record.statements()));
    assertThat(kept.quantities().keySet()).isEqualTo(record.quantities().keySet());
    kept.quantities()
        .forEach((layer, columns) -> {
          var expected = Objects.requireNonNull(record.quantities().get(layer));
          assertThat(columns.digest()).isEqualTo(expected.digest());
          for (int row = 0; row < columns.size(); row++) {
            assertThat(kept.cite(columns.row(row)))
                .isEqualTo(record.rowTexts().cite(expected.row(row)));
          }
        });
    for (int i = 0; i < kept.statements().size(); i++) {
      assertThat(cited(kept::cite, kept.statements().get(i)))
          .isEqualTo(cited(record.rowTexts()::cite, record.statements().get(i)));
    }
    assertThat(kept.problems()).isEqualTo(record.problems());
    assertThat(kept.problemCount()).isEqualTo(record.problemCount());
  }

  private static List<String> told(List<Statement> statements) {
    return statements.stream()
        .map(one ->
            new Statement(
                    one.layer(),
                    one.kind(),
                    one.concept(),
                    one.presence(),
                    one.when(),
                    one.qualifiers(),
                    one.specimen(),
                    one.author(),
                    List.of(new SourceRow(0, 0)))
                .toString())
        .toList();
  }

  private interface Citing {
    Object cite(SourceRow row);
  }

  private static List<String> cited(Citing by, Statement statement) {
    return statement.rows().stream()
        .map(row -> by.cite(row).toString())
        .sorted(Comparator.naturalOrder())
        .toList();
  }
}
