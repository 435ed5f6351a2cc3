package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody took back or objected to goes where their data go (ADR 0018).
class ObjectionsTest {
  private static final String VCF =
      MadePerson.VCF_HEADER + "chr10\t94781859\t.\tG\tA\t.\tPASS\t.\tGT\t0/1\n";

  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
    Files.writeString(folder.resolve("panel.vcf"), VCF);
    run("import", folder.resolve("panel.vcf"), "--person", "P1");
  }

  private Ran run(String command, Object... words) {
    var ran = kept.run(command, words);
    assertThat(ran.exit()).as(ran.err()).isZero();
    return ran;
  }

  private void object(String person, String purpose) {
    run("consent", person, "--withdraw", purpose, "--by", person);
  }

  private Ran split(String to) {
    return run("split", "P1", "--source", "panel.vcf", "--as", to, "--reason", "two", "--yes");
  }

  private List<String> consent(String person, String purpose) {
    return kept.rows("consent", person).stream()
        .filter(row -> row.get(1).equals(purpose))
        .toList()
        .getLast();
  }

  private void isNotRead(String person) {
    assertThat(kept.run("show", person).exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(consent(person, "care").get(2)).isEqualTo("withdrawn");
  }

  @Test
  void aSplitTakesTheObjectionAlongAndSaysSo() {
    object("P1", "care");
    var split = split("new");
    assertThat(split.err()).contains("what was taken back or objected to goes along: care");
    isNotRead("new");
    assertThat(consent("new", "care").get(6)).isEqualTo("carried along by split");
    assertThat(kept.rows("audit", "new"))
        .anyMatch(row -> row.contains("split") && row.contains("accountability"));
  }

  /// Of two who objected and had the same, one row comes along.
  @Test
  void whatSeveralObjectedToIsRecordedOnce() {
    run("import", folder.resolve("panel.vcf"), "--person", "P2");
    object("P1", "care");
    object("P2", "care");
    run("import", folder.resolve("panel.vcf"), "--person", "new");
    assertThat(kept.rows("consent", "new").stream().filter(row -> row.get(1).equals("care")))
        .hasSize(1);
    isNotRead("new");
  }

  @Test
  void aSplitToSomebodyWhoIsThereTakesItAlong() {
    object("P1", "research");
    split("P2");
    assertThat(consent("P2", "research").get(2)).isEqualTo("withdrawn");
    assertThat(kept.run("show", "P2").exit()).isZero();
  }

  @Test
  void noConsentGoesAlong() throws IOException {
    run("consent", "P1", "--give", "research", "--by", "P1", "--wording", kept.wording());
    assertThat(split("new").err()).doesNotContain("goes along");
    assertThat(consent("new", "research").get(2)).isEqualTo("not_given");
    assertThat(consent("new", "care").get(2)).isEqualTo("not_needed");
  }

  @Test
  void anImportUnderAnotherNameBringsTheObjection() {
    object("P1", "care");
    var packet = run("import", folder.resolve("P1"), "--as", "other");
    assertThat(packet.err()).contains("objected to care");
    isNotRead("other");
    assertThat(kept.rows("audit", "other")).anyMatch(row -> row.contains("accountability"));
    run("import", folder.resolve("panel.vcf"), "--person", "third", "--source", "else.vcf");
    isNotRead("third");
  }

  @Test
  void aJoinedPersonBringsTheObjection() {
    object("P1", "care");
    run("withdraw", "P1", "--source", "P1", "--reason", "is P2", "--yes");
    assertThat(run("import", folder.resolve("P1"), "--as", "P2").err())
        .contains("that holds for P2 from now on, too");
    isNotRead("P2");
  }

  @Test
  void whatIsSaidOfThePersonLaterStands() throws IOException {
    object("P1", "care");
    split("new");
    run("consent", "new", "--give", "care", "--by", "new", "--wording", kept.wording());
    run("import", folder.resolve("panel.vcf"), "--person", "new", "--source", "again.vcf");
    assertThat(kept.run("show", "new").exit()).isZero();
  }

  /// A copy of another name, compressed, or with another line in its header, says the same.
  @Test
  void aCopyBringsTheObjection() throws IOException {
    var later = Kept.LABORATORY.replace("2026-01-05", "2026-02-05");
    var table = Files.writeString(folder.resolve("t.csv"), later.replace("4.1", "7.7"));
    table(table, "P1");
    object("P1", "care");
    run("import", folder.resolve("P1"), "--as", "copied", "--source", "else");
    isNotRead("copied");
    var other = VCF.replaceFirst("\n", "\n##bcftools_viewCommand=view\n");
    Files.writeString(folder.resolve("other.vcf"), other);
    run("import", folder.resolve("other.vcf"), "--person", "called");
    isNotRead("called");
    var packed = folder.resolve("t.csv.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(table, out);
    }
    table(packed, "measured");
    isNotRead("measured");
  }

  private void table(Path table, String person) {
    run(
        "import",
        table,
        "--person",
        person,
        "--layer",
        "laboratory",
        "--feature",
        "code",
        "--value",
        "value",
        "--unit",
        "unit",
        "--time",
        "date",
        "--timeUnit",
        "date");
  }

  /// Nobody inherits from somebody of the same laboratory, nor where nobody objected.
  @Test
  void whoHasNothingOfTheirsInheritsNothing() throws IOException {
    object("P1", "care");
    kept.write("P3", Kept.LABORATORY);
    run("import", folder.resolve("P3"));
    assertThat(consent("P3", "care").get(2)).isEqualTo("not_needed");
  }
}
