package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.idiome.cli.demo.DemoPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged survives, what is damaged is named, whatever happens to the machine.
@Tag("slow")
class StoreFaultsTest {
  /// Whole imports that are killed; `KilledWriterTest` of the store kills more, for less.
  private static final int KILLS = Integer.getInteger("kills", 6);

  private static final int PACKETS = 150;
  private static final long SEED = 20261121;

  @TempDir Path folder;
  private Path store;
  private final SplittableRandom random = new SplittableRandom(SEED);

  @BeforeEach
  void writePeople() throws IOException {
    new DemoPeople().writeInto(folder);
    store = folder.resolve("store");
  }

  private Process start(Object... words) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            // What an engine unpacks and a kill leaves behind goes with the test.
            "-Djava.io.tmpdir=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    for (var word : words) {
      command.add(word.toString());
    }
    command.addAll(List.of("--store", store.toString()));
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  /// A batch of many people, one of them with dense layers of their own.
  private List<Path> batch(int round) throws IOException {
    var person = Files.createDirectories(folder.resolve("round-" + round + "/course"));
    try (var files = Files.list(folder.resolve("course-01"))) {
      for (var file : files.toList()) {
        Files.copy(file, person.resolve(Objects.requireNonNull(file.getFileName()).toString()));
      }
    }
    var packet = person.resolve("phenopacket.json");
    Files.writeString(
        packet, Files.readString(packet).replace("course-01", "round-" + round + "-course"));
    var lines = new StringBuilder();
    for (int i = 0; i < PACKETS; i++) {
      lines
          .append("{\"id\":\"round-%d-%d\",\"subject\":{\"id\":\"s\"},".formatted(round, i))
          .append("\"phenotypicFeatures\":[{\"type\":{\"id\":\"HP:0001250\"}}],")
          .append("\"metaData\":{\"phenopacketSchemaVersion\":\"2.0\"}}\n");
    }
    var packets = folder.resolve("round-" + round + "/many.jsonl");
    Files.writeString(packets, lines.toString());
    return List.of(packets, person);
  }

  @Test
  void anImportThatIsKilledIsThereWholeOrNotAtAll() throws Exception {
    int expected = 0;
    int survived = 0;
    long fullMillis = 0;
    for (int round = 0; round <= KILLS; round++) {
      var inputs = batch(round);
      long begun = System.nanoTime();
      var process = start("import", inputs.get(0), inputs.get(1));
      if (round > 0) {
        process.waitFor(random.nextLong(fullMillis), TimeUnit.MILLISECONDS);
        process.destroyForcibly();
      }
      int code = process.waitFor();
      if (round == 0) {
        fullMillis = 1 + (System.nanoTime() - begun) / 1_000_000;
        assertThat(code).isZero();
      }
      boolean isAcknowledged = Files.readString(folder.resolve("err")).contains("imported 151 ");
      long there = there(round);
      assertThat(there).as("people of round " + round).isIn(0L, PACKETS + 1L);
      if (isAcknowledged) {
        assertThat(there).isEqualTo(PACKETS + 1L);
      }
      expected += there > 0 ? 1 : 0;
      survived += isAcknowledged ? 1 : 0;
      requireSound();
    }
    assertThat(survived).isPositive();
    var last = batch(KILLS + 1);
    assertThat(idiome("import", last.get(0), last.get(1), "--store", store).exit()).isZero();
    assertThat(people()).hasSize((expected + 1) * (PACKETS + 1));
    assertThat(files("layers")).as("no orphan").isEqualTo(named());
  }

  private long there(int round) {
    return people().stream().filter(row -> row.startsWith("round-" + round + "-")).count();
  }

  /// A store whose first import was killed early is none yet.
  private List<String> people() {
    var ran = idiome("people", "--tsv", "--store", store);
    if (ran.exit() == ExitCode.NOTHING_TO_ANSWER) {
      return List.of();
    }
    assertThat(ran.exit()).as(ran.err()).isZero();
    return ran.out().lines().skip(1).toList();
  }

  private void requireSound() {
    var ran = idiome("store", "verify", "--store", store);
    assertThat(ran.exit()).as(ran.err()).isIn(ExitCode.DONE, ExitCode.NOTHING_TO_ANSWER);
  }

  private Set<String> files(String below) throws IOException {
    var names = new TreeSet<String>();
    try (var files = Files.walk(store.resolve(below))) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> names.add(store.relativize(file).toString()));
    }
    return names;
  }

  /// Parts that the catalogue names, as its bytes hold them.
  private Set<String> named() throws Exception {
    var names = new TreeSet<String>();
    var url = "jdbc:sqlite:" + store.resolve("idiome.sqlite");
    try (var connection = java.sql.DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT name FROM part")) {
      while (rows.next()) {
        names.add("layers/" + rows.getString(1));
      }
    }
    return names;
  }

  @Test
  void aFlippedByteIsNamedAndTheOthersCanBeRead() throws Exception {
    var people = List.of("course-01", "lung-01", "rare-01");
    for (var person : people) {
      idiome("import", folder.resolve(person), "--store", store);
    }
    requireSound();
    var lung = shown("lung-01");
    var rare = shown("rare-01");
    var parts = List.copyOf(files("layers"));
    assertThat(parts).isNotEmpty();
    for (var part : parts) {
      long at = flip(store.resolve(part), 0);
      var ran = idiome("store", "verify", "--tsv", "--store", store);
      assertThat(ran.exit()).isEqualTo(ExitCode.MACHINE);
      assertThat(ran.out()).contains(part + "\t.\tpart");
      assertThat(ran.err()).contains(part).contains("The store is damaged");
      assertThat(shown("lung-01")).isEqualTo(lung);
      assertThat(shown("rare-01")).isEqualTo(rare);
      var owner = owner(ran.out(), part);
      ran = idiome("interpret", owner, "--store", store);
      assertThat(ran.exit()).isEqualTo(ExitCode.MACHINE);
      assertThat(ran.err()).contains(part, "rows of " + owner + " are in it", "store verify");
      flipBack(store.resolve(part), at);
    }
    requireSound();
  }

  /// The person whom a table of damage names with a dense part.
  private static String owner(String table, String part) {
    return table
        .lines()
        .map(line -> line.split("\t", -1))
        .filter(row -> row[0].equals(part) && row[2].startsWith("segment "))
        .map(row -> row[1])
        .findFirst()
        .orElseThrow();
  }

  private String shown(String person) {
    return idiome("show", person, "--tsv", "--store", store).out();
  }

  /// Bytes of texts: each is in a row that a digest covers.
  @Test
  void aFlippedByteOfTheCatalogueIsNamed() throws Exception {
    idiome("import", folder.resolve("lung-01"), "--store", store);
    var catalogue = store.resolve("idiome.sqlite");
    var bytes = Files.readAllBytes(catalogue);
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (var word : List.of("Dyspnea", "LOINC:2823-3", "/phenotypicFeatures/1", "laboratory.tsv")) {
      int at = text.indexOf(word);
      assertThat(at).as(word).isPositive();
      flip(catalogue, at);
      var ran = idiome("store", "verify", "--store", store);
      assertThat(ran.exit()).as(word + " " + ran.err()).isEqualTo(ExitCode.MACHINE);
      flipBack(catalogue, at);
    }
    requireSound();
  }

  /// @param at 0 for a byte in the middle
  private static long flip(Path file, long at) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      long place = at == 0 ? bytes.length() / 2 : at;
      bytes.seek(place);
      int old = bytes.read();
      bytes.seek(place);
      bytes.write(old ^ 1);
      return place;
    }
  }

  private static void flipBack(Path file, long at) throws IOException {
    flip(file, at);
  }

  @Test
  void theSecondWriterIsToldWhoWrites() throws Exception {
    var inputs = batch(0);
    assertThat(start("import", inputs.get(1)).waitFor()).isZero();
    try (var lock = new RandomAccessFile(store.resolve("writer.lock").toFile(), "rw")) {
      Files.writeString(store.resolve("writer.name"), "a long import");
      assertThat(lock.getChannel().lock().isValid()).isTrue();
      assertThat(start("import", folder.resolve("rare-01")).waitFor()).isEqualTo(ExitCode.MACHINE);
      assertThat(Files.readString(folder.resolve("err")))
          .contains("Another program writes to the store: a long import");
      assertThat(people()).as("readers go on").hasSize(1);
    }
    assertThat(start("import", folder.resolve("rare-01"), "--wait=5").waitFor()).isZero();
  }
}
