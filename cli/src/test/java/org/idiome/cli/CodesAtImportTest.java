package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `show` says of codes, details and batches of what was imported.
class CodesAtImportTest {
  @TempDir Path folder;

  private Ran run(Object... words) {
    var all = new Object[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--store";
    all[words.length + 1] = folder.resolve("store");
    return Ran.idiome(all);
  }

  private Path packet(String features) throws IOException {
    return Files.writeString(
        folder.resolve("a.json"),
        "{\"id\":\"A\",\"subject\":{\"id\":\"s\"},"
            + features
            + "\"metaData\":{\"phenopacketSchemaVersion\":\"2.0\"}}");
  }

  private static String measured(String code) {
    return "\"measurements\":[{\"assay\":{\"id\":\"%s\"},\"value\":{\"quantity\":{\"unit\":"
            .formatted(code)
        + "{\"id\":\"UCUM:mmol/L\"},\"value\":4.5}}}],";
  }

  @Test
  void aMistypedCodeIsSaidAndKept() throws IOException {
    var ran = run("import", packet(measured("LOINC:2823-4")));
    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).contains("LOINC:2823-4 is no LOINC code");
    assertThat(run("show", "A", "--tsv").out()).contains("LOINC:2823-4\t");
    assertThat(run("interpret", "person:A").err()).contains("LOINC:2823-4 is no LOINC code");
    assertThat(run("import", packet(measured("LOINC:2823-3")), "--reason", "typo").err())
        .doesNotContain("no LOINC code");
  }

  /// A transplant is told by its code: one that nobody can read is said.
  @Test
  void aProcedureOfNoVocabularyIsSaid() throws IOException {
    var procedure = "\"medicalActions\":[{\"procedure\":{\"code\":{\"id\":\"%s\"}}}],";
    var ran = run("import", packet(procedure.formatted("xyz:15431")));
    assertThat(ran.exit()).isZero();
    assertThat(ran.err())
        .contains("the procedure xyz:15431 is of no vocabulary that Idiome knows")
        .contains("NCIT: or SNOMEDCT:");
    assertThat(run("import", packet(procedure.formatted("ncit:C15431")), "--reason", "x").err())
        .doesNotContain("no vocabulary");
  }

  @Test
  void severityIsShown() throws IOException {
    run(
        "import",
        packet(
            "\"phenotypicFeatures\":[{\"type\":{\"id\":\"HP:0001250\"},\"severity\":{\"id\":"
                + "\"HP:0012825\",\"label\":\"Mild\"}}],"));
    assertThat(run("show", "A", "--tsv").out()).contains("\tseverity: Mild\t");
  }

  /// What is said again is known since it was said first; what was taken back and came again is
  /// not.
  @Test
  void unchangedRowsKeepTheirFirstBatch() throws IOException {
    var sign = "{\"type\":{\"id\":\"HP:0001250\"}}";
    run("import", packet("\"phenotypicFeatures\":[" + sign + "]," + measured("LOINC:2823-3")));
    var more = "\"phenotypicFeatures\":[" + sign + ",{\"type\":{\"id\":\"HP:0001252\"}}],";
    run("import", packet(more + measured("LOINC:2823-3")));
    var shown = run("show", "A", "--tsv").out();
    assertThat(batch(shown, "HP:0001250")).isEqualTo("1");
    assertThat(batch(shown, "LOINC:2823-3")).isEqualTo("1");
    assertThat(batch(shown, "HP:0001252")).isEqualTo("2");
    run("withdraw", "A", "--source", "A", "--reason", "x", "--yes");
    run("import", packet(more + measured("LOINC:2823-3")));
    assertThat(batch(run("show", "A", "--tsv").out(), "HP:0001250")).isEqualTo("4");
  }

  private static String batch(String shown, String concept) {
    return shown
        .lines()
        .filter(line -> line.contains("\t" + concept + "\t"))
        .map(line -> line.substring(line.lastIndexOf('\t') + 1))
        .findFirst()
        .orElse("none");
  }

  @Test
  void careWaitsForNoConsent() throws IOException {
    run("import", packet(""));
    assertThat(run("consent", "A", "--tsv").out())
        .contains("\tcare\tnot_needed\t")
        .contains("\town_use\tnot_needed\t")
        .contains("\tresearch\tnot_given\t");
  }
}
