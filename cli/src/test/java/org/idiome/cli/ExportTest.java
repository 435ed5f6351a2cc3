package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.idiome.cli.demo.DemoPeople;
import org.idiome.core.canonical.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything about one person in open formats: articles 15, 17 and 20 of the GDPR.
class ExportTest {
  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
  }

  private Path export(String person, String purpose) {
    var target = folder.resolve("export-of-" + person);
    var ran = kept.run("export", person, "-o", target, "--purpose", purpose);
    assertThat(ran.exit()).as(ran.err()).isZero();
    return target;
  }

  /// Article 15: all of it, also who read it, what was concluded and what was said before.
  @Test
  void holdsEverythingWithAHashEach() throws IOException {
    kept.run("interpret", "person:P1");
    kept.write("P1", Kept.LABORATORY.replace("4.4", "4.5"));
    kept.run("import", folder.resolve("P1"), "--reason", "a slip");
    kept.run("consent", "P1", "--give", "kin", "--by", "P1", "--wording", kept.wording());
    var out = export("P1", "own_use");
    var listed = new TreeSet<String>();
    for (var line : Files.readAllLines(out.resolve("manifest.tsv")).stream().skip(1).toList()) {
      var cells = line.split("\t", -1);
      var bytes = Files.readAllBytes(out.resolve(cells[0]));
      assertThat(Long.parseLong(cells[1])).as(cells[0]).isEqualTo(bytes.length);
      assertThat(cells[2]).as(cells[0]).isEqualTo(Sha256.of(bytes).hex());
      listed.add(cells[0]);
    }
    assertThat(listed)
        .contains("README.txt", "runs/1.json", "history.tsv", "record/phenopacket.json")
        .anyMatch(name -> name.startsWith("history/"));
    assertThat(Files.readString(out.resolve("quantities.tsv"))).contains("\t4.5\t");
    assertThat(Files.readString(out.resolve("consent.tsv"))).contains("kin\tgiven");
    assertThat(Files.readString(out.resolve("audit.tsv")))
        .contains("\tinterpret\t", "\town_use\texport\t");
    assertThat(Files.readString(out.resolve("source_rows.tsv")))
        .contains("2026-05-05\\tLOINC:2823-3\\t4.5\\tmmol/L");
    var old = listed.stream().filter(name -> name.matches("history/\\d+/quantities.tsv")).toList();
    assertThat(Files.readString(out.resolve(old.getFirst()))).contains("\t4.4\t");
  }

  /// Article 20: what another system can take in.
  @Test
  void theRecordCanBeImportedAgain() throws IOException {
    var record = export("P1", "own_use").resolve("record");
    var again = kept.run("import", record, "--person", "P1-again");
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(observations("P1-again")).isEqualTo(observations("P1")).hasSize(4);
  }

  /// Whoever points to the folder that they were given need not know its inside.
  @Test
  void theWholeFolderOfAnExportCanBeImportedAsItsRecord() {
    var whole = export("P1", "own_use");
    var again = kept.run("import", whole, "--person", "P1-again");
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(observations("P1-again")).isEqualTo(observations("P1")).hasSize(4);
    var same = kept.run("import", whole.resolve("record"), "--person", "P1-again");
    assertThat(same.err()).contains("already imported");
  }

  /// A copy that was cut short says less, and is not taken for all there is.
  @Test
  void aCopyThatIsNotWholeIsNotTakenForTheExport() throws IOException {
    var whole = export("P1", "own_use");
    var packet = whole.resolve("record/phenopacket.json");
    var list = whole.resolve("manifest.tsv");
    var said = Files.readString(list);
    var text = Files.readString(packet);
    Files.writeString(packet, text.replace("true", "null"));
    assertRefused(whole, "record/phenopacket.json", "its bytes are others");
    Files.writeString(packet, text + "\n");
    assertRefused(whole, "record/phenopacket.json", "bytes, not ");
    Files.writeString(packet, text);
    var quantities = whole.resolve("quantities.tsv");
    var values = Files.readAllBytes(quantities);
    Files.delete(quantities);
    assertRefused(whole, "quantities.tsv", "it is missing");
    Files.write(quantities, values);
    Files.writeString(list, said.substring(0, said.indexOf('\n') + 1));
    assertRefused(whole, "README.txt", "it is not listed");
    Files.writeString(list, said);
    var more = Files.writeString(whole.resolve("more.tsv"), "a\tb\n");
    assertRefused(whole, "more.tsv", "it is not listed");
    Files.delete(more);
    Files.delete(list);
    assertRefused(whole, "manifest.tsv", "it is missing");
    Files.writeString(list, said.substring(0, said.length() / 2).stripTrailing());
    assertRefused(whole, "", "");
    Files.writeString(list, "file\tbytes\tsha256\n../record\t1\tx\n");
    assertRefused(whole, "../record", "it is missing");
    assertThat(kept.run("import", whole.resolve("record"), "--person", "again").exit()).isZero();
  }

  private void assertRefused(Path export, String file, String why) {
    var ran = kept.run("import", export, "--person", "P1-again");
    assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).startsWith(file).contains("manifest.tsv lists it").contains(why);
  }

  /// A damaged store cannot be exported whole, and half of somebody's data is left nowhere.
  @Test
  void aFailedExportLeavesNothing() throws IOException, SQLException {
    try (var sql = DriverManager.getConnection("jdbc:sqlite:" + kept.store() + "/idiome.sqlite");
        var statement = sql.createStatement()) {
      statement.execute("update source_lines set deflated = x'00'");
    }
    for (var name : List.of("whole", "whole.zip")) {
      var ran = kept.run("export", "P1", "-o", folder.resolve(name));
      assertThat(ran.exit()).as(ran.err()).isNotZero();
    }
    try (var left = Files.list(folder)) {
      assertThat(left.map(path -> String.valueOf(path.getFileName())))
          .noneMatch(name -> name.contains("whole"));
    }
  }

  private List<String> observations(String person) {
    return kept.rows("show", person).stream()
        .map(row -> String.join("\t", row.subList(1, 10)))
        .sorted()
        .toList();
  }

  @Test
  void signsDiseasesValuesAndVariantsOfTheDemoComeBack() throws IOException {
    new DemoPeople().writeInto(folder.resolve("demo"));
    kept.run("import", folder.resolve("demo/rare-01"));
    var record = export("rare-01", "own_use").resolve("record");
    var ran = kept.run("import", record, "--person", "again");
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(kept.rows("show", "again", "--layer", "laboratory"))
        .hasSameSizeAs(kept.rows("show", "rare-01", "--layer", "laboratory"));
    assertThat(records("again")).isEqualTo(records("rare-01")).isNotEmpty();
    assertThat(observations("again")).isEqualTo(observations("rare-01"));
    var said = Files.readAllLines(record.resolveSibling("statements.jsonl"));
    assertThat(said).isNotEmpty().allMatch(line -> line.contains("\"in_record\":true"));
  }

  /// Place, change and genotype of every record of variant files.
  private List<String> records(String person) {
    return kept.rows("show", person, "--layer", "genome").stream()
        .filter(row -> row.get(10).contains(".vcf"))
        .map(row -> row.get(2) + " " + row.get(5))
        .toList();
  }

  /// Numbers as numbers, for tools that read tables with types; the same rows as the text.
  @Test
  void valuesAreThereAsParquetToo() throws IOException, SQLException {
    var out = export("P1", "own_use");
    var lines = Files.readAllLines(out.resolve("quantities.tsv"));
    var rows = new ArrayList<String>();
    try (var engine = DriverManager.getConnection("jdbc:duckdb:");
        var statement = engine.createStatement();
        var found = statement.executeQuery("SELECT * FROM '" + out + "/quantities.parquet'")) {
      var about = found.getMetaData();
      var header = new ArrayList<String>();
      for (int column = 1; column <= about.getColumnCount(); column++) {
        header.add(about.getColumnName(column));
      }
      assertThat(about.getColumnTypeName(5)).isEqualTo("DOUBLE");
      rows.add(String.join("\t", header));
      while (found.next()) {
        var cells = new ArrayList<String>();
        for (int column = 1; column <= about.getColumnCount(); column++) {
          var cell = found.getString(column);
          cells.add(cell == null ? "" : cell);
        }
        rows.add(String.join("\t", cells));
      }
    }
    assertThat(rows).isEqualTo(lines).hasSize(3);
    assertThat(Files.readString(out.resolve("manifest.tsv"))).contains("quantities.parquet\t");
    assertThat(Files.exists(out.resolveSibling("." + out.getFileName() + ".aside"))).isFalse();
  }

  @Test
  void anArchiveHoldsTheSame() throws IOException {
    var target = folder.resolve("all.zip");
    assertThat(kept.run("export", "P1", "-o", target).exit()).isZero();
    try (var zip = new ZipFile(target.toFile())) {
      var manifest = zip.getInputStream(zip.getEntry("manifest.tsv")).readAllBytes();
      assertThat(new String(manifest, StandardCharsets.UTF_8))
          .contains("README.txt", "quantities.parquet");
    }
    assertThat(kept.run("export", "P1", "-o", target).exit()).isEqualTo(ExitCode.WRONG_INPUT);
  }

  /// Articles 6 and 9: giving the data to others needs the person's consent.
  @Test
  void sharingNeedsConsent() throws IOException {
    var target = folder.resolve("shared");
    assertThat(kept.run("export", "P1", "-o", target, "--purpose", "sharing").exit())
        .isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(target).doesNotExist();
    kept.run("consent", "P1", "--give", "sharing", "--by", "P1", "--wording", kept.wording());
    assertThat(kept.run("export", "P1", "-o", target, "--purpose", "sharing").exit()).isZero();
  }
}
