package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files in which another program told consequences before. One transcript, `M K Q G S L P *`.
class GivenTellingsTest {
  private static final String GENES =
      """
      ##gff-version 3
      c	.	gene	1	30	.	+	.	ID=gene:G;Name=ABC
      c	.	mRNA	1	30	.	+	.	ID=transcript:T1.2;Parent=gene:G;tag=MANE_Select
      c	.	exon	1	30	.	+	.	Parent=transcript:T1.2
      c	.	CDS	3	26	.	+	0	Parent=transcript:T1.2
      """;

  private static final String VEP =
      "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Consequence annotations from Ensembl VEP."
          + " Format: Allele|Consequence|SYMBOL|Feature|HGVSp|SIFT\">";

  private static final String SNPEFF =
      "##INFO=<ID=ANN,Number=.,Type=String,Description=\"Functional annotations: 'Allele |"
          + " Annotation | Annotation_Impact | Gene_Name | Gene_ID | Feature_Type | Feature_ID |"
          + " Transcript_BioType | Rank | HGVS.c | HGVS.p | cDNA.pos / cDNA.length' \">";

  private static final String BCFTOOLS =
      "##INFO=<ID=BCSQ,Number=.,Type=String,Description=\"Haplotype-aware consequence annotation"
          + " from BCFtools/csq. Format: Consequence|gene|transcript|biotype|strand|"
          + "amino_acid_change|dna_change\">";

  @TempDir Path folder;
  private Path genes = Path.of("");
  private Path fasta = Path.of("");

  @BeforeEach
  void write() throws IOException {
    genes = Files.writeString(folder.resolve("genes.gff3"), GENES);
    fasta = Files.writeString(folder.resolve("ref.fa"), ">c\nCCATGAAACAAGGTAGCTTACCTTAAGGCC\n");
  }

  private Ran annotate(String definition, String record, String... more) throws IOException {
    var vcf =
        Files.writeString(
            folder.resolve("in.vcf"),
            "##fileformat=VCFv4.3\n"
                + definition
                + "\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
                + record);
    return annotate(vcf, more);
  }

  private Ran annotate(Path vcf, String... more) {
    var arguments = new ArrayList<Object>();
    arguments.addAll(List.of("annotate", vcf, "--genes", genes, "--fasta", fasta));
    arguments.addAll(List.of(more));
    return idiome(arguments.toArray());
  }

  private static String last(Ran ran) {
    return ran.out().lines().toList().getLast();
  }

  @Test
  void whatIsToldOtherwiseStandsBesideIt() throws IOException {
    var ran =
        annotate(
            VEP,
            "c\t9\t.\tC\tT\t.\t.\tCSQ=T|missense_variant|ABC|T1|P1:p.Gln3Arg|0.1,"
                + "T|intron_variant|ABC|T7||\n");
    assertThat(last(ran)).contains("|CSQ:missense_variant:p.Gln3Arg;CSQ_GIVEN=T|missense");
    assertThat(ran.err())
        .contains("Told before: 0 consequences the same, 1 otherwise (DIFFERS), 1 of transcripts");
  }

  @Test
  void whatIsToldAlikeDiffersInNothing() throws IOException {
    var ran =
        annotate(
            VEP,
            "c\t9\t.\tC\tT\t.\t.\tCSQ=T|stop_gained|ABC|T1|P1:p.Gln3Ter|,"
                + "T|stop_gained|ABC|T1|P1:p.Gln3*|\n");
    assertThat(last(ran)).contains("|||;CSQ_GIVEN=");
    assertThat(ran.err()).contains("2 consequences the same, 0 otherwise");
    var silent =
        annotate(VEP, "c\t11\t.\tA\tG\t.\t.\tCSQ=G|synonymous_variant|ABC|T1|P1:p.Gln3%3D|\n");
    assertThat(silent.err()).contains("1 consequence the same");
  }

  @Test
  void whatStoodInTheFieldIsKept() throws IOException {
    var record = "c\t9\t.\tC\tT\t.\t.\tCSQ=T|stop_gained|ABC|T1||0.1;DP=3\n";
    var once = annotate(VEP, record).out();
    assertThat(once)
        .contains("##INFO=<ID=CSQ_GIVEN,Number=.,Type=String,Description=\"Consequence annotations")
        .contains("\tDP=3;CSQ=T|stop_gained|ABC|G|T1.2|")
        .contains(";CSQ_GIVEN=T|stop_gained|ABC|T1||0.1\n");
    assertThat(once.lines().filter(line -> line.startsWith("##INFO=<ID=CSQ,"))).hasSize(1);
    var again = Files.writeString(folder.resolve("again.vcf"), once);
    var twice = annotate(again);
    assertThat(last(twice)).contains(";CSQ_GIVEN=T|stop_gained|ABC|T1||0.1");
    assertThat(twice.err()).contains("1 consequence the same");
  }

  @Test
  void whatWasKeptBeforeIsKeptToo() throws IOException {
    var definitions = VEP + "\n" + VEP.replace("ID=CSQ", "ID=CSQ_GIVEN");
    var given = "T|stop_gained|ABC|T1||";
    var ran =
        annotate(definitions, "c\t9\t.\tC\tT\t.\t.\tCSQ=" + given + ";CSQ_GIVEN=" + given + "\n");
    assertThat(last(ran)).contains("CSQ_GIVEN=" + given + ";CSQ=", ";CSQ_GIVEN_2=" + given);
    assertThat(ran.out()).contains("##INFO=<ID=CSQ_GIVEN_2,");
    assertThat(ran.err()).contains("2 consequences the same");
  }

  @Test
  void otherProgramsSayItInTheirWords() throws IOException {
    var snpeff =
        annotate(
            SNPEFF,
            "c\t9\t.\tC\tT,G\t.\t.\tANN=T|stop_gained|HIGH|ABC|G|transcript|T1.2|protein_coding|1/1"
                + "|c.7C>T|p.Gln3*|,G|missense_variant|MODERATE|ABC|G|transcript|T1.2"
                + "|protein_coding|1/1|c.7C>G|p.Gln3Lys|\n");
    assertThat(snpeff.err()).contains("1 consequence the same, 1 otherwise");
    assertThat(last(snpeff)).contains("|ANN:missense_variant:p.Gln3Lys");
    var silent =
        annotate(
            SNPEFF,
            "c\t11\t.\tA\tG\t.\t.\tANN=G|synonymous_variant|LOW|ABC|G|transcript|T1.2"
                + "|protein_coding|1/1|c.9A>G|p.Gln3Gln|\n");
    assertThat(silent.err()).contains("1 consequence the same");
    var bcftools =
        annotate(
            BCFTOOLS,
            "c\t9\t.\tC\tT,G\t.\t.\tBCSQ=stop_gained|ABC|T1|protein_coding|+|3Q>3*|9C>T,"
                + "missense|ABC|T1|protein_coding|+|3Q>3E|9C>G,@8\n");
    assertThat(bcftools.err()).contains("2 consequences the same, 0 otherwise");
  }

  @Test
  void anotherVersionOfTheTranscriptIsNotCompared() throws IOException {
    var ran = annotate(VEP, "c\t9\t.\tC\tT\t.\t.\tCSQ=T|stop_gained|ABC|T1.1||\n", "--tsv");
    assertThat(last(ran)).contains("differs:CSQ:other_version:T1.1");
  }

  @Test
  void anAlleleThatIsWrittenShorterIsKnown() throws IOException {
    var ran =
        annotate(
            VEP,
            "c\t8\t.\tAC\tA,ACC\t.\t.\tCSQ=-|frameshift_variant|ABC|T1||,"
                + "CC|frameshift_variant|ABC|T1||\n");
    assertThat(ran.err()).contains("2 consequences the same");
  }

  @Test
  void columnsThatNobodyNamesAreSaid() throws IOException {
    var ran =
        annotate(
            "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"some\">",
            "c\t9\t.\tC\tT\t.\t.\tCSQ=T|missense_variant\n");
    assertThat(ran.err()).contains("into CSQ cannot be compared");
    assertThat(ran.out()).contains("CSQ_GIVEN=T|missense_variant");
  }
}
