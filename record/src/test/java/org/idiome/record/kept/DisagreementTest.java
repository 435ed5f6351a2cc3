package org.idiome.record.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.record.folder.ReadingOptions;
import org.idiome.store.Rows;
import org.idiome.store.Store;
import org.idiome.store.StoreReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Several variant files of one specimen: all that they say of the same places is held against each
/// other when they are imported, and what cannot both be so is said then and afterwards.
class DisagreementTest {
  @TempDir Path folder;

  private Path vcf(String name, String build, String... records) throws IOException {
    var text = new StringBuilder("##fileformat=VCFv4.3\n");
    for (var contig : List.of("chr2,length=242193529", "chr10,length=133797422")) {
      text.append("##contig=<ID=%s,assembly=%s>\n".formatted(contig, build));
    }
    text.append("##INFO=<ID=END,Number=1,Type=Integer,Description=\"End\">\n")
        .append("##FILTER=<ID=q10,Description=\"Low\">\n")
        .append("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1\n");
    for (var record : records) {
      text.append(record).append('\n');
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private static String record(String place, String alleles, String genotype) {
    return place.replace(':', '\t')
        + "\t.\t"
        + alleles.replaceFirst(">", "\t")
        + "\t50\tPASS\t.\tGT:GQ:DP\t"
        + genotype
        + ":60:30";
  }

  private static String block(String place, int end) {
    return record(place, "A><NON_REF>", "0/0").replace("PASS\t.", "PASS\tEND=" + end);
  }

  private List<Problem> take(Path... paths) throws IOException {
    var noticed = new ArrayList<Problem>();
    var head = new Rows.BatchHead(Instant.EPOCH, "test", "test");
    try (var writer = Store.orNew(folder.resolve("store")).write(head, "t", 0)) {
      var request =
          new ImportRequest(
              new Joining("p", false), null, Map.of(), ReadingOptions.DEFAULT, VcfLimits.DEFAULT);
      var importing = new Importing(writer, request);
      for (var path : paths) {
        importing.take(path, String.valueOf(path.getFileName()), new NothingRefused());
      }
      importing.end((_, problem) -> noticed.add(problem));
      writer.acknowledge();
    }
    return noticed;
  }

  private List<Problem> kept() {
    try (var reader = Store.at(folder.resolve("store")).read()) {
      var person = KeptPerson.read(reader, "p", StoreReader.NEWEST, null);
      return Objects.requireNonNull(person).problems().stream()
          .filter(problem -> problem.code() != ProblemCode.VCF_NOT_DEFINED)
          .toList();
    }
  }

  @Test
  void differencesAreCountedAndNamedWithBothRows() throws IOException {
    var one =
        vcf(
            "one.vcf",
            "GRCh38",
            record("chr10:100", "A>G", "0/1"),
            record("chr10:200", "C>T", "1/1"),
            record("chr10:300", "G>A", "0/1"),
            record("chr2:100", "A>C", "0/1"));
    // The other order of contigs, as another pipeline writes them.
    var two =
        vcf(
            "two.vcf",
            "GRCh38",
            record("chr2:100", "A>C", "1/1"),
            record("chr10:100", "A>G", "1|0"),
            record("chr10:200", "C>T", "0/1"),
            record("chr10:300", "G>A", "0/0"));
    assertThat(take(one)).isEmpty();
    var noticed = take(two);
    assertThat(noticed).hasSize(1);
    var problem = noticed.getFirst();
    assertThat(problem.code()).isEqualTo(ProblemCode.RECORD_GENOTYPES_CONTRADICTORY);
    assertThat(problem.place().text()).isEqualTo("two.vcf:9");
    assertThat(problem.values())
        .containsEntry("count", "3")
        .containsEntry("compared", "4")
        .containsEntry("locus", "chr10:200")
        .containsEntry("found", "C>T 0/1")
        .containsEntry("other", "C>T 1/1")
        .containsEntry("place", "one.vcf:8")
        .containsEntry("second", "chr10:300: G>A 0/0 (line 10), G>A 0/1 (line 9)")
        .containsEntry("third", "chr2:100: A>C 1/1 (line 7), A>C 0/1 (line 10)");
    assertThat(kept()).isEqualTo(noticed);
  }

  @Test
  void twoFilesOfOneCommandAreCompared() throws IOException {
    var noticed =
        take(
            vcf("one.vcf", "GRCh38", record("chr10:100", "A>G", "0/1")),
            vcf("two.vcf", "GRCh38", record("chr10:100", "A>G", "1/1")));
    assertThat(noticed)
        .extracting(Problem::code)
        .containsExactly(ProblemCode.RECORD_GENOTYPES_CONTRADICTORY);
    assertThat(kept()).isEqualTo(noticed);
  }

  @Test
  void aVariantAgainstABlockOfReferenceIsADifference() throws IOException {
    var noticed =
        take(
            vcf("gvcf.vcf", "GRCh38", block("chr10:90", 104), block("chr10:105", 200)),
            vcf(
                "panel.vcf",
                "GRCh38",
                record("chr10:100", "A>G", "0/1"),
                record("chr10:103", "ACTG>A", "0/1"),
                record("chr10:199", "ACTG>A", "0/1"),
                record("chr10:500", "A>G", "0/1")));
    assertThat(noticed).hasSize(1);
    assertThat(noticed.getFirst().values())
        .containsEntry("count", "2")
        .containsEntry("found", "A>G 0/1")
        .containsEntry("other", "reference")
        .containsEntry("place", "gvcf.vcf:7")
        .containsEntry("second", "chr10:103: ACTG>A 0/1 (line 8), reference (line 7)");
  }

  /// What is no statement contradicts nothing, and one thing written in two ways is one.
  @ParameterizedTest(name = "{0} {1} and {2} {3}")
  @CsvSource({
    "A>G, 0/1, A>G, ./.",
    "A>G, 0/1, A>G, ./1",
    "A>G, 0|1, A>G, 1|0",
    "A>G, 1, A>G, 1/1",
    "A>G, 0/1, 'A>G,<NON_REF>', 0/1",
    "'A>G,T', 0/1, A>G, 0/1",
    "'A>G,T', 1/1, 'A>T,G', 2/2",
    "A><DEL>, 0/1, A><DEL>, 1/1",
    "AT>A, 0/1, A>G, 0/1",
  })
  void oneThingInTwoWaysIsNoDifference(String one, String said, String two, String other)
      throws IOException {
    assertThat(
            take(
                vcf("one.vcf", "GRCh38", record("chr10:100", one, said)),
                vcf("two.vcf", "GRCh38", record("chr10:100", two, other))))
        .isEmpty();
  }

  @Test
  void allelesInRecordsOfTheirOwnAreOneGenotype() throws IOException {
    assertThat(
            take(
                vcf("one.vcf", "GRCh38", record("chr10:100", "A>G,T", "1/2")),
                vcf(
                    "two.vcf",
                    "GRCh38",
                    record("chr10:100", "A>G", "0/1"),
                    record("chr10:100", "A>T", "0/1"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PASS,q10", "60:30,5:30", "60:30,60:3", "60:30,.:."})
  void whatCannotBeUsedContradictsNothing(String from, String to) throws IOException {
    assertThat(
            take(
                vcf("one.vcf", "GRCh38", record("chr10:100", "A>G", "0/1")),
                vcf("two.vcf", "GRCh38", record("chr10:100", "A>G", "0/0").replace(from, to))))
        .isEmpty();
  }

  @Test
  void filesOfTwoBuildsAreNotCompared() throws IOException {
    var noticed = take(vcf("one.vcf", "GRCh38", record("chr10:100", "A>G", "0/1")), hg19());
    assertThat(noticed)
        .extracting(Problem::code)
        .containsExactly(ProblemCode.RECORD_BUILDS_DIFFERENT);
    assertThat(noticed.getFirst().values())
        .containsEntry("found", "GRCh37")
        .containsEntry("other", "GRCh38")
        .containsEntry("place", "one.vcf");
    assertThat(kept()).isEqualTo(noticed);
  }

  private Path hg19() throws IOException {
    return Files.writeString(
        folder.resolve("hg19.vcf"),
        """
        ##fileformat=VCFv4.3
        ##contig=<ID=chr10,length=135534747,assembly=GRCh37>
        #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1
        chr10\t100\t.\tA\tG\t50\tPASS\t.\tGT\t1/1
        """);
  }

  /// A store in which a comparison was lost says that it was not made.
  @Test
  void pairsThatWereNotComparedAreSaid() throws IOException {
    var one = vcf("one.vcf", "GRCh38", record("chr10:100", "A>G", "0/1"));
    var two = vcf("two.vcf", "GRCh38", record("chr10:100", "A>G", "1/1"));
    var head = new Rows.BatchHead(Instant.EPOCH, "test", "test");
    try (var writer = Store.orNew(folder.resolve("store")).write(head, "t", 0)) {
      var request =
          new ImportRequest(
              new Joining("p", false), null, Map.of(), ReadingOptions.DEFAULT, VcfLimits.DEFAULT);
      var importing = new Importing(writer, request);
      importing.take(one, "one.vcf", new NothingRefused());
      importing.take(two, "two.vcf", new NothingRefused());
      writer.acknowledge();
    }
    assertThat(kept())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.RECORD_FILES_NOT_COMPARED);
  }

  @Test
  void whatWasTakenBackContradictsNothing() throws IOException {
    take(vcf("one.vcf", "GRCh38", record("chr10:100", "A>G", "0/1")));
    take(vcf("two.vcf", "GRCh38", record("chr10:100", "A>G", "1/1")));
    var head = new Rows.BatchHead(Instant.EPOCH, "test", "test");
    try (var writer = Store.at(folder.resolve("store")).write(head, "t", 0)) {
      new Correcting(writer).withdraw("p", "two.vcf");
      writer.acknowledge();
    }
    assertThat(kept()).isEmpty();
    var again = take(folder.resolve("two.vcf"));
    assertThat(again).hasSize(1);
    assertThat(Store.check(folder.resolve("store")).isSound()).isTrue();
  }
}
