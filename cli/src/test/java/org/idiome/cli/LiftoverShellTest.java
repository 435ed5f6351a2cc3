package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiftoverShellTest {
  private static final String VCF =
      """
      ##fileformat=VCFv4.3
      ##contig=<ID=s,length=12>
      #CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO
      s	1	.	G	T	.	.	.
      s	3	.	A	C	.	.	.
      s	8	.	C	A	.	.	.
      """;

  @TempDir Path folder;
  private Path vcf = Path.of("");
  private Path chain = Path.of("");
  private Path fasta = Path.of("");

  @BeforeEach
  void write() throws IOException {
    vcf = Files.writeString(folder.resolve("in.vcf"), VCF);
    // The source is GGACATTCCGTA; of it all but AT lies on the target, whose third base is C.
    chain =
        Files.writeString(
            folder.resolve("x.chain"), "chain 1 s 12 + 0 12 t 10 + 0 10 1\n4 2 0\n6\n");
    fasta = Files.writeString(folder.resolve("t.fa"), ">t\nGGCCTCCGTA\n");
  }

  @Test
  void recordsAndWhatWasNotLifted() throws IOException {
    var out = folder.resolve("out.vcf");
    var failed = folder.resolve("failed.tsv");
    var ran =
        idiome("liftover", vcf, "--chain", chain, "--fasta", fasta, "--failed", failed, "-o", out);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err())
        .contains("3 records, 2 lifted (0 of them on the other strand, 0 with REF and ALT")
        .contains("1 not lifted")
        .contains("reference_swapped 1");
    assertThat(Files.readAllLines(out))
        .contains(
            "##contig=<ID=t,length=10>",
            "t\t1\t.\tG\tT\t.\t.\tLIFTED_FROM=s|1|G|T",
            "t\t6\t.\tC\tA\t.\t.\tLIFTED_FROM=s|8|C|A");
    assertThat(Files.readString(failed))
        .isEqualTo("contig\tposition\tref\talt\tline\treason\ns\t3\tA\tC\t5\treference_swapped\n");
    var table = idiome("liftover", vcf, "--chain", chain, "--fasta", fasta, "--tsv");
    assertThat(table.out()).isEqualTo(Files.readString(failed));
  }

  @Test
  void exchangedWhereThatIsAskedFor() {
    var ran = idiome("liftover", vcf, "--chain", chain, "--fasta", fasta, "--exchange");
    assertThat(ran.out())
        .contains("t\t3\t.\tC\tA\t.\t.\tLIFTED_FROM=s|3|A|C;LIFTED_NOTE=exchanged");
    assertThat(ran.err()).contains("1 with REF and ALT exchanged");
  }

  @Test
  void aChainThatIsNoneLeavesNothing() throws IOException {
    Files.writeString(chain, "chain 1 s 12 + 0 12 t 10 + 0 10 1\n4 2 0\n");
    var out = folder.resolve("out.vcf");
    var failed = folder.resolve("failed.tsv");
    var ran =
        idiome("liftover", vcf, "--chain", chain, "--fasta", fasta, "--failed", failed, "-o", out);
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("x.chain:2").contains("ends within a chain");
    assertThat(out).doesNotExist();
    assertThat(failed).doesNotExist();
  }

  @Test
  void whatCannotBeIsSaidFirst() throws IOException {
    var there = Files.writeString(folder.resolve("there.tsv"), "mine");
    var ran = idiome("liftover", vcf, "--chain", chain, "--fasta", fasta, "--failed", there);
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(Files.readString(there)).isEqualTo("mine");
    var both =
        idiome(
            "liftover",
            vcf,
            "--chain",
            chain,
            "--fasta",
            fasta,
            "--failed",
            folder.resolve("f.tsv"),
            "--tsv");
    assertThat(both.exit()).isEqualTo(ExitCode.WRONG_INPUT);
  }
}
