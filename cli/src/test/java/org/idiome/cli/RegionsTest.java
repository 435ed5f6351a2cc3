package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionsTest {
  private static final String VCF =
      """
      ##fileformat=VCFv4.3
      ##contig=<ID=c,length=20>
      ##INFO=<ID=END,Number=1,Type=Integer,Description="End">
      #CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO
      c	2	.	A	G	.	.	.
      c	3	.	A	<DEL>	.	.	END=9
      c	8	.	AC	G	.	.	.
      c	12	.	A	G	.	.	.
      """;

  @TempDir Path folder;
  private Path vcf = Path.of("");

  @BeforeEach
  void write() throws IOException {
    vcf = Files.writeString(folder.resolve("in.vcf"), VCF);
  }

  @Test
  void onlyRecordsThatOverlapAreRead() throws IOException {
    var ran = idiome("normalize", vcf, "--tsv", "--region", "c:9-11");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out().lines().skip(1).map(row -> row.split("\t", -1)[1]))
        .containsExactly("3", "8");
    assertThat(ran.err()).contains("no index").contains("all of the file is read");
    var bed = Files.writeString(folder.resolve("x.bed"), "c\t11\t12\n");
    var both = idiome("normalize", vcf, "--tsv", "--region", "c:9-11", "--regions-file", bed);
    assertThat(both.out().lines().skip(1).map(row -> row.split("\t", -1)[1]))
        .containsExactly("3", "8", "12");
    assertThat(idiome("normalize", vcf, "--region", "c:1-2").out())
        .startsWith("##fileformat=VCFv4.3\n")
        .contains("c\t2\t.\tA\tG")
        .doesNotContain("c\t12");
  }

  @Test
  void aProblemSaysThatLinesAreCountedWithinTheRegions() throws IOException {
    Files.writeString(vcf, VCF.replace("12\t.\tA\tG", "12\t.\tA\tU"));
    var ran = idiome("normalize", vcf, "--tsv", "--region", "c:12");
    assertThat(ran.exit()).isEqualTo(ExitCode.PARTLY);
    assertThat(ran.err()).contains("in.vcf (its regions):5");
  }

  @Test
  void aRegionThatIsNoneIsRefused() {
    var ran = idiome("normalize", vcf, "--region", "c:x");
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("c:x");
    assertThat(idiome("normalize", vcf, "--tsv", "--region", "d:5").err()).contains("no contig d");
  }
}
