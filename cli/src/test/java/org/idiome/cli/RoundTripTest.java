package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.idiome.cli.demo.DemoPeople;
import org.idiome.record.kept.KeptPerson;
import org.idiome.store.Store;
import org.idiome.store.StoreReader;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What leaves a store can be taken in again: every statement, value, specimen and call comes back
/// as it was, or is said by name not to.
class RoundTripTest {
  @TempDir Path folder;

  /// What was said when exports were imported last.
  private String saidOnReturn = "";

  private Path store(String name) {
    return folder.resolve(name);
  }

  private Ran export(String person) {
    return idiome("export", person, "-o", out(person), "--json", "--store", store("one"));
  }

  private Path out(String person) {
    return folder.resolve("out").resolve(person.replaceAll("[^A-Za-z0-9-]", "_"));
  }

  /// Everything that is said of a person, a line each, without the rows that say so.
  static List<String> said(Path store, String person) {
    try (var reader = Store.at(store).read()) {
      var kept =
          Objects.requireNonNull(KeptPerson.read(reader, person, StoreReader.NEWEST, null), person);
      var said = new ArrayList<String>();
      said.add(kept.individual().toJson().pretty());
      kept.references().forEach(one -> said.add(one.toJson().pretty()));
      kept.specimens().forEach(one -> said.add(one.toJson().pretty()));
      kept.statements().forEach(one -> said.add(one.toJson().pretty()));
      for (var columns : kept.quantities().values()) {
        for (int row = 0; row < columns.size(); row++) {
          said.add(columns.quantity(row).toJson().pretty());
        }
      }
      for (var variants : kept.variants()) {
        said.add(variants.named().layer() + " " + variants.named().specimen());
        reader.calls(variants.segment(), call -> said.add(call.text()));
      }
      return said.stream().sorted().toList();
    }
  }

  private static String unborn(String said) {
    return said.replaceAll("\"born\": \"[^\"]*\"", "");
  }

  /// Takes the exports of people into another store and compares; answers with what an export said
  /// that it leaves out, with how many times.
  private SortedMap<String, Integer> comeBack(List<String> people) throws IOException {
    Files.createDirectories(folder.resolve("out"));
    var left = new TreeMap<String, Integer>();
    var words = new ArrayList<Object>(List.of("import"));
    for (var person : people) {
      var ran = export(person);
      assertThat(ran.exit()).as(ran.err()).isZero();
      var counts = JsonTree.of(ran.out()).get("not_in_record");
      counts
          .propertyNames()
          .forEach(name -> left.merge(name, counts.get(name).intValue(), Integer::sum));
      assertThat(ran.err().contains("does not bring back")).isEqualTo(!counts.isEmpty());
      words.add(out(person).resolve("record"));
      PacketPeer.require(out(person).resolve("record/phenopacket.json"));
    }
    words.addAll(List.of("--store", store("two")));
    var ran = idiome(words.toArray());
    assertThat(ran.exit()).as(ran.err()).isZero();
    saidOnReturn = ran.err();
    int lost = 0;
    for (var person : people) {
      var before = said(store("one"), person);
      var after = said(store("two"), person);
      if (left.containsKey("date of birth")) {
        before = before.stream().map(RoundTripTest::unborn).toList();
        after = after.stream().map(RoundTripTest::unborn).toList();
      }
      assertThat(before).as(person).containsAll(after);
      lost += before.size() - after.size();
    }
    int said = 0;
    for (var one : left.entrySet()) {
      boolean isObserved = one.getKey().startsWith("statement") || one.getKey().startsWith("value");
      said += isObserved ? one.getValue() : 0;
    }
    assertThat(lost).isEqualTo(said);
    return left;
  }

  /// The parents' samples are the parents': what was compared with them is not found again.
  @ParameterizedTest
  @CsvSource({
    "lung-01,{}",
    "rare-01,{check against the parents' samples=1}",
    "course-01,{}",
  })
  void thePeopleOfTheDemoComeBackWhole(String person, String left) throws IOException {
    new DemoPeople().writeInto(folder.resolve("demo"));
    var ran = idiome("import", folder.resolve("demo").resolve(person), "--store", store("one"));
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(comeBack(List.of(person))).hasToString(left);
    assertThat(saidOnReturn).as("of what was written by itself").doesNotContain("is no CURIE");
    assertThat(findings(store("two"), person)).isEqualTo(findings(store("one"), person));
  }

  /// Findings with all that they rest on but the rows: those stand in other files after an export.
  private List<String> findings(Path store, String person) {
    var ran = idiome("interpret", "person:" + person, "--json", "-", "--store", store);
    assertThat(ran.exit()).as(ran.err()).isZero();
    var all = new ArrayList<String>();
    JsonTree.of(ran.out())
        .get("findings")
        .forEach(finding -> {
          withoutRows(finding);
          if (!finding.get("key").stringValue().startsWith("identity|family")) {
            all.add(finding.toString());
          }
        });
    assertThat(all).isNotEmpty();
    return all;
  }

  private static void withoutRows(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(List.of("row", "file", "files"));
    }
    node.forEach(RoundTripTest::withoutRows);
  }

  /// That a file was named and was not there is not in the record: findings say *refused*, and
  /// after an import that there is none.
  @Test
  void aFileThatWasNotTakenInIsSaidNotToComeBack() throws IOException {
    var kept = new Kept(folder);
    kept.write("P1", Kept.LABORATORY);
    Files.delete(folder.resolve("P1/laboratory.tsv"));
    var ran = idiome("import", folder.resolve("P1"), "--store", store("one"));
    assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.PARTLY);
    assertThat(comeBack(List.of("P1"))).hasToString("{file that was not taken in=1}");
  }

  /// Every corner of the schema that the record has a place for, and a table of every kind of cell.
  @Test
  void aPersonMadeUpOfCornersComesBackWhole() throws IOException {
    var person = Corners.write(folder.resolve("corners"));
    var ran = idiome("import", person, "--store", store("one"));
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(said(store("one"), "corners")).hasSizeGreaterThan(60);
    assertThat(comeBack(List.of("corners"))).isEmpty();
  }

  /// Two packets of one person that were written by two, and contradict each other: one packet
  /// cannot say that, and the export says what it leaves out. Codes as sources write them, right or
  /// not: the same state, the same findings.
  @Test
  void codesThatAreNoCurieComeBackAsTheyWere() throws IOException {
    var at = Files.createDirectories(folder.resolve("odd"));
    var features = new ArrayList<String>();
    for (var code :
        List.of(
            "seizure",
            "HP 0001250",
            "http://purl.obolibrary.org/obo/HP_0001250",
            "HP_0001250",
            "HP:",
            ":0001250",
            "hp:0001250",
            "a|b",
            "\u00c4 \\\"x\\\"")) {
      features.add("{\"type\": {\"id\": \"" + code + "\", \"label\": \"as given\"}}");
    }
    Files.writeString(
        at.resolve("phenopacket.json"),
        """
        {"id": "odd", "subject": {"id": "odd"}, "phenotypicFeatures": [%s],
         "diseases": [{"term": {"id": "OMIM123456"}}],
         "measurements": [{"assay": {"id": "Potassium"}, "value": {"quantity": {"value": 5.5,
           "unit": {"id": "mmol/L"}, "referenceRange": {"low": 3.5, "high": 5.1,
           "unit": {"id": "mmol/L"}}}}, "timeObserved": {"timestamp": "2026-05-01T00:00:00Z"}}],
         "medicalActions": [{"treatment": {"agent": {"id": "aspirin"}}}],
         "files": [{"uri": "lab.tsv", "individualToFileIdentifiers": {},
           "fileAttributes": {"fileFormat": "TSV", "layer": "laboratory", "shape": "long",
             "feature": "code", "value": "value", "time": "date", "timeUnit": "date"}}],
         "metaData": {"created": "2026-11-01T00:00:00Z", "createdBy": "x",
           "phenopacketSchemaVersion": "2.0"}}
        """
            .formatted(String.join(", ", features)));
    Files.writeString(
        at.resolve("lab.tsv"), "date\tcode\tvalue\n2026-01-05\tK+\t4.1\n2026-02-05\tNa\t140\n");
    var ran = idiome("import", at, "--store", store("one"));
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("is no CURIE");
    assertThat(comeBack(List.of("odd"))).isEmpty();
    assertThat(findings(store("two"), "odd")).isEqualTo(findings(store("one"), "odd"));
    assertThat(state(store("two"))).isEqualTo(state(store("one")));
  }

  /// Digest of the findings, and the profile's state, of the run that was kept last.
  private static List<String> state(Path store) {
    var row = idiome("show", "odd", "--runs", "--tsv", "--store", store).out().lines().toList();
    return List.of(row.getLast().split("\t", -1)).subList(9, 11);
  }

  /// The same of other files, or of a file by another name, is no fault: where a row stands is no
  /// part of an answer, and where it is the run is another.
  @Test
  void theSameFromOtherFilesIsNoFault() throws IOException {
    new DemoPeople().writeInto(folder.resolve("demo"));
    var lung = folder.resolve("demo/lung-01");
    var packet = lung.resolve("phenopacket.json");
    idiome("import", lung, "--store", store("one"));
    answered();
    Files.move(lung.resolve("germline-G1.g.vcf.gz"), lung.resolve("renamed.g.vcf.gz"));
    Files.writeString(
        packet, Files.readString(packet).replace("germline-G1.g.vcf.gz", "renamed.g.vcf.gz"));
    again(lung);
    answered();
    Files.createDirectories(folder.resolve("out"));
    export("lung-01");
    again(out("lung-01").resolve("record"));
    answered();
  }

  private void again(Path person) {
    var ran = idiome("import", person, "--reason", "x", "--author", "Ada", "--store", store("one"));
    assertThat(ran.exit()).as(ran.err()).isZero();
  }

  private void answered() {
    var ran = idiome("interpret", "person:lung-01", "--store", store("one"));
    assertThat(ran.exit()).as(ran.err()).isZero();
  }

  @Test
  void whatOnePacketCannotHoldIsSaidByName() throws IOException {
    for (var source : List.of("one", "two")) {
      Files.createDirectories(folder.resolve("in"));
      var file = Files.writeString(folder.resolve("in").resolve(source), Corners.source(source));
      var ran = idiome("import", file, "--as", "P", "--store", store("one"));
      assertThat(ran.exit()).as(ran.err()).isZero();
    }
    idiome(
        "consent",
        "P",
        "--give",
        "kin",
        "--by",
        "P",
        "--wording",
        Files.writeString(folder.resolve("wording"), "I agree."),
        "--store",
        store("one"));
    var left = comeBack(List.of("P"));
    assertThat(left)
        .hasToString(
            "{consent=1, date of birth=1, statement: encounter=1,"
                + " statement: gene_interpretation=1, statement: sex=2, statement: sign=2,"
                + " statement: vital_status=1}");
    // Of several encounters the last goes along, and a death before what was said in life.
    assertThat(said(store("two"), "P").toString()).contains("2024-01-01", "deceased");
    var readme = Files.readString(out("P").resolve("README.txt"));
    left.forEach((name, count) -> assertThat(readme).contains("  " + name + "\t" + count + "\n"));
    var marked = Files.readAllLines(out("P").resolve("statements.jsonl"));
    assertThat(marked.stream().filter(line -> line.contains("\"in_record\":false"))).hasSize(7);
  }

  @Test
  @Tag("slow")
  void publishedPacketsComeBack() throws IOException {
    var packets = Truth.data("rare/phenopacket-store/phenopackets.jsonl.gz");
    var some = folder.resolve("some.jsonl");
    try (var in = new GZIPInputStream(Files.newInputStream(packets))) {
      var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      var chosen = new ArrayList<String>();
      for (int i = 0; i < lines.size(); i += lines.size() / 200) {
        chosen.add(lines.get(i));
      }
      Files.write(some, chosen);
    }
    assertThat(idiome("import", some, "--store", store("one")).exit()).isZero();
    var people = people();
    assertThat(people).hasSizeGreaterThan(190);
    assertThat(comeBack(people)).isEmpty();
  }

  /// Version 2 has no place for a gene or variant of version 1 that nobody interpreted. Files that
  /// a packet names and that are not beside it end its import with 1.
  @ParameterizedTest
  @CsvSource({
    "schema-repo-covid19.json,0,{}",
    "schema-repo-mcahs1.json,0,{}",
    "v1-family.json,1,'{file that was not taken in=1, statement: reported_gene=1, statement: reported_variant=2}'",
    "v1-phenopacket.json,1,'{file that was not taken in=1, statement: reported_gene=1, statement: reported_variant=2}'",
    "v2-family.json,1,{file that was not taken in=2}",
    "v2-minimal.json,0,{}",
    "v2-oncology.json,1,{file that was not taken in=2}",
    "v2-rare-disease.yaml,0,{}",
    "v2-somatic-multi-sample.json,0,{}"
  })
  @Tag("slow")
  void packetsOfOthersComeBack(String name, int exit, String left) throws IOException {
    var packet = Truth.data("person/phenopackets/" + name);
    var ran = idiome("import", packet, "--store", store("one"));
    assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
    var people = people();
    assertThat(people).isNotEmpty();
    assertThat(comeBack(people)).hasToString(left);
  }

  private List<String> people() {
    var people = new ArrayList<String>();
    for (var one : JsonTree.of(idiome("people", "--json", "--store", store("one")).out())) {
      people.add(one.get("person").stringValue());
    }
    return people;
  }
}
