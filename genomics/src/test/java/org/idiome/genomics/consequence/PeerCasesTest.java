package org.idiome.genomics.consequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The answers of bcftools csq on real gene models and on a small made-up one.
///
/// Compared are the terms of coding sequence and the residues, and that a splice site, an
/// untranslated region, an intron or a transcript without translation is told where the peer tells
/// it. Each difference stands in `differences.tsv` with its reason; one more, or one less, fails.
class PeerCasesTest {
  @TempDir Path folder;
  private final PeerComparison comparison = new PeerComparison();

  @Test
  void realModelsAnswerAsThePeerOrForAReason() throws IOException {
    var root = Truth.data("variants/consequence/real");
    for (var row : rows(root.resolve("cases.tsv"))) {
      var cells = row.split("\t", -1);
      if (!cells[2].equals("cmd")) {
        var expected = Files.readAllLines(root.resolve(cells[6]));
        var pairs = cells[2].equals("sites") ? pairs(expected) : samples(expected);
        comparison.compare(
            cells[0] + " " + cells[1],
            root.resolve(cells[3]),
            fasta(root.resolve(cells[4])),
            root.resolve(cells[5]),
            cells[1].equals("local"),
            pairs);
      }
    }
    assertThat(new TreeSet<>(comparison.differences()))
        .containsExactlyInAnyOrderElementsOf(known("real"));
    assertThat(comparison.compared()).isGreaterThan(100);
  }

  /// Cases that the peer runs with a command of its own: folder, records, models, and which part of
  /// the answer is theirs.
  private record Commanded(String folder, String vcf, String gff, String out, int part) {}

  @Test
  void commandsAnswerAsThePeerOrForAReason() throws IOException {
    var root = Truth.data("variants/consequence/real");
    for (var one : commanded()) {
      var folder = root.resolve(one.folder());
      var parts = Files.readString(folder.resolve(one.out())).split("\n\n", -1);
      var expected = parts[one.part()].lines().map(PeerCasesTest::withoutSample).toList();
      comparison.compare(
          "command " + one.folder() + "/" + one.vcf() + "/" + one.gff(),
          folder.resolve(one.vcf()),
          folder.resolve(one.folder() + ".fa"),
          folder.resolve(one.gff()),
          false,
          expected);
    }
    assertThat(new TreeSet<>(comparison.differences()))
        .containsExactlyInAnyOrderElementsOf(known("command"));
    assertThat(comparison.compared()).isGreaterThan(20);
  }

  /// Of a line for each sample what is told of its first copy.
  private static String withoutSample(String line) {
    var cells = line.split("\t", -1);
    return cells.length < 7 ? line : String.join("\t", cells[0], cells[1], cells[2], cells[5]);
  }

  private static List<Commanded> commanded() {
    var all = new ArrayList<Commanded>();
    for (var name : List.of("simple", "ribosomal-slippage")) {
      all.add(new Commanded("EMN908947", name + ".vcf", name + ".gff", name + ".cmd.out", 0));
    }
    all.add(
        new Commanded("ENST00000000001", "test.vcf", "ENST00000000001.gff", "test.1.cmd.out", 0));
    for (var number : List.of("1", "2", "3")) {
      all.add(
          new Commanded(
              "ENSMUST00000121418",
              "filter-problem.vcf",
              "ENSMUST00000121418.gff",
              "filter-problem." + number + ".cmd.out",
              0));
      all.add(
          new Commanded(
              "ENST00000410009",
              "frameshift.vcf",
              "ENST00000410009.gff",
              "frameshift." + number + ".cmd.out",
              0));
    }
    all.add(
        new Commanded(
            "ENST00000000000",
            "upstream-stop.vcf",
            "ENST00000000000.gff",
            "upstream-stop.cmd.out",
            0));
    var compound =
        List.of(
            "compound.del-snp",
            "compound.ins-del",
            "compound.ins-ins",
            "compound.ins-snp",
            "single");
    for (int i = 0; i < compound.size(); i++) {
      all.add(
          new Commanded(
              "ENST00000379416",
              compound.get(i) + ".vcf",
              "ENST00000379416.gff",
              "compound.cmd.out",
              i));
    }
    var tests =
        List.of(
            "compound.ins-snv ENST00000580206",
            "compound.ins-snv short",
            "single.ins-snv ENST00000580206",
            "single.ins-snv short",
            "compound.del-snv ENST00000580206",
            "compound.del-snv short",
            "single.del-snv short",
            "compound.del-ins ENST00000580206",
            "compound.del-ins short",
            "single.del-ins short");
    for (int i = 0; i < tests.size(); i++) {
      var names = tests.get(i).split(" ", -1);
      all.add(
          new Commanded(
              "ENST00000580206", names[0] + ".vcf", names[1] + ".gff", "test.cmd.out", i));
    }
    return all;
  }

  @Test
  void aSmallModelAnswersAsThePeerOrForAReason() throws IOException {
    var root = Truth.data("variants/consequence/small");
    var vcf = root.resolve("csq.vcf");
    for (var gff : List.of("csq.gff3", "csq.chr.gff3")) {
      comparison.compare(
          "small",
          vcf,
          root.resolve("csq.fa"),
          root.resolve(gff),
          false,
          pairs(Files.readAllLines(root.resolve("csq.1.out"))));
      assertThat(new TreeSet<>(comparison.differences()))
          .containsExactlyInAnyOrderElementsOf(known("small"));
      comparison.differences().clear();
    }
    assertThat(comparison.compared()).isGreaterThan(40);
  }

  @Test
  void namesOfContigsAreTakenAsTheyCome() throws IOException {
    var root = Truth.data("variants/consequence/small");
    for (var name : List.of("nchr", "ychr", "yychr")) {
      comparison.compare(
          "small",
          root.resolve("csq." + name + ".vcf"),
          root.resolve("csq." + name + ".fa"),
          root.resolve("csq." + name + ".gff"),
          false,
          answers(root, name.equals("yychr") ? "csq.yychr.out" : "csq.chr.out", "1"));
    }
    comparison.compare(
        "small",
        root.resolve("csq.2.vcf"),
        root.resolve("csq.fa"),
        root.resolve("csq.2.gff"),
        false,
        answers(root, "csq.2.out", "103"));
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.compared()).isGreaterThan(10);
  }

  /// Answers without their place, all of one place.
  private static List<String> answers(Path root, String file, String place) throws IOException {
    return Files.readAllLines(root.resolve(file)).stream()
        .map(line -> place + "\t\t\t" + line)
        .toList();
  }

  private static List<String> rows(Path table) throws IOException {
    var lines = Files.readAllLines(table);
    return lines.subList(1, lines.size());
  }

  private static List<String> known(String set) throws IOException {
    try (var table = PeerCasesTest.class.getResourceAsStream("differences.tsv")) {
      var text = new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .skip(1)
          .filter(line -> set(line).equals(set))
          .map(line -> line.substring(0, line.lastIndexOf('\t')))
          .toList();
    }
  }

  private static String set(String line) {
    return line.startsWith("small") ? "small" : line.startsWith("command") ? "command" : "real";
  }

  private Path fasta(Path path) throws IOException {
    if (!path.toString().endsWith(".gz")) {
      return path;
    }
    var plain = folder.resolve(path.getFileName().toString().replace(".gz", ""));
    try (var in = new GZIPInputStream(Files.newInputStream(path))) {
      Files.write(plain, in.readAllBytes());
    }
    return plain;
  }

  /// Of two lines for each record the second is what the peer says today.
  private static List<String> pairs(List<String> lines) {
    var full = lines.stream().filter(line -> !line.isBlank()).toList();
    var second = new ArrayList<String>();
    for (int i = 1; i < full.size(); i += 2) {
      second.add(full.get(i));
    }
    return second;
  }

  private static List<String> samples(List<String> lines) {
    var all = new ArrayList<String>();
    for (var line : lines) {
      var cells = line.split("\t", -1);
      for (int i = 3; i < cells.length; i++) {
        all.add(String.join("\t", cells[0], cells[1], cells[2], cells[i]));
      }
    }
    return all;
  }
}
