package org.idiome.record.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.Problem;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that hold several persons: one individual each.
class ManyPersonsTest {
  private static final String META = "\"metaData\":{\"phenopacketSchemaVersion\":\"2.0\"}";

  @TempDir Path folder;

  private record Said(List<PersonRecord> persons, List<Problem> refused, List<String> hashes) {
    List<String> ids() {
      return persons.stream().map(one -> one.individual().id()).toList();
    }

    List<String> refusals() {
      return refused.stream()
          .map(one -> one.code().code() + " " + one.place().text().replaceFirst("[^:]*:", ""))
          .toList();
    }
  }

  private Said read(String name, String text) throws IOException {
    Folders.write(folder, name, text);
    return read(folder.resolve(name), name);
  }

  private static Said read(Path path, String name) throws IOException {
    assertThat(ManyPersons.looksLikeSome(path, name, ReadingOptions.DEFAULT)).isTrue();
    var said = new Said(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    ManyPersons.read(
        path,
        name,
        ReadingOptions.DEFAULT,
        new ManyPersons.Taker() {
          @Override
          public void person(PersonRecord record, Sha256 document) {
            said.persons().add(record);
            said.hashes().add(document.hex());
          }

          @Override
          public void refused(Problem problem) {
            said.refused().add(problem);
          }
        });
    return said;
  }

  private static String packet(String id, String more) {
    return "{\"id\":\"p-" + id + "\",\"subject\":{\"id\":\"" + id + "\"}" + more + "}";
  }

  private static String sign(String code) {
    return ",\"phenotypicFeatures\":[{\"type\":{\"id\":\"" + code + "\"},\"excluded\":true}]";
  }

  private static String cohort(String members, String more) {
    return "{\"id\":\"c\",\"description\":\"d\",\n\"members\":["
        + members
        + "],"
        + more
        + META
        + "}";
  }

  @Test
  void everyMemberOfACohortIsAPerson() throws IOException {
    var said =
        read("c.json", cohort(packet("a", sign("HP:1")) + ",\n" + packet("b", sign("HP:2")), ""));
    assertThat(said.ids()).containsExactly("a", "b");
    assertThat(said.refused()).isEmpty();
    for (var person : said.persons()) {
      assertThat(person.statements(Layer.PHENOTYPE)).hasSize(1);
      assertThat(person.problems()).isEmpty();
    }
    var second = said.persons().get(1);
    var cited = second.rowTexts().cite(second.statements().getFirst().rows().getFirst());
    assertThat(cited.text()).contains("HP:2");
  }

  @Test
  void membersOfOneIdAreAllRefused() throws IOException {
    var members = packet("a", "") + ",\n" + packet("b", "") + ",\n" + packet("a", sign("HP:1"));
    var said = read("c.json", cohort(members + ",{},7", ""));
    assertThat(said.ids()).containsExactly("b");
    assertThat(said.refusals())
        .containsExactly(
            "phenopacket-id-repeated 2 /members/0",
            "phenopacket-id-repeated 4 /members/2",
            "phenopacket-person-missing 4 /members/3",
            "phenopacket-type-not-expected 4 /members/4");
  }

  @Test
  void aCohortsFileIsOfThoseWhomItNames() throws IOException {
    Folders.write(folder, "x.vcf", "##fileformat=VCFv4.2\n");
    var files =
        "\"files\":[{\"uri\":\"x.vcf\",\"individualToFileIdentifiers\":{\"b\":\"S\"}},"
            + "{\"uri\":\"x.vcf\"}],";
    var said = read("c.json", cohort(packet("a", "") + "," + packet("b", ""), files));
    assertThat(said.persons()).extracting(one -> one.variantFiles().size()).containsExactly(0, 1);
    assertThat(said.persons().getFirst().problems())
        .extracting(one -> one.code().code())
        .containsExactly("folder-file-of-another");
  }

  @Test
  void relativesAreSeparatePersons() throws IOException {
    var said =
        read(
            "f.json",
            "{\"proband\":"
                + packet("k", "," + META + sign("HP:1"))
                + ",\"relatives\":["
                + packet("m", sign("HP:2"))
                + ","
                + packet("k", "")
                + "],\"pedigree\":{\"persons\":[{\"individualId\":\"k\",\"maternalId\":\"m\"},"
                + "{\"individualId\":\"m\",\"sex\":\"FEMALE\"}]}}");
    assertThat(said.ids()).containsExactly("k", "m");
    assertThat(said.refusals()).containsExactly("phenopacket-id-repeated 1 /relatives/1");
    var mother = said.persons().get(1);
    assertThat(mother.statements())
        .extracting(one -> one.kind() + " " + one.concept().id())
        .containsExactly("sign HP:2", "relative child");
    assertThat(mother.pedigree()).hasSize(2);
  }

  @Test
  void aStreamOfYamlHoldsAPersonADocument() throws IOException {
    var one = "id: p-%s\nsubject: {id: %s}\nmetaData: {phenopacketSchemaVersion: 2.0}\n";
    var said =
        read(
            "s.txt",
            "---\n" + one.formatted("a", "a") + "---\nid: x\n---\n" + one.formatted("b", "b"));
    assertThat(said.ids()).containsExactly("a", "b");
    assertThat(said.refusals()).containsExactly("phenopacket-version-not-stated 6");
  }

  @Test
  void linesMayHoldFamilies() throws IOException {
    var family =
        "{\"proband\":" + packet("k", "," + META) + ",\"relatives\":[" + packet("m", "") + "]}";
    var said = read("l.jsonl", family + "\n{\"x\":\n" + packet("a", "," + META) + "\n");
    assertThat(said.ids()).containsExactly("k", "m", "a");
    assertThat(said.refusals()).hasSize(1).first().asString().startsWith("json-cut 2");
  }

  @Test
  void whatIsSaidOfOthersChangesNoHash() throws IOException {
    var before = read("c.json", cohort(packet("a", "") + "," + packet("b", ""), ""));
    var after = read("c.json", cohort(packet("a", "") + "," + packet("b", sign("HP:1")), ""));
    assertThat(after.hashes().getFirst()).isEqualTo(before.hashes().getFirst());
    assertThat(after.hashes().get(1)).isNotEqualTo(before.hashes().get(1));
  }

  @Test
  void aScanCountsThem() throws IOException {
    Folders.write(folder, "c.json", cohort(packet("a", "") + "," + packet("b", "") + ",{}", ""));
    var scan = Scan.of(folder.resolve("c.json"), "c.json", ReadingOptions.DEFAULT);
    assertThat(scan.holds()).isEqualTo(new Scan.Holds.Persons(2));
    assertThat(scan.problems()).extracting(one -> one.reach().code()).containsExactly("record");
  }

  @Test
  void theGoldenFamilyIsTwoPersons() throws IOException {
    var said = read(Truth.data("person/phenopackets/v1-family.json"), "v1-family.json");
    assertThat(said.ids()).containsExactly("v1-p", "mother");
  }
}
