package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.idiome.core.canonical.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that a packet names and that was not there: asked for until it came, alone or with the
/// packet, and no longer.
class MissingFileTest {
  private static final String MISSING = "There is no such file";
  private static final String ALONE = "came alone as laboratory.tsv in batch";
  private static final String TABLE =
      "--layer laboratory --feature code --value value --unit unit --time date --timeUnit date";

  @TempDir Path folder;
  private Kept kept;
  private Path packet;

  @BeforeEach
  void keep() throws IOException {
    kept = new Kept(folder);
    kept.write("P1", Kept.LABORATORY);
    packet = folder.resolve("P1").resolve("phenopacket.json");
    Files.delete(folder.resolve("P1").resolve("laboratory.tsv"));
  }

  private void packetSays(String what, String instead) throws IOException {
    Files.writeString(packet, Files.readString(packet).replace(what, instead));
  }

  private void take() {
    var ran = kept.run("import", folder.resolve("P1"));
    assertThat(ran.err()).contains(MISSING);
    assertThat(kept.run("interpret", "person:P1").exit()).isEqualTo(ExitCode.PARTLY);
  }

  private void takeAlone(String name, String laboratory) throws IOException {
    var ran = imported(name, laboratory);
    assertThat(ran.exit()).as(ran.err()).isZero();
  }

  /// A file of another value than one that is there, which is said.
  private void takeOther(String name, String laboratory) throws IOException {
    var ran = imported(name, laboratory);
    assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.PARTLY);
    assertThat(ran.err()).contains("contradict");
  }

  private Ran imported(String name, String laboratory) throws IOException {
    var at = Files.createDirectories(folder.resolve("later")).resolve(name);
    Files.writeString(at, laboratory);
    var words = (at + " --person P1 " + TABLE).split(" ", -1);
    return kept.run("import", (Object[]) words);
  }

  private String page() throws IOException {
    var page = folder.resolve("page.html");
    kept.run("interpret", "person:P1", "-o", page);
    return Files.readString(page).replaceAll("<[^>]*>", "");
  }

  @Test
  void whatCameAloneIsMissedNoLonger() throws IOException {
    take();
    assertThat(page()).contains(MISSING);
    var before = java.time.Instant.now().toString();
    takeAlone("laboratory.tsv", Kept.LABORATORY);
    var run = kept.run("interpret", "person:P1");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain(MISSING);
    assertThat(page()).contains(ALONE + " 2").doesNotContain(MISSING);
    assertThat(kept.run("interpret", "person:P1", "--known-by", before).err())
        .as("what was said then stays")
        .contains(MISSING);
    kept.run("withdraw", "P1", "--source", "laboratory.tsv", "--reason", "of another", "--yes");
    assertThat(kept.run("interpret", "person:P1").err()).contains(MISSING);
  }

  private void takeVariants(String sample) throws IOException {
    var text =
        """
        ##fileformat=VCFv4.3
        ##contig=<ID=chr10,length=133797422,assembly=GRCh38>
        ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
        #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t%s
        chr10\t94781859\t.\tG\tA\t50\tPASS\t.\tGT\t0/1
        """
            .formatted(sample);
    var at = Files.createDirectories(folder.resolve(sample)).resolve("wgs.vcf");
    Files.writeString(at, text);
    var ran = kept.run("import", at, "--person", "P1", "--source", sample);
    assertThat(ran.exit()).as(ran.err()).isZero();
  }

  /// The packet says which sample is the person.
  @Test
  void aFileOfAnotherSampleIsNotTheOne() throws IOException {
    packetSays(
        "\"files\": [",
        "\"files\": [{\"uri\": \"wgs.vcf\", \"individualToFileIdentifiers\": {\"P1\": \"ANNA\"},"
            + " \"fileAttributes\": {\"fileFormat\": \"VCF\", \"genomeAssembly\": \"GRCh38\"}}, ");
    take();
    takeAlone("laboratory.tsv", Kept.LABORATORY);
    takeVariants("BERTA");
    assertThat(kept.run("interpret", "person:P1").err()).contains(MISSING, "wgs.vcf");
    takeVariants("ANNA");
    assertThat(kept.run("interpret", "person:P1").err()).doesNotContain(MISSING);
  }

  @Test
  void anotherNameOrTwoOfOneNameSettleNothing() throws IOException {
    packetSays("laboratory.tsv", "first/laboratory.tsv");
    take();
    takeAlone("other.tsv", Kept.LABORATORY);
    assertThat(kept.run("interpret", "person:P1").err()).contains(MISSING);
    takeAlone("laboratory.tsv", Kept.LABORATORY);
    assertThat(kept.run("interpret", "person:P1").err()).doesNotContain(MISSING);
    packetSays(
        "\"files\": [",
        "\"files\": [{\"uri\": \"second/laboratory.tsv\", \"fileAttributes\":"
            + " {\"layer\": \"laboratory\", \"shape\": \"long\"}}, ");
    kept.run("import", folder.resolve("P1"), "--reason", "one more");
    assertThat(kept.run("interpret", "person:P1").err()).contains("first/", "second/");
  }

  @Test
  void aFileOfWhichNothingWasTakenOrOfAnotherLayerIsNotTheOne() throws IOException {
    take();
    var header = Kept.LABORATORY.substring(0, Kept.LABORATORY.indexOf('\n') + 1);
    takeAlone("laboratory.tsv", header);
    assertThat(kept.run("interpret", "person:P1").err()).contains(MISSING);
    var proteins = header + "2026-01-05\tUniProtKB:P02768\t4.1\tg/L\n";
    var at = Files.createDirectories(folder.resolve("other")).resolve("laboratory.tsv");
    Files.writeString(at, proteins);
    var words = (at + " --person P1 " + TABLE.replace("laboratory", "proteome")).split(" ", -1);
    assertThat(kept.run("import", (Object[]) words).exit()).isZero();
    assertThat(kept.run("interpret", "person:P1").err()).contains(MISSING);
  }

  @Test
  void aDigestThatIsStatedDecides() throws IOException {
    var digest = Sha256.of(Kept.LABORATORY.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    packetSays("\"layer\":", "\"sha256\": \"" + digest.hex() + "\", \"layer\":");
    take();
    takeAlone("laboratory.tsv", Kept.LABORATORY.replace("4.4", "4.5"));
    assertThat(kept.run("interpret", "person:P1").err()).contains(MISSING);
    takeOther("renamed.tsv", Kept.LABORATORY);
    assertThat(kept.run("interpret", "person:P1").err()).doesNotContain(MISSING);
    assertThat(page()).contains("came alone as renamed.tsv in batch 3");
  }

  /// The table is there and names no column that the packet gives.
  private void refuse() throws IOException {
    kept.write("P1", Kept.LABORATORY);
    packetSays("\"value\": \"value\"", "\"value\": \"amount\"");
    assertThat(kept.run("import", folder.resolve("P1"), "--as", "P1").err())
        .contains("amount")
        .doesNotContain("refused_", "refused sha", "refused SHA");
    assertThat(kept.run("interpret", "person:P1").err()).contains("amount");
  }

  @Test
  void whatWasRefusedAndCameAloneWithTheSameBytesIsMissedNoLonger() throws IOException {
    refuse();
    takeAlone("renamed.tsv", Kept.LABORATORY);
    var run = kept.run("interpret", "person:P1");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("amount");
    assertThat(page())
        .contains("laboratory.tsv could not be taken", "came alone as renamed.tsv in batch 2")
        .doesNotContain("with other bytes");
  }

  /// What was said of single rows of a file is no more to be mended than that it was refused.
  @Test
  void rowsOfAFileThatWasRefusedAreNotSaidBesideTheOneThatCame() throws IOException {
    kept.write("P1", Kept.LABORATORY);
    packetSays("laboratory.tsv", "laboratory.tsv.gz");
    var rows =
        new StringBuilder(Kept.LABORATORY).append("2026-07-05\tLOINC:2823-3\tquattro\tmmol/L\n");
    for (int i = 0; i < 3_000; i++) {
      var code = Integer.toString(1_000 + Math.floorMod(i * 7_919, 9_000));
      rows.append("2026-06-05\tLOINC:2823-3\t4.").append(code).append("\tmmol/L\n");
    }
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(rows.toString().getBytes(StandardCharsets.UTF_8));
    }
    Files.write(
        folder.resolve("P1").resolve("laboratory.tsv.gz"),
        Arrays.copyOf(packed.toByteArray(), packed.size() - 8));
    assertThat(kept.run("import", folder.resolve("P1")).err()).contains("quattro", "its end mark");
    takeAlone("laboratory.tsv.gz", Kept.LABORATORY);
    var run = kept.run("interpret", "person:P1", "--json");
    assertThat(run.err()).doesNotContain("quattro", "its end mark");
    assertThat(run.out()).contains("came alone as laboratory.tsv.gz").doesNotContain("quattro");
    assertThat(page()).contains("came alone as laboratory.tsv.gz").doesNotContain("quattro");
  }

  @Test
  void whatWasRefusedAndCameMendedUnderItsNameIsSaidSo() throws IOException {
    refuse();
    takeAlone("other.tsv", Kept.LABORATORY.replace("4.4", "4.5"));
    assertThat(kept.run("interpret", "person:P1").err()).contains("amount");
    takeOther("laboratory.tsv", Kept.LABORATORY.replace("4.4", "4.6"));
    assertThat(kept.run("interpret", "person:P1").err()).doesNotContain("amount");
    assertThat(page()).contains(ALONE + " 3, with other bytes than those that were refused");
  }

  @Test
  void whatCameBeforeItWasRefusedIsNoMendedFile() throws IOException {
    takeAlone("laboratory.tsv", Kept.LABORATORY.replace("4.4", "4.6"));
    refuse();
    takeOther("renamed.tsv", Kept.LABORATORY);
    assertThat(kept.run("interpret", "person:P1").err()).doesNotContain("amount");
  }

  @Test
  void aVariantFileThatWasRefusedIsKnownByItsBytes() throws IOException {
    packetSays("laboratory.tsv", "own.vcf");
    packetSays(
        "\"fileFormat\": \"TSV\", \"layer\": \"laboratory\", \"shape\": \"long\"",
        "\"fileFormat\": \"VCF\", \"sampleName\": \"Q\"");
    var vcf =
        """
        ##fileformat=VCFv4.2
        ##contig=<ID=chr1,length=248956422,assembly=GRCh38>
        ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
        #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS
        chr1\t1000\t.\tA\tG\t50\tPASS\t.\tGT\t0/1
        """;
    Files.writeString(folder.resolve("P1").resolve("own.vcf"), vcf);
    kept.run("import", folder.resolve("P1"));
    assertThat(kept.run("interpret", "person:P1").err()).contains("own.vcf", "Q");
    var at = Files.writeString(folder.resolve("again.vcf"), vcf);
    assertThat(kept.run("import", at, "--person", "P1").exit()).isZero();
    assertThat(page()).contains("own.vcf could not be taken", "came alone as again.vcf");
  }
}
