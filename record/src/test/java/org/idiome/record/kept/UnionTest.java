package org.idiome.record.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.record.folder.ReadingOptions;
import org.idiome.store.Rows;
import org.idiome.store.Store;
import org.idiome.store.StoreReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Several inputs of one person: what they say alike is one thing with several rows, and what
/// cannot both be so is said.
class UnionTest {
  private static final Map<String, String> TABLE =
      Map.of(
          "layer",
          "laboratory",
          "shape",
          "long",
          "feature",
          "code",
          "value",
          "value",
          "unit",
          "unit",
          "time",
          "day",
          "timeUnit",
          "date");
  private static final String POTASSIUM =
      "\"measurements\":[{\"assay\":{\"id\":\"LOINC:2823-3\"},\"value\":{\"quantity\":{\"unit\":"
          + "{\"id\":\"UCUM:mmol/L\"},\"value\":4.5}},\"timeObserved\":{\"timestamp\":"
          + "\"2026-02-01T00:00:00Z\"}}],";
  private static final String SIGN =
      "\"phenotypicFeatures\":[{\"type\":{\"id\":\"HP:0001250\",\"label\":\"Seizure\"}}],";

  @TempDir Path folder;

  private List<Problem> take(Path path, Map<String, String> attributes) throws IOException {
    var notes = new ArrayList<Problem>();
    var head = new Rows.BatchHead(Instant.EPOCH, "test", "test");
    try (var writer = Store.orNew(folder.resolve("store")).write(head, "t", 0)) {
      var request =
          new ImportRequest(
              new Joining("p", false), null, attributes, ReadingOptions.DEFAULT, VcfLimits.DEFAULT);
      new Importing(writer, request)
          .take(
              path,
              String.valueOf(path.getFileName()),
              new Importing.Taker() {
                @Override
                public void taken(Keeper.Outcome outcome, List<Problem> problems) {
                  notes.addAll(outcome.notes());
                }

                @Override
                public void refused(Problem problem) {
                  throw new AssertionError(problem.toString());
                }
              });
      writer.acknowledge();
    }
    return notes;
  }

  private Path packet(String id, String subject, String more) throws IOException {
    return Files.writeString(
        folder.resolve(id + ".json"),
        "{\"id\":\"%s\",\"subject\":{\"id\":\"s\"%s},%s".formatted(id, subject, more)
            + "\"metaData\":{\"created\":\"2026-03-0%s\",\"phenopacketSchemaVersion\":\"2.0\"}}"
                .formatted((id.equals("A") ? "1" : "2") + "T00:00:00Z"));
  }

  private Path table(String name, String... rows) throws IOException {
    return Files.writeString(
        folder.resolve(name), "code\tvalue\tunit\tday\n" + String.join("\n", rows) + "\n");
  }

  private KeptPerson person() {
    try (var reader = Store.at(folder.resolve("store")).read()) {
      return Objects.requireNonNull(KeptPerson.read(reader, "p", StoreReader.NEWEST, null));
    }
  }

  @Test
  void theSameSaidTwiceIsKeptOnceWithBothRows() throws IOException {
    take(packet("A", "", SIGN + POTASSIUM), Map.of());
    take(packet("B", "", SIGN.replace("Seizure", "Epileptic seizure") + POTASSIUM), Map.of());
    take(table("labs.tsv", "LOINC:2823-3\t4.5\tmmol/L\t2026-02-01"), TABLE);
    var person = person();
    assertThat(person.statements()).hasSize(1);
    assertThat(person.statements().getFirst().rows()).hasSize(2);
    var columns = Objects.requireNonNull(person.quantities().get(Layer.LABORATORY));
    assertThat(columns.size()).isEqualTo(1);
    assertThat(columns.rows(0).stream().map(row -> person.sources().name(row.file())))
        .containsExactly("A.json", "B.json", "labs.tsv");
  }

  @Test
  void whatDiffersInAnythingThatCountsStaysApart() throws IOException {
    take(packet("A", "", POTASSIUM), Map.of());
    take(
        table(
            "labs.tsv",
            "LOINC:2823-3\t4.5\tmmol/L\t2026-02-02",
            "LOINC:2823-3\t4.6\tmmol/L\t2026-02-01",
            "LOINC:2823-3\t4.5\tmeq/L\t2026-02-01"),
        TABLE);
    assertThat(Objects.requireNonNull(person().quantities().get(Layer.LABORATORY)).size())
        .isEqualTo(4);
  }

  /// Two tubes of one day that gave one number are two values; the same two in another file are the
  /// same two.
  @Test
  void equalRowsOfOneFileAreSeveralObservations() throws IOException {
    var row = "LOINC:2823-3\t4.5\tmmol/L\t2026-02-01";
    take(table("one.tsv", row, row), TABLE);
    take(table("two.tsv", row, row, row), TABLE);
    var columns = Objects.requireNonNull(person().quantities().get(Layer.LABORATORY));
    assertThat(columns.size()).isEqualTo(3);
    assertThat(List.of(columns.rows(0).size(), columns.rows(1).size(), columns.rows(2).size()))
        .containsExactlyInAnyOrder(2, 2, 1);
  }

  @ParameterizedTest(name = "{0}: {1} and {2}")
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "sex,',\"sex\":\"FEMALE\"',',\"sex\":\"MALE\"'",
        "birth,',\"dateOfBirth\":\"1970-05-01T00:00:00Z\"',"
            + "',\"dateOfBirth\":\"1970-05-02T00:00:00Z\"'",
        "vital status,"
            + "',\"vitalStatus\":{\"status\":\"DECEASED\",\"timeOfDeath\":"
            + "{\"timestamp\":\"2026-01-01T00:00:00Z\"}}',"
            + "',\"vitalStatus\":{\"status\":\"ALIVE\"}'"
      })
  void whatCannotBothBeSoIsNamedWithBothPlaces(String what, String one, String two)
      throws IOException {
    assertThat(take(packet("A", one, ""), Map.of())).isEmpty();
    var said = take(packet("B", two, ""), Map.of());
    assertThat(said).hasSize(1);
    var problem = said.getFirst();
    assertThat(problem.code()).isEqualTo(ProblemCode.RECORD_SOURCES_CONTRADICTORY);
    assertThat(problem.values()).containsEntry("what", what);
    assertThat(problem.place().file()).isEqualTo("B.json");
    assertThat(problem.values().get("place")).startsWith("A.json");
    assertThat(person().problems()).contains(problem);
  }

  @Test
  void whoWasAliveWhenItWasWrittenMayHaveDiedSince() throws IOException {
    take(packet("A", ",\"vitalStatus\":{\"status\":\"ALIVE\"}", ""), Map.of());
    var dead =
        ",\"vitalStatus\":{\"status\":\"DECEASED\",\"timeOfDeath\":"
            + "{\"timestamp\":\"2026-03-02T00:00:00Z\"}}";
    assertThat(take(packet("B", dead, ""), Map.of())).isEmpty();
  }

  private static String sign(String code, String more) {
    return "\"phenotypicFeatures\":[{\"type\":{\"id\":\"%s\"}%s}],".formatted(code, more);
  }

  /// What one packet found and another looked for in vain, at no other time that is known.
  @Test
  void aSignThatIsPresentAndExcludedIsNamedWithBothPlaces() throws IOException {
    assertThat(take(packet("A", "", sign("HP:0001250", "")), Map.of())).isEmpty();
    var said = take(packet("B", "", sign("HP:0001250", ",\"excluded\":true")), Map.of());
    assertThat(said).hasSize(1);
    var problem = said.getFirst();
    assertThat(problem.code()).isEqualTo(ProblemCode.RECORD_SOURCES_CONTRADICTORY);
    assertThat(problem.values())
        .containsEntry("what", "sign HP:0001250")
        .containsEntry("found", "excluded")
        .containsEntry("other", "present");
    assertThat(problem.place().file()).isEqualTo("B.json");
    assertThat(problem.values().get("place")).startsWith("A.json");
    assertThat(person().problems()).contains(problem);
  }

  @Test
  void aDiseaseThatIsPresentAndExcludedIsSaid() throws IOException {
    var disease = "\"diseases\":[{\"term\":{\"id\":\"MONDO:0005148\"}%s}],";
    take(packet("A", "", disease.formatted(",\"excluded\":true")), Map.of());
    var said = take(packet("B", "", disease.formatted("")), Map.of());
    assertThat(said)
        .extracting(problem -> problem.values().get("what"))
        .containsExactly("disease MONDO:0005148");
  }

  /// A sign may come and go, and another sign is another thing.
  @Test
  void whatIsOfTwoTimesOrTwoSignsIsNoContradiction() throws IOException {
    var early = ",\"onset\":{\"timestamp\":\"2019-01-01T00:00:00Z\"},\"excluded\":true";
    var late = ",\"onset\":{\"timestamp\":\"2024-01-01T00:00:00Z\"}";
    take(packet("A", "", sign("HP:0001250", early)), Map.of());
    assertThat(take(packet("B", "", sign("HP:0001250", late)), Map.of())).isEmpty();
    assertThat(take(packet("C", "", sign("HP:0001251", ",\"excluded\":true")), Map.of())).isEmpty();
  }

  @Test
  void aBloodGroupThatChangesIsSaid() throws IOException {
    take(table("one.tsv", "LOINC:883-9\tA\t\t2020-01-01"), TABLE);
    assertThat(take(table("two.tsv", "LOINC:883-9\tA\t\t2024-01-01"), TABLE)).isEmpty();
    var said = take(table("three.tsv", "LOINC:883-9\tB\t\t2026-01-01"), TABLE);
    assertThat(said).hasSize(1);
    assertThat(said.getFirst().place().text()).isEqualTo("three.tsv:2");
  }
}
