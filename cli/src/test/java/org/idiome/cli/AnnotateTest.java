package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.canonical.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One transcript, `M K Q G S L P *`, from the third base of its contig.
class AnnotateTest {
  private static final String GENES =
      """
      ##gff-version 3
      c	.	gene	1	30	.	+	.	ID=gene:G;Name=ABC
      c	.	mRNA	1	30	.	+	.	ID=transcript:T.1;Parent=gene:G;tag=MANE_Select
      c	.	exon	1	30	.	+	.	Parent=transcript:T.1
      c	.	CDS	3	26	.	+	0	Parent=transcript:T.1
      """;

  private static final String HEADER =
      """
      ##fileformat=VCFv4.3
      ##INFO=<ID=AF,Number=A,Type=Float,Description="f">
      ##FORMAT=<ID=GT,Number=1,Type=String,Description="g">
      #CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO	FORMAT	S
      """;

  @TempDir Path folder;
  private Path genes = Path.of("");
  private Path fasta = Path.of("");

  @BeforeEach
  void write() throws IOException {
    genes = Files.writeString(folder.resolve("genes.gff3"), GENES);
    fasta =
        Files.writeString(
            folder.resolve("ref.fa"), ">c\nCCATGAAACAAGGTAGCTTACCTTAAGGCC\n>d\nACGT\n");
  }

  private Path vcf(String records) throws IOException {
    return Files.writeString(folder.resolve("in.vcf"), HEADER + records);
  }

  private Ran annotate(String records, String... more) throws IOException {
    var arguments = new ArrayList<Object>();
    arguments.addAll(List.of("annotate", vcf(records), "--genes", genes, "--fasta", fasta));
    arguments.addAll(List.of(more));
    return idiome(arguments.toArray());
  }

  @Test
  void everyAlleleAndTranscriptIsARow() throws IOException {
    var ran = annotate("c\t9\t.\tC\tT,G\t.\t.\t.\tGT\t0/1\n", "--tsv");
    assertThat(ran.exit()).isZero();
    var rows = ran.out().lines().toList();
    assertThat(rows.get(0))
        .isEqualTo(
            "contig\tposition\tref\talt\tgene\ttranscript\tconsequence\thgvs_c\thgvs_p\texon"
                + "\tintron\tjoined_with\tnote");
    assertThat(rows.get(1))
        .isEqualTo(
            "c\t9\tC\tT\tABC\tT.1\tstop_gained\tT.1:c.7C>T\tp.(Gln3Ter)\t1/1\t.\t.\t"
                + "pick:mane_select,nmd:escape:first_bases&one_exon");
    assertThat(rows.get(2)).contains("\tmissense_variant\tT.1:c.7C>G\tp.(Gln3Glu)\t");
    assertThat(ran.err()).contains("2 alleles, 2 consequences, 0 told with others");
  }

  /// Position 9 is before the coding sequence of the pick and makes a stop in the other transcript.
  @Test
  void aPickSaysWhereAnotherTranscriptHasAMoreSevereTerm() throws IOException {
    Files.writeString(
        genes,
        GENES.replace(";tag=MANE_Select", "")
            + """
            c	.	mRNA	1	30	.	+	.	ID=transcript:V.1;Parent=gene:G;tag=MANE_Select
            c	.	exon	1	30	.	+	.	Parent=transcript:V.1
            c	.	CDS	12	26	.	+	0	Parent=transcript:V.1
            """);
    var record = "c\t9\t.\tC\tT\t.\t.\t.\tGT\t0/1\n";
    var rows = annotate(record, "--tsv").out().lines().toList();
    assertThat(rows).hasSize(3);
    assertThat(rows)
        .anySatisfy(row ->
            assertThat(row)
                .contains("\tV.1\t5_prime_UTR_variant\t")
                .contains("\tpick:mane_select,")
                .endsWith(",more_severe:T.1:stop_gained"))
        .anySatisfy(
            row -> assertThat(row).contains("\tT.1\tstop_gained\t").doesNotContain("more_"));
    assertThat(annotate(record).out()).containsOnlyOnce("more_severe:T.1:stop_gained|");
  }

  @Test
  void whatStandsOnOneCopyIsToldTogether() throws IOException {
    var records = "c\t6\t.\tA\tG\t.\t.\t.\tGT\t0|1\nc\t7\t.\tA\tC\t.\t.\t.\tGT\t0|1\n";
    var rows = annotate(records, "--tsv").out().lines().toList();
    assertThat(rows.get(1))
        .contains("\tmissense_variant\tT.1:c.4A>G\tp.(Lys2Ala)\t1/1\t.\t7:A>C\t")
        .contains("alone:missense_variant:p.(Lys2Glu)");
    assertThat(rows.get(2)).contains("\tT.1:c.5A>C\tp.(Lys2Ala)\t1/1\t.\t6:A>G\t");
  }

  @Test
  void whatIsNotPhasedHasBothReadings() throws IOException {
    var records = "c\t6\t.\tA\tG\t.\t.\t.\tGT\t0/1\nc\t7\t.\tA\tC\t.\t.\t.\tGT\t0/1\n";
    var rows = annotate(records, "--tsv").out().lines().toList();
    assertThat(rows.get(1))
        .contains("\tp.(Lys2Glu)\t1/1\t.\t.\t")
        .contains("phase_decides")
        .contains("with_7:A>C:missense_variant:p.(Lys2Ala)");
  }

  private static String record(int position, String change, String genotype) {
    return "c\t" + position + "\t.\t" + change + "\t.\t.\t.\tGT\t" + genotype + "\n";
  }

  /// CAA is TAA on one copy, and TAT on the other.
  @Test
  void theMoreSevereReadingOfTwoCopiesIsShown() throws IOException {
    var records = record(9, "C\tT", "1/1") + record(11, "A\tT", "0/1");
    var rows = annotate(records, "--tsv").out().lines().toList();
    assertThat(rows.get(1))
        .contains("\tstop_gained\tT.1:c.7C>T\tp.(Gln3Ter)\t1/1\t.\t.\t")
        .endsWith(",on_another_copy_with_11:A>T:missense_variant:p.(Gln3Tyr)");
    assertThat(rows.get(2))
        .contains("\tmissense_variant\tT.1:c.9A>T\tp.(Gln3Tyr)\t1/1\t.\t9:C>T\t")
        .endsWith(",alone:missense_variant:p.(Gln3His)");
    // CAT on one copy, TAT on the other: neither is worse.
    rows =
        annotate(record(9, "C\tT", "0/1") + record(11, "A\tT", "1/1"), "--tsv")
            .out()
            .lines()
            .toList();
    assertThat(rows.get(2))
        .contains("\tmissense_variant\tT.1:c.9A>T\tp.(Gln3Tyr)\t1/1\t.\t9:C>T\t")
        .endsWith(",on_another_copy_alone:missense_variant:p.(Gln3His)");
  }

  @Test
  void whatIsBehindAStopOnOneCopyAloneIsNotSaidToBeSoOnBoth() throws IOException {
    var stop = record(9, "C\tT", "0|1");
    var both = record(16, "G\tT", "1|1");
    assertThat(annotate(stop + both, "--tsv").out().lines().toList().get(2))
        .endsWith("behind_stop_on_a_copy");
    assertThat(
            annotate(record(6, "A\tT", "1|0") + stop + both, "--tsv").out().lines().toList().get(3))
        .endsWith("behind_stop");
    assertThat(annotate(record(9, "C\tT", "1|1") + both, "--tsv").out().lines().toList().get(2))
        .endsWith("behind_stop");
    assertThat(annotate(stop + record(16, "G\tT", "0|1"), "--tsv").out().lines().toList().get(2))
        .endsWith("behind_stop");
    assertThat(annotate(stop + record(16, "G\tT", "1|0"), "--tsv").out())
        .doesNotContain("behind_stop");
  }

  /// GATK writes phase into PGT and PID and leaves GT unphased.
  @Test
  void phasingGroupsSayWhatStandsOnOneCopy() throws IOException {
    var record = "c\t%d\t.\tA\t%s\t.\t.\t.\tGT:PGT:PID\t0/1:%s:6_A_G\n";
    var first = record.formatted(6, "G", "0|1");
    var rows = annotate(first + record.formatted(7, "C", "0|1"), "--tsv").out().lines().toList();
    assertThat(rows.get(1)).contains("\tp.(Lys2Ala)\t1/1\t.\t7:A>C\t");
    rows = annotate(first + record.formatted(7, "C", "1|0"), "--tsv").out().lines().toList();
    assertThat(rows.get(1)).contains("\tp.(Lys2Glu)\t").doesNotContain("phase_decides");
    // A group that is not of these alleles says nothing.
    rows = annotate(first + record.formatted(7, "C", "0|2"), "--tsv").out().lines().toList();
    assertThat(rows.get(1)).contains("\tp.(Lys2Glu)\t").contains("phase_decides");
  }

  /// One A of three is gone and another is C: which copy that makes, the place says at which the
  /// first is written. `ATG ACC AAG` or `ATG CAC AAG`, and no stop behind either.
  @Test
  void besideAnotherChangeAnIndelStaysWhereItWasWritten() throws IOException {
    var other = record(7, "A\tC", "0|1");
    for (var written : List.of(record(7, "AA\tA", "0|1"), record(7, "AAC\tAC", "0|1"))) {
      var rows = annotate(other + written, "--tsv").out();
      assertThat(rows.lines().skip(1))
          .hasSize(2)
          .allMatch(row -> row.contains("p.(Lys2ThrfsTer?)"));
      var moved = folder.resolve("moved.vcf");
      Files.deleteIfExists(moved);
      assertThat(idiome("normalize", vcf(other + written), "--fasta", fasta, "-o", moved).exit())
          .isZero();
      assertThat(Files.readString(moved)).contains("c\t5\t.\tGA\tG\t");
      assertThat(
              idiome("annotate", moved, "--genes", genes, "--fasta", fasta, "--tsv").out().lines())
          .filteredOn(row -> row.contains("p.(Lys2ThrfsTer?)"))
          .hasSize(2);
    }
    assertThat(annotate(record(5, "GA\tG", "0|1") + other, "--tsv").out().lines().skip(1))
        .hasSize(2)
        .allMatch(row -> row.contains("p.(Lys2HisfsTer?)"));
  }

  @Test
  void whatStandsBesideTheRegionsIsSaidToBeLeftOut() throws IOException {
    var records = "c\t6\t.\tA\tG\t.\t.\t.\tGT\t0|1\nc\t7\t.\tA\tC\t.\t.\t.\tGT\t0|1\n";
    var ran = annotate(records, "--tsv", "--region", "c:6");
    assertThat(ran.out()).contains("\tp.(Lys2Glu)\t");
    assertThat(ran.err()).contains("a change is not told together with what stands beside them");
    assertThat(annotate(records, "--tsv").err()).doesNotContain("beside them");
  }

  /// A copy has one allele of a record, also where it was split since.
  @Test
  void twoAlternatesOfARecordAreNeverReadTogether() throws IOException {
    var record = "c\t6\t.\tAA\tGA,AC\t.\t.\t.\tGT\t1/2\n";
    var rows = annotate(record, "--tsv").out();
    assertThat(rows).contains("p.(Lys2Glu)", "p.(Lys2Thr)").doesNotContain("phase_decides");
    var split = folder.resolve("split.vcf");
    assertThat(idiome("normalize", vcf(record), "--fasta", fasta, "-o", split).exit()).isZero();
    assertThat(Files.readString(split)).contains("\tGT\t1/.\n", "\tGT\t./1\n");
    assertThat(idiome("annotate", split, "--genes", genes, "--fasta", fasta, "--tsv").out())
        .isEqualTo(rows.replace("AA\tGA", "A\tG").replace("c\t6\tAA\tAC", "c\t7\tA\tC"));
  }

  @Test
  void theVariantFileCarriesThemInInfo() throws IOException {
    var out = annotate("c\t11\t.\tA\tG\t.\t.\tAF=0.1\tGT\t0/1\n").out();
    assertThat(out)
        .contains(
            "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Consequences by idiome annotate."
                + " Genes of genes.gff3, SHA-256 "
                + Sha256.of(GENES.getBytes(StandardCharsets.UTF_8)).hex()
                + ". Format: Allele|Consequence|");
    assertThat(out.lines().toList().getLast())
        .isEqualTo(
            "c\t11\t.\tA\tG\t.\t.\tAF=0.1;CSQ=G|synonymous_variant|ABC|G|T.1|protein_coding|1/1||"
                + "T.1:c.9A>G|p.(Gln3%3D)|1|mane_select||||\tGT\t0/1");
  }

  @Test
  void whatWasToldBeforeIsToldAnew() throws IOException {
    var record = "c\t9\t.\tC\tT\t.\t.\tAF=0.5;CSQ=old|told;DP=3\tGT\t0/1\n";
    var once = annotate(record).out();
    assertThat(once).contains("\tAF=0.5;DP=3;CSQ=T|stop_gained|").doesNotContain("old|told");
    assertThat(once.lines().filter(line -> line.startsWith("##INFO=<ID=CSQ,"))).hasSize(1);
    Files.writeString(folder.resolve("again.vcf"), once);
    var again =
        idiome(
            "annotate", folder.resolve("again.vcf"), "--genes", genes, "--fasta", fasta, "--quiet");
    assertThat(again.out()).isEqualTo(once);
  }

  @Test
  void nothingIsWrittenWhereTheReferenceIsAnother() throws IOException {
    var ran = annotate("c\t9\t.\tG\tT\t.\t.\t.\tGT\t0/1\n");
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("c:9");
  }

  @Test
  void whatCannotBeToldIsSaid() throws IOException {
    var records = "c\t5\t.\tG\t<ODD>\t.\t.\tEND=9\tGT\t0/1\nd\t2\t.\tC\tT\t.\t.\t.\tGT\t0/1\n";
    var ran = annotate(records, "--tsv");
    var rows = ran.out().lines().toList();
    assertThat(rows.get(1)).isEqualTo("c\t5\tG\t<ODD>" + "\t.".repeat(8) + "\tsymbol_not_known");
    assertThat(rows.get(2)).isEqualTo("d\t2\tC\tT" + "\t.".repeat(8) + "\tno_genes_on_contig");
    assertThat(ran.err()).contains("2 alleles of which nothing can be told");
  }

  @Test
  void structuralAllelesAreToldWithWhatIsKnownOfThem() throws IOException {
    var records =
        """
        c\t9\t.\tC\t<DEL>\t.\t.\tEND=12\tGT\t0/1
        c\t9\t.\tC\tC[d:3[\t.\t.\tIMPRECISE\tGT\t0/1
        """;
    var rows = annotate(records, "--tsv").out().lines().toList();
    assertThat(rows.get(1))
        .contains(
            "\tfeature_truncation,inframe_deletion\tT.1:c.8_10del\tp.(Gln3_Gly4delinsArg)\t1/1\t")
        .endsWith("\tpick:mane_select");
    assertThat(rows.get(2))
        .contains("\tfeature_truncation,coding_sequence_variant\t.\tp.?\t1/1\t")
        .endsWith("breakpoint_not_exact,joined_to:d:3");
  }

  @Test
  void genesOfAnotherGenomeAreRefused() throws IOException {
    var ran = annotate("d\t2\t.\tC\tT\t.\t.\t.\tGT\t0/1\n");
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("on none of the contigs of the 1 records (these: d)");
  }

  @Test
  void aFileThatIsNoneIsRefused() throws IOException {
    Files.writeString(genes, "nothing\n");
    var ran = annotate("c\t9\t.\tC\tT\t.\t.\t.\tGT\t0/1\n", "--tsv");
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("neither GFF3 nor GTF");
  }
}
