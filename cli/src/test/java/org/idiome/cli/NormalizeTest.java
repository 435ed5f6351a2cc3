package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NormalizeTest {
  private static final String VCF =
      """
      ##fileformat=VCFv4.3
      #CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO
      c	5	.	AAA	AA,AAC	.	.	.
      c	9	.	T	<DEL>	.	.	END=10
      """;

  @TempDir Path folder;
  private Path vcf = Path.of("");
  private Path fasta = Path.of("");

  @BeforeEach
  void write() throws IOException {
    vcf = Files.writeString(folder.resolve("in.vcf"), VCF);
    fasta = Files.writeString(folder.resolve("ref.fa"), ">c\nGGCAAAATTCG\n");
  }

  @Test
  void everyAlleleIsARow() {
    var ran = idiome("normalize", vcf, "--fasta", fasta, "--tsv");
    assertThat(ran.exit()).isZero();
    var rows = ran.out().lines().toList();
    assertThat(rows.get(0))
        .isEqualTo(
            "contig\tposition\tref\talt\tnormal_position\tnormal_ref\tnormal_alt\tvrs_id\tnote"
                + "\thgvs\tspdi");
    assertThat(rows.get(1)).startsWith("c\t5\tAAA\tAA\t3\tCA\tC\tga4gh:VA.").endsWith("\t.\t.\t.");
    assertThat(rows.get(2)).startsWith("c\t5\tAAA\tAAC\t7\tA\tC\tga4gh:VA.");
    assertThat(rows.get(3)).isEqualTo("c\t9\tT\t<DEL>\t.\t.\t.\t.\tnot_bases\t.\t.");
    assertThat(rows).hasSize(4);
    assertThat(ran.err())
        .contains("3 alleles, 2 written otherwise, 0 only trimmed, 1 without normal form");
  }

  /// Lengths, what the header calls its reference, and what is stated.
  @Test
  void aFileOfTwoBuildsIsRefused() throws IOException {
    var head = "##fileformat=VCFv4.3\n";
    var records =
        """
        ##contig=<ID=1,length=249250621>
        #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO
        1\t100000\t.\tC\tA\t.\t.\t.
        """;
    Files.writeString(vcf, head + records);
    var refused = idiome("normalize", vcf, "--build", "GRCh38", "--tsv");
    assertThat(refused.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("1 249250621 (GRCh37)", "GRCh38 (GRCh38)");
    assertThat(idiome("normalize", vcf, "--build", "GRCh37", "--tsv").out())
        .contains("NC_000001.10:g.100000C>A");
    Files.writeString(vcf, head + "##reference=file:///GRCh38.fa\n" + records);
    assertThat(idiome("normalize", vcf, "--tsv").exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(idiome("normalize", vcf, "--build", "GRCh37", "--tsv").exit()).isZero();
  }

  /// What a record says of a stretch stays where it was; its alternates move.
  @Test
  void aStretchStaysWhereItWas() throws IOException {
    var record = "c\t5\t.\tAAA\tAA,<NON_REF>\t.\t.\t.\n";
    Files.writeString(vcf, VCF + record + "c\t9\t.\tT\t<NON_REF>\t.\t.\tEND=11\n");
    var ran = idiome("normalize", vcf, "--fasta", fasta);
    assertThat(ran.out())
        .contains("\nc\t5\t.\tAAA\t<NON_REF>\t")
        .contains("\nc\t9\t.\tT\t<NON_REF>\t.\t.\tEND=11\n")
        .doesNotContain(",<NON_REF>\t");
    assertThat(ran.err()).contains("6 alleles, 3 written otherwise,").doesNotContain("beside");
    var table = idiome("normalize", vcf, "--fasta", fasta, "--tsv");
    assertThat(table.err()).contains("6 alleles, 3 written otherwise,");
  }

  @Test
  void identifiersAreLeftOutWhereNobodyWantsThem() {
    var all = idiome("normalize", vcf, "--fasta", fasta);
    var some = idiome("normalize", vcf, "--fasta", fasta, "--without-identifiers");
    assertThat(some.exit()).isZero();
    assertThat(all.out()).contains("##INFO=<ID=VRS_Allele_IDs,", ";VRS_Allele_IDs=ga4gh:VA.");
    assertThat(some.out()).doesNotContain("VRS_Allele_IDs");
    var bare = all.out().replaceAll("(?m)^##INFO=<ID=VRS.*\\n|;VRS_Allele_IDs=[^;\n]*", "");
    assertThat(some.out()).isEqualTo(bare);
    var table = idiome("normalize", vcf, "--fasta", fasta, "--without-identifiers", "--tsv");
    assertThat(table.out()).contains("\t3\tCA\tC\t.\t").doesNotContain("ga4gh");
  }

  @Test
  void withoutAReferenceItSaysWhatIsMissing() {
    var ran = idiome("normalize", vcf, "--tsv");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("c\t5\tAAA\tAA\t5\tAA\tA\t.\tnot_rolled\t");
  }

  @Test
  void aReferenceThatDoesNotFitIsAnError() throws IOException {
    Files.writeString(fasta, ">c\nTTTTTTTTTTTT\n");
    var ran = idiome("normalize", vcf, "--fasta", fasta, "--tsv");
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("c:5").contains("reference on which the file was called");
  }

  @Test
  void aVariantFileComesOut() throws IOException {
    var out = folder.resolve("out.vcf");
    var ran = idiome("normalize", vcf, "--fasta", fasta, "-o", out);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out()).isEmpty();
    var lines = Files.readAllLines(out);
    assertThat(lines.get(0)).isEqualTo("##fileformat=VCFv4.3");
    assertThat(lines.get(1)).startsWith("##INFO=<ID=VRS_Allele_IDs,Number=R");
    assertThat(lines.subList(5, 8))
        .extracting(line -> line.replaceAll("VA\\.[^,]{32}", "VA"))
        .containsExactly(
            "c\t3\t.\tCA\tC\t.\t.\tNORMALIZED_FROM=5|AAA|AA/AAC|1;VRS_Allele_IDs=ga4gh:VA,ga4gh:VA",
            "c\t7\t.\tA\tC\t.\t.\tNORMALIZED_FROM=5|AAA|AA/AAC|2;VRS_Allele_IDs=ga4gh:VA,ga4gh:VA",
            "c\t9\t.\tT\t<DEL>\t.\t.\tEND=10;NORMALIZED_NOTE=not_bases");
    assertThat(idiome("normalize", vcf, "--fasta", fasta).out()).isEqualTo(Files.readString(out));
  }

  @Test
  void aRefusedFileLeavesNoOutput() throws IOException {
    Files.writeString(fasta, ">c\nTTTTTTTTTTTT\n");
    var out = folder.resolve("out.vcf");
    assertThat(idiome("normalize", vcf, "--fasta", fasta, "-o", out).exit())
        .isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(out).doesNotExist();
    assertThat(idiome("normalize", vcf, "--fasta", fasta).out())
        .as("nothing reaches whoever reads a pipe")
        .isEmpty();
  }
}
