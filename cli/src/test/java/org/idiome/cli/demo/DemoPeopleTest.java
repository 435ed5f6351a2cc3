package org.idiome.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.canonical.Sha256;
import org.idiome.testkit.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPeopleTest {
  private static final String BUNDLED = "src/main/resources/org/idiome/cli/demo";
  private static final long MOST_BYTES = 1_500_000;

  @TempDir Path folder;

  private final DemoPeople people = new DemoPeople();

  @Test
  void namesThreePeopleAndTheirFolders() throws IOException {
    assertThat(people.names()).containsExactly("course-01", "lung-01", "rare-01");
    assertThat(people.writeInto(folder))
        .containsExactly(
            folder.resolve("course-01"), folder.resolve("lung-01"), folder.resolve("rare-01"))
        .allSatisfy(person -> assertThat(person.resolve("phenopacket.json")).isRegularFile());
  }

  @Test
  void indexesEveryBundledFileWithItsSizeAndHash() throws IOException {
    var bundled = Checkout.module(DemoPeople.class).resolve(BUNDLED);
    var actual = new TreeSet<String>();
    try (var all = Files.walk(bundled)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        var path = bundled.relativize(file).toString().replace('\\', '/');
        var bytes = Files.readAllBytes(file);
        actual.add(path + "\t" + bytes.length + "\t" + Sha256.of(bytes).hex());
      }
    }
    actual.removeIf(line -> line.startsWith(DemoPeople.INDEX));
    var indexed = new TreeSet<String>();
    long sum = 0;
    for (var file : people.files()) {
      indexed.add(file.path() + "\t" + file.sizeBytes() + "\t" + file.sha256().hex());
      sum += file.sizeBytes();
    }
    assertThat(indexed).isEqualTo(actual);
    assertThat(sum).isLessThan(MOST_BYTES);
  }

  @Test
  void writesNothingElseAndLeavesNoPart() throws IOException {
    people.writeInto(folder);
    var expected = new TreeSet<>(List.of(DemoPeople.INDEX));
    people.files().forEach(file -> expected.add(file.path()));
    assertThat(contents().keySet()).isEqualTo(expected);
  }

  @Test
  void changesNothingTheSecondTime() throws IOException {
    people.writeInto(folder);
    var before = times();
    people.writeInto(folder);
    assertThat(times()).isEqualTo(before);
  }

  @Test
  void refusesAFileThatItDidNotWriteAndTouchesNothing() throws IOException {
    var foreign = folder.resolve("lung-01/phenopacket.json");
    Files.createDirectories(foreign.getParent());
    Files.writeString(foreign, "{\"id\":\"somebody\"}");
    assertThatExceptionOfType(NotOfTheDemoException.class)
        .isThrownBy(() -> people.writeInto(folder))
        .satisfies(refused -> assertThat(refused.file()).isEqualTo(foreign));
    assertThat(contents())
        .hasSize(1)
        .containsEntry(
            "lung-01/phenopacket.json",
            Sha256.of("{\"id\":\"somebody\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  @Test
  void refusesAFileOfItsOwnThatSomebodyChanged() throws IOException {
    people.writeInto(folder);
    var changed = folder.resolve("course-01/laboratory.tsv");
    Files.writeString(changed, "mine now\n");
    assertThatExceptionOfType(NotOfTheDemoException.class)
        .isThrownBy(() -> people.writeInto(folder));
    assertThat(changed).hasContent("mine now");
  }

  @Test
  void replacesAndTakesAwayWhatAnEarlierReleaseWrote() throws IOException {
    people.writeInto(folder);
    var old = Files.writeString(folder.resolve("course-01/laboratory.tsv"), "an older table\n");
    var gone = Files.writeString(folder.resolve("course-01/older.tsv"), "no longer there\n");
    var kept = Files.writeString(folder.resolve("course-01/notes.txt"), "the user's\n");
    var index =
        "path\tbytes\tsha256\n"
            + line("course-01/laboratory.tsv", old)
            + line("course-01/older.tsv", gone);
    Files.writeString(folder.resolve(DemoPeople.INDEX), index);
    people.writeInto(folder);
    assertThat(old).content().startsWith("date\tcode\tanalyte");
    assertThat(gone).doesNotExist();
    assertThat(kept).hasContent("the user's");
  }

  @Test
  void followsNoLinkOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
    Files.createSymbolicLink(folder.resolve("lung-01"), elsewhere);
    assertThatExceptionOfType(NotOfTheDemoException.class)
        .isThrownBy(() -> people.writeInto(folder));
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void refusesAnIndexThatLeadsOutOfTheFolder() throws IOException {
    var outside = Files.writeString(folder.resolve("kept.txt"), "kept\n");
    var inner = Files.createDirectory(folder.resolve("demo"));
    Files.writeString(
        inner.resolve(DemoPeople.INDEX), "path\tbytes\tsha256\n" + line("../kept.txt", outside));
    assertThatExceptionOfType(NotOfTheDemoException.class)
        .isThrownBy(() -> people.writeInto(inner));
    assertThat(outside).exists();
  }

  private static String line(String path, Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    return path + "\t" + bytes.length + "\t" + Sha256.of(bytes).hex() + "\n";
  }

  private Map<String, Sha256> contents() throws IOException {
    var contents = new TreeMap<String, Sha256>();
    try (var all = Files.walk(folder)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        var path = folder.relativize(file).toString().replace('\\', '/');
        contents.put(path, Sha256.of(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  private Map<String, Object> times() throws IOException {
    var times = new TreeMap<String, Object>();
    try (var all = Files.walk(folder)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        times.put(file.toString(), Files.getLastModifiedTime(file));
      }
    }
    return times;
  }
}
