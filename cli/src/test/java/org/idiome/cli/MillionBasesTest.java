package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Alleles of a million bases are answered, in seconds; a line beyond its bound is refused.
@Tag("slow")
class MillionBasesTest {
  private static final int MILLION = 1_000_000;
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static final String GENES =
      """
      ##gff-version 3
      c	.	gene	500001	500300	.	+	.	ID=gene:G;Name=ABC
      c	.	mRNA	500001	500300	.	+	.	ID=transcript:T.1;Parent=gene:G
      c	.	exon	500001	500300	.	+	.	Parent=transcript:T.1
      c	.	CDS	500001	500300	.	+	0	Parent=transcript:T.1
      """;

  private static final String HEAD =
      """
      ##fileformat=VCFv4.3
      ##FORMAT=<ID=GT,Number=1,Type=String,Description="g">
      #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS
      """;

  @TempDir Path folder;
  private Path fasta = Path.of("");
  private Path genes = Path.of("");

  private String contig(boolean isOneBase) throws IOException {
    var draws = new Random(1);
    var bases = new StringBuilder();
    for (int i = 0; i < MILLION * 3 / 2; i++) {
      bases.append(isOneBase ? 'A' : "ACGT".charAt(draws.nextInt(4)));
    }
    fasta = Files.writeString(folder.resolve("ref.fa"), ">c\n" + bases + "\n");
    genes = Files.writeString(folder.resolve("genes.gff3"), GENES);
    return bases.toString();
  }

  private Path vcf(String records) throws IOException {
    return Files.writeString(folder.resolve("in.vcf"), HEAD + records);
  }

  private static String record(int position1, String reference, String alternate) {
    return "c\t" + position1 + "\t.\t" + reference + "\t" + alternate + "\t.\t.\t.\tGT\t1|1\n";
  }

  private static String other(String bases) {
    return bases.replace('A', 'x').replace('C', 'A').replace('x', 'C');
  }

  @Test
  void longAllelesAreAnswered() throws IOException {
    var bases = contig(false);
    var deleted = bases.substring(99, MILLION + 99);
    var inserted = other(bases.substring(0, MILLION));
    var vcf =
        vcf(
            record(100, deleted, deleted.substring(0, 1))
                + record(
                    500_010, bases.substring(500_009, 500_010), bases.charAt(500_009) + inserted)
                + record(500_020, bases.substring(500_019, 500_020), "*"));
    Assertions.assertTimeoutPreemptively(
        LONGEST,
        () -> {
          var normal = idiome("normalize", vcf, "--fasta", fasta, "--tsv");
          assertThat(normal.exit()).as(normal.err()).isZero();
          assertThat(normal.out().lines()).hasSize(4);
          var told = idiome("annotate", vcf, "--genes", genes, "--fasta", fasta, "--tsv");
          assertThat(told.exit()).as(told.err()).isZero();
          assertThat(told.out()).contains("transcript_ablation");
        });
  }

  /// Through all of a stretch of one base it rolls to the begin of the contig.
  @Test
  void longAllelesThatRollAreAnswered() throws IOException {
    var bases = contig(true);
    var vcf = vcf(record(400_000, bases.substring(0, MILLION), "A"));
    Assertions.assertTimeoutPreemptively(
        LONGEST,
        () -> {
          var normal = idiome("normalize", vcf, "--fasta", fasta, "--tsv");
          assertThat(normal.exit()).as(normal.err()).isZero();
          assertThat(normal.out().lines().toList().get(1).split("\t", -1)[4]).isEqualTo("1");
          var told = idiome("annotate", vcf, "--genes", genes, "--fasta", fasta);
          assertThat(told.exit()).as(told.err()).isZero();
        });
  }

  @Test
  void tablesHaveLongAlleles() throws IOException {
    var bases = contig(false);
    var deleted = bases.substring(99, MILLION + 99);
    var scores = "chr,pos,ref,alt,s\nc,100," + deleted + "," + deleted.charAt(0) + ",0.5\n";
    var file = Files.writeString(folder.resolve("s.csv"), scores);
    var table = folder.resolve("x.alleles");
    var vcf = vcf(record(100, deleted, deleted.substring(0, 1)));
    Assertions.assertTimeoutPreemptively(
        LONGEST,
        () -> {
          var made = idiome("table", file, "--fasta", fasta, "--name", "x", "-o", table);
          assertThat(made.exit()).as(made.err()).isZero();
          var told = idiome("annotate", vcf, "--table", table, "--fasta", fasta);
          assertThat(told.exit()).as(told.err()).isZero();
          assertThat(told.out()).contains("x_s=0.5");
        });
    var bounded =
        idiome(
            "table",
            file,
            "--fasta",
            fasta,
            "--name",
            "x",
            "-o",
            table,
            "--max-line-bytes",
            Integer.toString(MILLION));
    assertThat(bounded.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(bounded.err()).contains("s.csv:2", "--max-line-bytes");
  }
}
