package org.idiome.knowledge.starter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;
import org.idiome.core.canonical.Sha256;
import org.idiome.testkit.Checkout;
import org.junit.jupiter.api.Test;

/// Holds the manifest to the tables; `-Dgolden.update` renews the rows and hashes and fails once.
class ManifestTest {
  private static final Path FOLDER =
      Checkout.module(ManifestTest.class)
          .resolve("src/main/resources")
          .resolve(StarterKnowledge.class.getPackageName().replace('.', '/'));

  @Test
  void listsEveryTableWithItsRowsAndHash() throws IOException {
    var manifest = FOLDER.resolve("manifest.tsv");
    var written = Files.readString(manifest, UTF_8);
    var right = renewed(written);
    if (!right.equals(written) && System.getProperty("golden.update") != null) {
      Files.writeString(manifest, right, UTF_8);
      Files.writeString(FOLDER.resolve("manifest.sha256"), hash(right), UTF_8);
      fail("rewrote " + manifest + ": look at the difference, then run without -Dgolden.update");
    }
    assertThat(written).as("%s; -Dgolden.update renews it", manifest).isEqualTo(right);
    assertThat(FOLDER.resolve("manifest.sha256"))
        .as("the hash of the manifest, renewed with it")
        .hasContent(hash(right));
  }

  private static String hash(String text) {
    return Sha256.of(text.getBytes(UTF_8)).hex() + "\n";
  }

  private static String renewed(String written) throws IOException {
    var lines = new ArrayList<>(written.lines().toList());
    for (int i = 1; i < lines.size(); i++) {
      var cells = lines.get(i).split("\t", -1);
      var bytes = Files.readAllBytes(FOLDER.resolve(cells[0]));
      cells[cells.length - 2] = Long.toString(new String(bytes, UTF_8).lines().count() - 1);
      cells[cells.length - 1] = Sha256.of(bytes).hex();
      lines.set(i, String.join("\t", cells));
    }
    return String.join("\n", lines) + "\n";
  }

  @Test
  void leavesNoTableOut() throws IOException {
    var listed = new TreeSet<String>();
    StarterKnowledge.shipped().files().forEach(file -> listed.add(file.path()));
    var there = new TreeSet<String>();
    try (var files = Files.walk(FOLDER)) {
      files
          .filter(file -> file.toString().endsWith(".tsv"))
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .filter(path -> !path.equals("manifest.tsv"))
          .forEach(there::add);
    }
    assertThat(listed).isEqualTo(there);
  }

  @Test
  void keepsEachLicenceToItsFoldersAndExplainsIt() throws IOException {
    var notes = Files.readString(FOLDER.resolve("LICENCES.md"), UTF_8);
    for (var file : StarterKnowledge.shipped().files()) {
      assertThat(notes).as(file.path()).contains(file.licence(), "`" + file.path() + "`");
      assertThat(file.attribution()).isNotBlank();
    }
  }

  @Test
  void tablesAreSortedAndCiteEveryRow() {
    var starter = StarterKnowledge.shipped();
    for (var file : starter.files()) {
      for (var table : starter.of(file.kind())) {
        table.rows().forEach(row -> assertThat(row.citation().id().prefix()).isNotBlank());
      }
    }
  }
}
