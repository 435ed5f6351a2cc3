package org.idiome.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.idiome.genomics.identity.Panel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The traps of labels (record.md 9), from the shell: each is found, blocks what rests on the
/// sample, and blocks no longer once somebody settled it.
class LabelTrapsTest {
  private static final String BLOCKED = "The sample is in doubt";
  private static final String SHARED = "identity|label|sample_of_another|G1";
  private static final String SUBJECT = "identity|label|subject_of_another|.";

  @TempDir Path folder;

  private Ran run(String command, Object... words) {
    var all = new ArrayList<Object>(List.of(command));
    all.addAll(Arrays.asList(words));
    all.addAll(List.of("--store", folder.resolve("store")));
    return idiome(all.toArray());
  }

  /// A person's folder with one variant file.
  private Path person(String id, String subject, String more, String genotype) throws IOException {
    var at = Files.createDirectories(folder.resolve(id));
    Files.writeString(
        at.resolve("phenopacket.json"),
        """
        {"id": "%s", "subject": {%s}, %s
         "files": [{"uri": "germline.vcf", "individualToFileIdentifiers": {"%s": "G1"},
           "fileAttributes": {"fileFormat": "VCF", "genomeAssembly": "GRCh38"}}],
         "metaData": {"created": "2026-11-01T00:00:00Z", "createdBy": "x",
           "phenopacketSchemaVersion": "2.0"}}
        """
            .formatted(id, subject, more, id(subject)));
    Files.writeString(
        at.resolve("germline.vcf"),
        MadePerson.VCF_HEADER + "chr10\t94781859\t.\tG\tA\t.\tPASS\t.\tGT\t" + genotype + "\n");
    return at;
  }

  private static String id(String subject) {
    return subject.split("\"", -1)[3];
  }

  private void take(Path... persons) {
    for (var person : persons) {
      var ran = run("import", person);
      assertThat(ran.exit()).as(ran.err()).isZero();
    }
  }

  private String gene(String person) {
    return run("explain", "person:" + person, "diplotype|CYP2C19").out();
  }

  private void settle(String person, String key) {
    var ran = run("settle", "person:" + person, key, "--as", "Dr Roe", "--reason", "looked into");
    assertThat(ran.exit()).as(ran.err()).isZero();
  }

  @Test
  void oneSampleInTwoPersonsBlocksBothUntilItIsSettledOfEach() throws IOException {
    take(person("A", "\"id\": \"A\"", "", "0/1"));
    assertThat(gene("A")).doesNotContain(BLOCKED);
    var before = java.time.Instant.now().toString();
    take(person("B", "\"id\": \"B\"", "", "0/1"));
    assertThat(gene("A")).as("what was answered before is not told again").contains(BLOCKED);
    assertThat(gene("B")).contains(BLOCKED);
    assertThat(run("explain", "person:A", SHARED).out())
        .contains("another person\u2019s in the store", "Both have the same records", "batch 2")
        .doesNotContain("\"B\"");
    assertThat(run("explain", "person:A", "diplotype|CYP2C19", "--known-by", before).out())
        .doesNotContain(BLOCKED);
    settle("A", SHARED);
    assertThat(gene("A")).doesNotContain(BLOCKED);
    assertThat(gene("B")).contains(BLOCKED);
    settle("B", SHARED);
    assertThat(gene("B")).doesNotContain(BLOCKED);
    // A third who has it is another answer.
    take(person("C", "\"id\": \"C\"", "", "0/1"));
    assertThat(gene("A")).contains(BLOCKED);
  }

  @Test
  void aSampleThatIsTakenBackIsSharedNoLonger() throws IOException {
    take(person("A", "\"id\": \"A\"", "", "0/1"), person("B", "\"id\": \"B\"", "", "0/1"));
    assertThat(gene("A")).contains(BLOCKED);
    run("withdraw", "B", "--source", "B", "--reason", "is A's", "--yes");
    assertThat(gene("A")).doesNotContain(BLOCKED);
  }

  /// Many call a sample so: the name alone is nothing that blocks, and nothing that is passed over.
  @Test
  void aSampleOfTheSameNameAloneIsNotAssessed() throws IOException {
    take(person("A", "\"id\": \"A\"", "", "0/1"), person("B", "\"id\": \"B\"", "", "1/1"));
    assertThat(gene("A")).doesNotContain(BLOCKED);
    assertThat(run("explain", "person:A", SHARED).out())
        .contains("Not assessed")
        .containsPattern("that a name is shared\\s+is no\\s+evidence");
    assertThat(run("audit", "B", "--tsv").out()).as("was read for it").contains("\tgenome\t");
  }

  /// Without reading who objected: that two samples are the same is seen by their digests.
  @Test
  void whoObjectedIsNotReadForIt() throws IOException {
    take(person("A", "\"id\": \"A\"", "", "0/1"), person("B", "\"id\": \"B\"", "", "1/1"));
    take(person("C", "\"id\": \"C\"", "", "1/1"));
    run("consent", "B", "--withdraw", "care", "--by", "B");
    assertThat(run("explain", "person:A", SHARED).out())
        .contains("may not be read", "The name alone is known to be shared");
    assertThat(run("interpret", "person:A").out())
        .as("it is not said to be another's")
        .doesNotContain("person\u2019s in the store, too");
    assertThat(run("audit", "B", "--tsv").out()).doesNotContain("\tgenome\t");
    assertThat(gene("C")).contains(BLOCKED);
    assertThat(gene("A")).as("nobody could look").contains(BLOCKED);
    settle("A", SHARED);
    assertThat(gene("A")).doesNotContain(BLOCKED);
  }

  /// What one of two objects to does not lift the block of the other.
  @Test
  void anObjectionOfTheOtherLiftsNoBlock() throws IOException {
    take(
        person("A", "\"id\": \"7\", \"sex\": \"FEMALE\"", "", "0/1"),
        person("B", "\"id\": \"7\", \"sex\": \"MALE\"", "", "1/1"));
    run("consent", "B", "--withdraw", "care", "--by", "B");
    settle("A", SHARED);
    assertThat(gene("A")).contains(BLOCKED);
    assertThat(run("explain", "person:A", SUBJECT).out()).contains("may not be read");
  }

  @Test
  void oneIdWithTwoSexesBlocksBothUntilItIsSettled() throws IOException {
    take(
        person("A", "\"id\": \"7\", \"sex\": \"FEMALE\"", "", "0/1"),
        person("B", "\"id\": \"7\", \"sex\": \"MALE\"", "", "1/1"));
    assertThat(run("explain", "person:A", SUBJECT).out()).contains("stated sex");
    for (var person : List.of("A", "B")) {
      assertThat(gene(person)).contains(BLOCKED);
      settle(person, SUBJECT);
      assertThat(gene(person)).doesNotContain(BLOCKED);
    }
  }

  /// Being shared by many makes it no weaker; that all of them were read is one row with everybody.
  @Test
  void oneIdWithTwoSexesBlocksHoweverManyHaveIt() throws IOException {
    var all = new ArrayList<Path>();
    for (int i = 0; i < 14; i++) {
      var sex = i == 13 ? "MALE" : "FEMALE";
      all.add(person("P" + i, "\"id\": \"7\", \"sex\": \"" + sex + "\"", "", "0/1"));
    }
    var words = new ArrayList<Object>(all);
    assertThat(run("import", words.toArray()).exit()).isZero();
    assertThat(run("explain", "person:P0", SUBJECT).out()).contains("stated sex");
    assertThat(gene("P0")).contains(BLOCKED);
    var rows = run("audit", "P5", "--tsv").out().lines();
    assertThat(rows.filter(row -> row.contains("\tphenotype\t"))).isNotEmpty();
  }

  @Test
  void oneIdWithTwoYearsOfBirthBlocks() throws IOException {
    take(
        person("A", "\"id\": \"7\", \"dateOfBirth\": \"1970-05-01T00:00:00Z\"", "", "0/1"),
        person("B", "\"id\": \"7\", \"dateOfBirth\": \"1971-05-01T00:00:00Z\"", "", "1/1"),
        person("C", "\"id\": \"7\", \"dateOfBirth\": \"1971-06-01T00:00:00Z\"", "", "./."));
    assertThat(run("explain", "person:A", SUBJECT).out())
        .contains("year of birth", "batch 2 and 3");
    assertThat(gene("A")).contains(BLOCKED);
    assertThat(run("explain", "person:C", SUBJECT).out()).contains("batch 1");
  }

  @Test
  void whatIsDatedBeforeBirthBlocksUntilItIsSettled() throws IOException {
    var sign =
        """
        "phenotypicFeatures": [{"type": {"id": "HP:0001250", "label": "Seizure"},
          "onset": {"timestamp": "1960-05-01T00:00:00Z"}}],
        """;
    take(person("A", "\"id\": \"A\", \"dateOfBirth\": \"1970-05-01T00:00:00Z\"", sign, "0/1"));
    assertThat(gene("A")).contains(BLOCKED);
    settle("A", "label|born");
    assertThat(gene("A")).doesNotContain(BLOCKED);
  }

  @Test
  void aBloodGroupThatChangedBlocksUntilItIsSettled() throws IOException {
    var group =
        """
        {"assay": {"id": "LOINC:883-9", "label": "ABO"}, "value": {"ontologyClass":
          {"id": "%s", "label": "x"}}, "timeObserved": {"timestamp": "%sT00:00:00Z"}}\
        """;
    var two =
        "\"measurements\": ["
            + group.formatted("LOINC:LA19710-5", "2020-01-01")
            + ", "
            + group.formatted("LOINC:LA19709-7", "2024-01-01")
            + "],";
    take(person("A", "\"id\": \"A\"", two, "0/1"));
    assertThat(gene("A")).contains(BLOCKED);
    settle("A", "label|LOINC");
    assertThat(gene("A")).doesNotContain(BLOCKED);
  }

  /// The person's file, with as many places of the panel, and the sample under another name.
  private Path told(Path person, int places, String genotype, String sample) throws IOException {
    var file = person.resolve("germline.vcf");
    var own = Files.readString(file).lines().toList();
    var rows = new TreeMap<Integer, String>();
    rows.put(94781859, own.getLast());
    try (var panel =
        Objects.requireNonNull(Panel.class.getResourceAsStream("panel.tsv"), "panel.tsv")) {
      new String(panel.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> line.startsWith("10\t"))
          .limit(places)
          .map(line -> line.split("\t", -1))
          .forEach(place ->
              rows.put(
                  Integer.valueOf(place[2]),
                  "chr10\t%s\t.\t%s\t%s\t.\tPASS\t.\tGT\t%s"
                      .formatted(place[2], place[3], place[4], genotype)));
    }
    var lines = new ArrayList<>(own.subList(0, own.size() - 1));
    lines.set(lines.size() - 1, lines.getLast().replace("\tG1", "\t" + sample));
    lines.addAll(rows.values());
    Files.writeString(file, String.join("\n", lines) + "\n");
    var packet = person.resolve("phenopacket.json");
    Files.writeString(packet, Files.readString(packet).replace("\"G1\"", "\"" + sample + "\""));
    return person;
  }

  /// Only the header was written anew; of places at which most people are alike it says nothing.
  @Test
  void oneSampleUnderTwoNamesBlocksBoth() throws IOException {
    take(told(person("A", "\"id\": \"A\"", "", "0/1"), 60, "0/1", "G1"));
    var taken = run("import", told(person("B", "\"id\": \"B\"", "", "0/1"), 60, "0/1", "G2"));
    assertThat(taken.err())
        .contains("The 61 records of the file, sample \"G2\", are in the store already")
        .contains("as those of sample \"G1\" of A");
    assertThat(gene("A")).contains(BLOCKED);
    assertThat(gene("B")).contains(BLOCKED);
    assertThat(run("explain", "person:A", SHARED).out()).contains("Both have the same records");
    take(told(person("C", "\"id\": \"C\"", "", "0/1"), 60, "0/0", "G3"));
    take(told(person("D", "\"id\": \"D\"", "", "0/1"), 60, "0/0", "G4"));
    assertThat(gene("C")).doesNotContain(BLOCKED);
    assertThat(run("erase", "A", "--yes").err())
        .contains("B")
        .doesNotContain("no byte of the store holds them");
  }
}
