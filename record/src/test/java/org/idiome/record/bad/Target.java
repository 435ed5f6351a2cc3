package org.idiome.record.bad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.problem.Reach;
import org.idiome.core.time.When;
import org.idiome.genomics.calls.CallReader;
import org.idiome.genomics.calls.Origin;
import org.idiome.genomics.calls.Regions;
import org.idiome.genomics.calls.VcfRequest;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.record.folder.ManyPersons;
import org.idiome.record.folder.PersonFolder;
import org.idiome.record.folder.PersonRecord;
import org.idiome.record.folder.ReadingOptions;
import org.idiome.record.folder.Scan;
import org.idiome.record.json.Documents;
import org.idiome.record.json.JsonLimits;
import org.idiome.record.json.JsonValue;
import org.idiome.record.phenopacket.BlockCount;
import org.idiome.record.phenopacket.Part;

/// A reader of strangers' bytes, with files that it reads well.
enum Target {
  PACKET {
    @Override
    List<byte[]> seeds() {
      return Seeds.packets();
    }

    @Override
    void read(byte[] bytes, Path folder) throws IOException {
      readPacket(bytes, folder);
    }
  },
  YAML {
    @Override
    List<byte[]> seeds() {
      return Seeds.yaml();
    }

    @Override
    void read(byte[] bytes, Path folder) throws IOException {
      readPacket(bytes, folder);
    }
  },
  LONG_TABLE {
    @Override
    List<byte[]> seeds() {
      return Seeds.longTables();
    }

    @Override
    void read(byte[] bytes, Path folder) throws IOException {
      readTable("lab.csv", bytes, folder);
    }
  },
  WIDE_TABLE {
    @Override
    List<byte[]> seeds() {
      return Seeds.wideTables();
    }

    @Override
    void read(byte[] bytes, Path folder) throws IOException {
      readTable("omics.tsv", bytes, folder);
    }
  },
  VARIANTS {
    @Override
    List<byte[]> seeds() {
      return Seeds.variants();
    }

    @Override
    void read(byte[] bytes, Path folder) throws IOException {
      readVariants(bytes);
    }
  },
  REGIONS {
    @Override
    List<byte[]> seeds() {
      return Seeds.regions();
    }

    @Override
    void read(byte[] bytes, Path folder) throws IOException {
      readRegions(bytes);
    }
  };

  private static final List<String> BLOCKS =
      List.of(
          "phenotypicFeatures",
          "measurements",
          "biosamples",
          "diseases",
          "medicalActions",
          "interpretations");

  abstract List<byte[]> seeds();

  /// Reads bytes, or refuses them by name; nothing of them is lost without a word.
  abstract void read(byte[] bytes, Path folder) throws IOException;

  private static void readPacket(byte[] bytes, Path folder) throws IOException {
    var file = folder.resolve("phenopacket.json");
    Files.write(file, bytes);
    var options = ReadingOptions.DEFAULT;
    var scan = Scan.of(file, "phenopacket.json", options);
    if (scan.holds() instanceof Scan.Holds.OnePerson person) {
      assertNoItemLost(bytes, person.packet().counts());
    }
    var records = new ArrayList<PersonRecord>();
    var refused = new ArrayList<Problem>();
    if (ManyPersons.looksLikeSome(file, "phenopacket.json", options)) {
      ManyPersons.read(
          file,
          "phenopacket.json",
          options,
          new ManyPersons.Taker() {
            @Override
            public void person(PersonRecord record, Sha256 document) {
              records.add(record);
            }

            @Override
            public void refused(Problem problem) {
              refused.add(problem);
            }
          });
    } else {
      records.add(PersonFolder.read(folder, options));
    }
    assertThat(records.size() + refused.size()).isPositive();
    records.forEach(Target::use);
  }

  /// Asks a record for all that others ask of it.
  private static void use(PersonRecord record) {
    assertThat(record.digest().hex()).hasSize(64);
    assertThat(record.individual().id()).isNotBlank();
    for (var statement : record.statements()) {
      statement.rows().forEach(row -> assertThat(record.rowTexts().cite(row).text()).isNotNull());
    }
    record
        .quantities()
        .values()
        .forEach(columns -> {
          for (int i = 0; i < columns.size(); i++) {
            columns
                .rows(i)
                .forEach(row -> assertThat(record.rowTexts().cite(row).text()).isNotNull());
          }
        });
    assertThat(record.problems().isEmpty()).isEqualTo(record.problemCount() == 0);
  }

  /// Items of a block are kept or refused, and there are as many as stand in the file.
  private static void assertNoItemLost(byte[] bytes, List<BlockCount> counts) throws IOException {
    JsonValue root;
    try (var input = Input.of(new ByteArrayInputStream(bytes), "x", Limits.DEFAULT)) {
      root = Documents.read(input, JsonLimits.DEFAULT).root();
    }
    if (Part.of(root).getFirst().role() != Part.Role.ALONE) {
      return;
    }
    for (var block : BLOCKS) {
      var items = root.find("/" + block);
      long read =
          counts.stream()
              .filter(count -> count.block().equals(block))
              .mapToLong(count -> count.kept() + count.keptWithNote() + count.refused())
              .sum();
      if (items instanceof JsonValue.Arr array && read < array.items().size()) {
        // A block that is refused whole counts as one.
        assertThat(read).as(block).isOne();
      }
    }
  }

  private static void readTable(String name, byte[] bytes, Path folder) throws IOException {
    Files.write(folder.resolve(name), bytes);
    var record = PersonFolder.read(folder(folder, name), ReadingOptions.DEFAULT);
    use(record);
    boolean isRefused =
        record.problems().stream().anyMatch(problem -> problem.reach() == Reach.FILE);
    // Lines of packed or quoted text are not those of the table.
    boolean isPacked = bytes.length > 1 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
    boolean isPlain = !isPacked && new String(bytes, StandardCharsets.ISO_8859_1).indexOf('"') < 0;
    if (!isRefused && isPlain) {
      long said =
          record.quantities().values().stream().mapToLong(columns -> columns.size()).sum()
              + record.statements().size();
      boolean someRefused =
          record.problemCounts().containsKey(ProblemCode.TABLE_ROWS_REFUSED)
              || record.problemCounts().containsKey(ProblemCode.TABLE_ROWS_ABOVE_HEADER);
      assertThat(said > 0 || someRefused || dataLines(bytes) == 0)
          .as("rows lost: %s", record.problems())
          .isTrue();
    }
  }

  private static long dataLines(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .skip(1)
        .count();
  }

  private static Path folder(Path folder, String table) throws IOException {
    Files.write(folder.resolve("phenopacket.json"), Answer.packetOf(table, ""));
    return folder;
  }

  private static void readVariants(byte[] bytes) throws IOException {
    var problems = new Problems();
    var limits = VcfLimits.DEFAULT;
    var whole = new Locus(GenomeBuild.GRCH38, new Contig("1"), 0, Integer.MAX_VALUE);
    var request =
        VcfRequest.of(new Origin(0, Layer.GENOME, When.notStated(), null))
            .everySample()
            .loci(List.of(whole));
    try (var input = Input.of(new ByteArrayInputStream(bytes), "x.vcf", limits.file())) {
      var reading = CallReader.read(input, request, limits, problems);
      for (var sample : reading.samples()) {
        var summary = sample.summary();
        assertThat(summary.het() + summary.homAlt() + summary.missing())
            .isLessThanOrEqualTo(summary.records());
      }
      assertThat(reading.recordsRefused()).isLessThanOrEqualTo(problems.count());
    }
  }

  private static void readRegions(byte[] bytes) throws IOException {
    var problems = new Problems();
    try (var input = Input.of(new ByteArrayInputStream(bytes), "x.bed", Limits.DEFAULT)) {
      for (var region : Regions.read(input, 0, Limits.DEFAULT, problems).regions()) {
        assertThat(region.start0()).isNotNegative().isLessThan(region.end0());
      }
    }
  }

  /// What a refusal must say.
  static void assertNamed(BadInputException refusal) {
    var problem = refusal.problem();
    assertThat(problem.code().code()).isNotBlank();
    assertThat(problem.place().file()).isNotBlank();
    assertThat(Map.copyOf(problem.values())).isNotNull();
  }
}
