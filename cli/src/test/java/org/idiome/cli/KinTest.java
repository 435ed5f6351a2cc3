package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parents whom the pedigree names and who have samples of their own in the store: compared where
/// both consented, else not assessed with the reason.
class KinTest {
  private static final String FAMILY = "identity|family|kin|G-C";

  @TempDir Path folder;

  private Ran run(String command, Object... words) {
    var all = new ArrayList<Object>(List.of(command));
    all.addAll(Arrays.asList(words));
    all.addAll(List.of("--store", folder.resolve("store")));
    return idiome(all.toArray());
  }

  private void take(String id, boolean hasPedigree) throws IOException {
    var at = Files.createDirectories(folder.resolve(id));
    var files =
        """
        "files": [{"uri": "germline.vcf", "individualToFileIdentifiers": {"%s": "G-%s"},
          "fileAttributes": {"fileFormat": "VCF", "genomeAssembly": "GRCh38"}}]\
        """
            .formatted(id, id);
    var meta =
        """
        "metaData": {"created": "2026-11-01T00:00:00Z", "createdBy": "x",
          "phenopacketSchemaVersion": "2.0"}\
        """;
    var packet = "{\"id\": \"%s\", \"subject\": {\"id\": \"%s\"}, ".formatted(id, id);
    Files.writeString(
        at.resolve("phenopacket.json"),
        hasPedigree
            ? "{\"id\": \"family\", \"proband\": "
                + packet
                + meta
                + "}, \"pedigree\": {\"persons\": [{\"individualId\": \"C\", \"maternalId\": \"M\","
                + " \"sex\": \"MALE\"}, {\"individualId\": \"M\", \"sex\": \"FEMALE\"}]}, "
                + files
                + ", "
                + meta
                + "}"
            : packet + files + ", " + meta + "}");
    Files.writeString(
        at.resolve("germline.vcf"),
        MadePerson.VCF_HEADER.replace("G1", "G-" + id)
            + "chr10\t94781859\t.\tG\tA\t.\tPASS\t.\tGT\t0/1\n");
    var ran = run("import", at);
    assertThat(ran.exit()).as(ran.err()).isZero();
  }

  private String family() {
    return run("explain", "person:C", FAMILY).out();
  }

  private void give(String person) throws IOException {
    var wording = Files.writeString(folder.resolve("wording.txt"), "I agree.\n");
    var ran = run("consent", person, "--give", "kin", "--by", person, "--wording", wording);
    assertThat(ran.exit()).as(ran.err()).isZero();
  }

  private boolean wasRead() {
    return run("audit", "M", "--tsv").out().contains("\tgenome\t");
  }

  @Test
  void whatStandsInTheWayIsSaidAndNobodyIsReadWithoutConsentOfBoth() throws IOException {
    take("C", true);
    assertThat(family()).as("nobody is known").contains("Not assessed", "no sample is there");
    var ofFiles = Ran.idiome("explain", folder.resolve("C"), FAMILY);
    assertThat(ofFiles.out()).as("as the files say").contains("Not assessed", "no sample is there");
    take("M", false);
    assertThat(family()).as("who came later counts").contains("the purpose kin");
    give("C");
    assertThat(family()).contains("the purpose kin");
    assertThat(wasRead()).isFalse();
    var ofTheMother = "identity|family|children|G-M";
    assertThat(run("explain", "person:M", ofTheMother).out()).contains("the purpose kin");
    give("M");
    assertThat(family()).contains("Not assessed", "Too few places");
    assertThat(wasRead()).isTrue();
    assertThat(run("audit", "C", "--tsv").out().lines().filter(row -> row.contains("\tgenome\t")))
        .allSatisfy(row -> assertThat(row).contains("\tcare\t"));
    assertThat(run("explain", "person:M", ofTheMother).out())
        .as("the parent's record says the same from its side")
        .contains("Not assessed", "Too few places");
    run("consent", "M", "--withdraw", "kin", "--by", "M");
    assertThat(family()).contains("the purpose kin");
  }

  private String cause() {
    var ran = run("changes", "C");
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out()).as("nobody else is named").doesNotContain(" M ", "\"M\"", "G-M");
    return ran.out().replaceAll("\\s+", " ");
  }

  /// What changed outside of a person is named as the cause, without whom.
  @Test
  void causesThatLieOutsideOfThePersonAreNamed() throws IOException {
    take("C", true);
    run("interpret", "person:C");
    take("M", false);
    assertThat(cause())
        .containsPattern("cause Other data: a record of somebody else, batch 2 of 20..-..-..");
    run("interpret", "person:C");
    give("C");
    give("M");
    assertThat(cause())
        .containsPattern("No replay shows it.*: consent of this person, batch 3 of 20")
        .containsPattern("consent of somebody else, batch 4 of 20..-..-..");
    assertThat(run("changes", "C", "--tsv").out()).contains("\toutside\t");
    run("interpret", "person:C");
    run("consent", "M", "--withdraw", "kin", "--by", "M");
    assertThat(cause())
        .contains("consent of somebody else, batch 5 of 20")
        .doesNotContain("batch 4", "of this person");
    run("interpret", "person:C");
    run("erase", "M", "--yes");
    assertThat(cause()).contains("somebody else who was erased, batch 6 of 20");
  }

  @Test
  void aParentWhoIsDamagedIsNotSaidToHaveNoSample() throws IOException, SQLException {
    take("C", true);
    take("M", false);
    give("C");
    give("M");
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder + "/store/idiome.sqlite");
        var made = connection.createStatement()) {
      made.executeUpdate("DELETE FROM intake WHERE person = 2");
    }
    assertThat(family().replaceAll("\\s+", " "))
        .contains("Not assessed", "is kept of a relative", "is damaged")
        .doesNotContain("no sample is there");
  }
}
