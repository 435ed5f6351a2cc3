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
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.record.folder.ReadingOptions;
import org.idiome.store.Consents;
import org.idiome.store.Rows;
import org.idiome.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an import has in common with somebody else in the store is said: who may be the same
/// person, and what may be another's.
class MixUpTest {
  private static final Map<String, String> TABLE =
      Map.of("layer", "laboratory", "shape", "long", "feature", "code", "value", "value");

  @TempDir Path folder;

  private List<Problem> take(Path path, Joining joining, Map<String, String> attributes)
      throws IOException {
    var notes = new ArrayList<Problem>();
    var head = new Rows.BatchHead(Instant.EPOCH, "test", "test");
    try (var writer = Store.orNew(folder.resolve("store")).write(head, "t", 0)) {
      var request =
          new ImportRequest(joining, null, attributes, ReadingOptions.DEFAULT, VcfLimits.DEFAULT);
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
                  throw new BadInputException(problem);
                }
              });
      writer.acknowledge();
    }
    return notes;
  }

  private static Joining as(String id) {
    return new Joining(id, false);
  }

  private Path packet(String id) throws IOException {
    return Files.writeString(
        folder.resolve(id + ".json"),
        "{\"id\":\"%s\",\"subject\":{\"id\":\"s\"},\"metaData\":{\"phenopacketSchemaVersion\":\"2.0\"}}"
            .formatted(id));
  }

  private Path vcf(String name, String sample, int position) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        ##fileformat=VCFv4.3
        ##contig=<ID=chr10,length=133797422,assembly=GRCh38>
        ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
        #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t%s
        chr10\t%d\t.\tG\tA\t50\tPASS\t.\tGT\t0/1
        """
            .formatted(sample, position));
  }

  @Test
  void thatAPersonOfTheSameSubjectIsThereIsSaidWithWhatJoinsThem() throws IOException {
    assertThat(take(packet("A"), Joining.AS_GIVEN, Map.of())).isEmpty();
    var notes = take(packet("B"), Joining.AS_GIVEN, Map.of());
    assertThat(notes)
        .extracting(Problem::code)
        .containsExactly(ProblemCode.IMPORT_SUBJECT_OF_ANOTHER);
    assertThat(notes.getFirst().values())
        .containsEntry("subject", "s")
        .containsEntry("person", "B")
        .containsEntry("persons", "A")
        .containsEntry("source", "B");
    assertThat(take(packet("B"), Joining.AS_GIVEN, Map.of())).isEmpty();
    // What was asked for cannot be done any more without parting with the source first.
    assertThat(take(packet("B"), new Joining(null, true), Map.of())).isEqualTo(notes);
  }

  /// What the remark tells to do does it.
  @Test
  void whatTheRemarkSaysJoinsThem() throws IOException {
    take(packet("A"), Joining.AS_GIVEN, Map.of());
    take(packet("B"), Joining.AS_GIVEN, Map.of());
    var head = new Rows.BatchHead(Instant.EPOCH, "test", "test");
    try (var writer = Store.at(folder.resolve("store")).write(head, "t", 0)) {
      new Correcting(writer).withdraw("B", "B");
      writer.acknowledge();
    }
    assertThat(take(packet("B"), as("A"), Map.of())).isEmpty();
    try (var reader = Store.at(folder.resolve("store")).read()) {
      assertThat(reader.personsNow("s")).containsExactly("A");
    }
  }

  @Test
  void whoeverIsJoinedIsNotRemarkedOn() throws IOException {
    take(packet("A"), Joining.AS_GIVEN, Map.of());
    assertThat(take(packet("B"), new Joining(null, true), Map.of())).isEmpty();
    assertThat(take(packet("C"), as("A"), Map.of())).isEmpty();
  }

  @Test
  void bytesThatAnotherPersonHasAreSaid() throws IOException {
    take(packet("A"), Joining.AS_GIVEN, Map.of());
    var notes = take(packet("A"), as("other"), Map.of());
    assertThat(notes)
        .extracting(Problem::code)
        .containsExactly(ProblemCode.IMPORT_SOURCE_OF_ANOTHER);
    assertThat(notes.getFirst().values())
        .containsEntry("person", "other")
        .containsEntry("persons", "A");
  }

  @Test
  void theSameFileOfTwoPersonsIsSaid() throws IOException {
    take(vcf("a.vcf", "S1", 100), as("anna"), Map.of());
    var again = Files.copy(folder.resolve("a.vcf"), folder.resolve("b.vcf"));
    var notes = take(again, as("berta"), Map.of());
    assertThat(notes).extracting(Problem::code).containsExactly(ProblemCode.IMPORT_FILE_OF_ANOTHER);
    assertThat(notes.getFirst().values()).containsEntry("persons", "anna");
    assertThat(take(again, as("anna"), Map.of()))
        .extracting(Problem::code)
        .containsExactly(ProblemCode.IMPORT_FILE_OF_ANOTHER);
    var table = Files.writeString(folder.resolve("t.tsv"), "code\tvalue\nX:1\t4\n");
    assertThat(take(table, as("anna"), TABLE))
        .extracting(Problem::code)
        .containsExactly(ProblemCode.IMPORT_UNIT_NOT_STATED, ProblemCode.IMPORT_TIME_NOT_STATED);
    assertThat(take(table, as("carla"), TABLE))
        .extracting(Problem::code)
        .contains(ProblemCode.IMPORT_FILE_OF_ANOTHER);
  }

  @Test
  void oneSampleNameInTwoPersonsIsSaid() throws IOException {
    take(vcf("a.vcf", "S1", 100), as("anna"), Map.of());
    assertThat(take(vcf("a2.vcf", "S1", 200), as("anna"), Map.of())).isEmpty();
    assertThat(take(vcf("c.vcf", "S2", 200), as("carla"), Map.of())).isEmpty();
    var notes = take(vcf("b.vcf", "S1", 300), as("berta"), Map.of());
    assertThat(notes)
        .extracting(Problem::code)
        .containsExactly(ProblemCode.IMPORT_SAMPLE_OF_ANOTHER);
    assertThat(notes.getFirst().values())
        .containsEntry("sample", "S1")
        .containsEntry("persons", "anna");
  }

  @Test
  void twoSamplesOfOneFileInOnePersonAreSaid() throws IOException {
    var trio =
        Files.writeString(
            folder.resolve("trio.vcf"),
            Files.readString(vcf("a.vcf", "child\tmother", 100)).replace("0/1\n", "0/1\t1/1\n"));
    assertThat(take(trio, as("anna"), Map.of("sampleName", "child"))).isEmpty();
    var notes = take(trio, as("anna"), Map.of("sampleName", "mother"));
    assertThat(notes)
        .extracting(Problem::code)
        .containsExactly(ProblemCode.IMPORT_SAMPLES_OF_ONE_FILE);
    assertThat(notes.getFirst().values()).containsEntry("samples", "child, mother");
  }

  private Path many(String name, String sample, int records, int last) throws IOException {
    return many(name, sample, records, last, "0/1");
  }

  private Path many(String name, String sample, int records, int last, String genotype)
      throws IOException {
    var rows = new StringBuilder();
    for (int row = 1; row < records; row++) {
      rows.append("chr10\t")
          .append(100 * row)
          .append("\t.\tG\tA\t50\tPASS\t.\tGT\t" + genotype + "\n");
    }
    var file = vcf(name, sample, 100 * last);
    var text = Files.readString(file);
    int at = text.lastIndexOf("chr10\t");
    return Files.writeString(file, text.substring(0, at) + rows + text.substring(at));
  }

  /// A header is soon written anew; the objection of whose genome it is goes along.
  @Test
  void theSameCallsUnderAnotherNameAreSaid() throws IOException {
    take(many("a.vcf", "S1", 50, 900), as("anna"), Map.of());
    var head = new Rows.BatchHead(Instant.EPOCH, "test", "test");
    try (var writer = Store.at(folder.resolve("store")).write(head, "t", 0)) {
      var anna = Objects.requireNonNull(writer.person("anna"));
      Consents.add(
          writer, anna.person(), new Consents.Said("research", false, null, null, "anna", null));
      writer.acknowledge();
    }
    var notes = take(many("b.vcf", "S2", 50, 900), as("berta"), Map.of());
    assertThat(notes)
        .extracting(Problem::code)
        .containsExactly(ProblemCode.IMPORT_OBJECTION_CARRIED, ProblemCode.IMPORT_CALLS_OF_ANOTHER);
    assertThat(notes.getLast().values())
        .containsEntry("persons", "anna")
        .containsEntry("sample", "S2")
        .containsEntry("other", "S1")
        .containsEntry("count", "50")
        .containsEntry("person", "berta");
    assertThat(take(many("c.vcf", "S3", 50, 901), as("carla"), Map.of())).isEmpty();
    // Of few records two people may have the same.
    take(many("d.vcf", "S4", 49, 900), as("dora"), Map.of());
    assertThat(take(many("e.vcf", "S5", 49, 900), as("edda"), Map.of())).isEmpty();
    try (var upkeep = Store.at(folder.resolve("store")).upkeep("t", 0)) {
      var anna = Objects.requireNonNull(upkeep.person("anna"));
      assertThat(upkeep.alsoOf(anna, true)).containsExactly("berta");
    }
  }

  /// Two people who are reference, or were not called, at the places of a panel have the same
  /// records: neither is said to have the other's, and no objection of the one is the other's.
  @Test
  void theSameReferenceIsNobodysInParticular() throws IOException {
    for (var genotype : List.of("0/0", "./.", "0|0")) {
      var one = "one of " + genotype.charAt(1) + genotype.charAt(0);
      take(many("one.vcf", one, 80, 900, genotype), as(one), Map.of());
      var head = new Rows.BatchHead(Instant.EPOCH, "test", "test");
      try (var writer = Store.at(folder.resolve("store")).write(head, "t", 0)) {
        var person = Objects.requireNonNull(writer.person(one));
        Consents.add(
            writer, person.person(), new Consents.Said("research", false, null, null, one, null));
        writer.acknowledge();
      }
      assertThat(take(many("two.vcf", "not " + one, 80, 900, genotype), as("two" + one), Map.of()))
          .as(genotype)
          .isEmpty();
    }
  }
}
