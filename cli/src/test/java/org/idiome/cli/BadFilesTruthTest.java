package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every file of `data/person/bad` through the shell: exit code and problems follow its row of
/// `EXPECTED.tsv`. What the rows say of values is held where the readers are.
class BadFilesTruthTest {
  private static final String LABORATORY =
      "\"layer\":\"laboratory\",\"shape\":\"long\",\"feature\":\"analyte\",\"value\":\"value\","
          + "\"unit\":\"unit\",\"time\":\"date\",\"timeUnit\":\"date\"";
  private static final String WIDE =
      "\"layer\":\"transcriptome\",\"shape\":\"wide\",\"feature\":\"gene\",\"samples\":\"S1=1\","
          + "\"timeUnit\":\"study_day\"";

  @TempDir Path folder;

  /// The two packets whose codes need an ontology to judge are kept as written, without a word.
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "pp-feb30, 0, phenopacket-time-not-understood",
    "pp-age-text, 0, phenopacket-time-not-understood",
    "pp-observed-and-excluded, 0, phenopacket-conflicting-presence",
    "pp-label-mismatch, 0, ''",
    "pp-obsolete-term, 0, ''",
    "pp-no-prefix, 0, phenopacket-code-not-curie",
    "pp-v1-negated-in-v2, 0, phenopacket-field-of-version-1",
    "pp-no-version, 2, phenopacket-version-not-stated",
    "pp-two-variants-one-position, 0,"
        + " phenopacket-assembly-not-known phenopacket-reference-not-found",
    "pp-truncated, 2, json-cut",
    "pp-huge-number, 0, phenopacket-number-not-finite",
  })
  void aPacketIsReadAsFarAsItsRowSays(String name, int exit, String codes) throws IOException {
    var file = Truth.data("person/bad/" + name + ".json");
    Files.copy(file, folder.resolve("phenopacket.json"));
    for (var words : new Object[][] {{"interpret", folder, "--json"}, {"scan", file, "--json"}}) {
      var ran = idiome(words);
      assertThat(ran.exit()).as("%s: %s", words[0], ran.err()).isEqualTo(exit);
      assertThat(codes(ran)).containsAll(words(codes));
      assertThat(ran.err()).doesNotContain("\tat ", "Exception");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "lab-european-decimal.csv, 0, amount-not-plausible table-format-detected",
    "lab-date-order-ambiguous.csv, 1, table-date-order-ambiguous",
    "lab-text-results.csv, 0, table-format-detected",
    "lab-duplicate-header.csv, 1, table-column-repeated",
    "omics-sample-name-collision.tsv, 1, table-column-repeated",
    "omics-excel-dates.tsv, 0, table-feature-is-date",
  })
  void aTableIsReadAsFarAsItsRowSays(String name, int exit, String codes) throws IOException {
    var file = Truth.data("person/bad/" + name);
    Files.copy(file, folder.resolve(name));
    var attributes = name.startsWith("omics") ? WIDE : LABORATORY;
    if (name.contains("duplicate")) {
      attributes =
          attributes.replace("analyte", "=glucose").replace("\"value\",\"u", "\"glucose\",\"u");
    }
    Files.writeString(
        folder.resolve("phenopacket.json"),
        "{\"id\":\"p\",\"subject\":{\"id\":\"p\"},\"metaData\":"
            + "{\"created\":\"2024-01-01T00:00:00Z\",\"createdBy\":\"test\",\"resources\":[],"
            + "\"phenopacketSchemaVersion\":\"2.0\"},\"files\":[{\"uri\":\""
            + name
            + "\",\"fileAttributes\":{"
            + attributes
            + "}}]}");
    var ran = idiome("interpret", folder, "--json");
    assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
    assertThat(codes(ran)).containsAll(words(codes));
    boolean isRefusedUndescribed = codes.equals("table-column-repeated");
    assertThat(idiome("scan", file).exit()).isEqualTo(isRefusedUndescribed ? 2 : 0);
  }

  /// Formats that a later release reads are refused by name: no file passes for one that was read.
  @Test
  void whatNoReaderKnowsIsRefused() throws IOException {
    try (var files = Files.list(Truth.data("person/bad"))) {
      for (var file : files.filter(BadFilesTruthTest::isOfAnotherFormat).sorted().toList()) {
        var ran = idiome("scan", file, "--json");
        assertThat(ran.exit()).as("%s", file).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(codes(ran)).containsExactly("file-not-recognised");
        var person = Files.createDirectories(folder.resolve(file.getFileName()));
        Files.copy(file, person.resolve("phenopacket.json"));
        assertThat(idiome("interpret", person).exit()).isEqualTo(ExitCode.WRONG_INPUT);
      }
    }
  }

  private static boolean isOfAnotherFormat(Path file) {
    var name = file.getFileName().toString();
    return name.startsWith("fhir") || name.endsWith(".xml");
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(text.split(" ", -1)));
  }

  private static Set<String> codes(Ran ran) {
    var codes = new TreeSet<String>();
    for (var problem : JsonTree.of(ran.out()).get("problems")) {
      codes.add(problem.get("code").asString());
    }
    return codes;
  }
}
