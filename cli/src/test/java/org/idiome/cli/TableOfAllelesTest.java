package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableOfAllelesTest {
  private static final String SITES =
      """
      ##fileformat=VCFv4.3
      ##INFO=<ID=AF,Number=A,Type=Float,Description="f">
      ##INFO=<ID=CLN,Number=.,Type=String,Description="c">
      #CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO
      c	3	.	CA	C	.	.	AF=0.5;CLN=a,b
      c	7	.	A	G	.	.	AF=0.01
      """;

  /// The same alleles, spelled otherwise.
  private static final String VCF =
      """
      ##fileformat=VCFv4.3
      #CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO
      c	5	.	AAA	AA,AAG	.	.	.
      c	8	.	T	C	.	.	DP=3
      """;

  @TempDir Path folder;
  private Path sites = Path.of("");
  private Path vcf = Path.of("");
  private Path fasta = Path.of("");
  private Path table = Path.of("");

  @BeforeEach
  void write() throws IOException {
    sites = Files.writeString(folder.resolve("sites.vcf"), SITES);
    vcf = Files.writeString(folder.resolve("in.vcf"), VCF);
    fasta = Files.writeString(folder.resolve("ref.fa"), ">c\nGGCAAAATTCG\n");
    table = folder.resolve("x.alleles");
  }

  private Ran make(Object... more) {
    var ran = idiome(with(new Object[] {"table", sites, "--fasta", fasta, "-o", table}, more));
    assertThat(ran.exit()).as(ran.err()).isZero();
    return ran;
  }

  private static Object[] with(Object[] some, Object... more) {
    return java.util.stream.Stream.of(some, more).flatMap(java.util.Arrays::stream).toArray();
  }

  @Test
  void whatATableSaysStandsInInfo() {
    assertThat(make("--name", "x").err()).contains("2 alleles in the table");
    var ran = idiome("annotate", vcf, "--fasta", fasta, "--table", table);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("2 alleles in a table");
    var lines = ran.out().lines().toList();
    assertThat(lines.get(1))
        .startsWith("##INFO=<ID=x_AF,Number=A,Type=Float,Description=\"f (of sites.vcf, SHA-256 ");
    assertThat(lines)
        .contains(
            "c\t5\t.\tAAA\tAA,AAG\t.\t.\tx_AF=0.5,0.01;x_CLN=a%2Cb,.", "c\t8\t.\tT\tC\t.\t.\tDP=3");
  }

  /// An allele that has no normal form has no value; of a record without INFO nothing else is said.
  @Test
  void eachAlternateHasAValue() throws IOException {
    make("--name", "x");
    Files.writeString(
        vcf,
        VCF
            + "c\t7\t.\tA\t*,G,<DEL>\t.\t.\tDP=4\n"
            + "c\t7\t.\tA\tC,T\t.\t.\tDP=5\n"
            + "c\t7\t.\tA\tG\t.\t.\t\n");
    assertThat(idiome("annotate", vcf, "--fasta", fasta, "--table", table).out().lines())
        .endsWith(
            "c\t7\t.\tA\t*,G,<DEL>\t.\t.\tDP=4;x_AF=.,0.01,.",
            "c\t7\t.\tA\tC,T\t.\t.\tDP=5",
            "c\t7\t.\tA\tG\t.\t.\tx_AF=0.01");
  }

  /// Rows of one allele that differ, not sorted: a list is no number any more.
  @Test
  void variantFilesAreSortedAndListed() throws IOException {
    Files.writeString(
        sites, SITES + "c\t5\t.\tAA\tA\t.\t.\tAF=0.7\n" + "c\t2\t.\tG\tT\t.\t.\tAF=1e-5\n");
    var call = new Object[] {"table", sites, "--fasta", fasta, "-o", table, "--name", "x"};
    assertThat(idiome(call).err()).contains("not sorted", "--sort");
    assertThat(idiome(with(call, "--sort", "--several", "list")).err())
        .contains("3 alleles in the table", "1 allele with several rows that differ");
    var out = idiome("annotate", vcf, "--fasta", fasta, "--table", table).out();
    assertThat(out)
        .contains("##INFO=<ID=x_AF,Number=A,Type=String,")
        .contains("x_AF=0.5&0.7,0.01;x_CLN=a%2Cb&.,.");
    idiome(with(call, "--sort", "--several", "max=AF"));
    out = idiome("annotate", vcf, "--fasta", fasta, "--table", table).out();
    assertThat(out).contains("##INFO=<ID=x_AF,Number=A,Type=Float,", "x_AF=0.7,0.01\n");
    var first = idiome(with(call, "--sort"));
    assertThat(first.err()).contains("1 times the file says two things of one allele");
    assertThat(idiome("annotate", vcf, "--fasta", fasta, "--table", table).out())
        .contains("x_AF=0.5,0.01;x_CLN=a%2Cb,.");
  }

  /// By every name of one sequence; never by that of another one, the mitochondrion of hg19.
  @Test
  void contigsAreKnownByTheirSequence() throws IOException {
    Files.writeString(fasta, ">chr1\n" + "A".repeat(20) + "\n>chrM\n" + "C".repeat(16_571) + "\n");
    var head =
        """
        ##fileformat=VCFv4.3
        ##contig=<ID=%s,length=16571>
        ##INFO=<ID=AF,Number=A,Type=Float,Description="f">
        #CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO
        """;
    var record = "%s\t%d\t.\t%s\t.\t.\tAF=0.5\n";
    var first = record.formatted("chr1", 3, "A\tT");
    Files.writeString(sites, head.formatted("chrM") + first + record.formatted("chrM", 3, "C\tT"));
    make("--name", "x");
    Files.writeString(vcf, head.formatted("chrM") + first + record.formatted("chrM", 3, "C\tT"));
    var same = idiome("annotate", vcf, "--fasta", fasta, "--table", table);
    assertThat(same.err()).contains("2 alleles in a table");
    Files.writeString(fasta, ">1\n" + "A".repeat(20) + "\n>MT\n" + "C".repeat(16_569) + "\n");
    var bare = record.formatted("1", 3, "A\tT") + record.formatted("MT", 3, "C\tT");
    Files.writeString(vcf, head.formatted("MT").replace("16571", "16569") + bare);
    var other = idiome("annotate", vcf, "--fasta", fasta, "--table", table);
    assertThat(other.exit()).as(other.err()).isZero();
    assertThat(other.err()).contains("1 allele in a table");
  }

  @Test
  void whatTheFileSaysItselfIsNotWrittenOver() throws IOException {
    make("--name", "x");
    Files.writeString(vcf, VCF.replace("DP=3", "x_AF=0.9"));
    var named = idiome("annotate", vcf, "--fasta", fasta, "--table", table);
    assertThat(named.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(named.err()).contains("in.vcf:4", "has x_AF itself", "another --name");
    var definition = "##INFO=<ID=x_AF,Number=1,Type=Float,Description=\"old\">\n#CHROM";
    Files.writeString(vcf, VCF.replace("#CHROM", definition));
    var defined = idiome("annotate", vcf, "--fasta", fasta, "--table", table);
    assertThat(defined.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(defined.err()).contains("has x_AF itself");
    assertThat(defined.out()).isEmpty();
  }

  @Test
  void whatATableSaidBeforeIsSaidAnew() throws IOException {
    make("--name", "x");
    var once = idiome("annotate", vcf, "--fasta", fasta, "--table", table).out();
    Files.writeString(vcf, once);
    var twice = idiome("annotate", vcf, "--fasta", fasta, "--table", table);
    assertThat(twice.out()).isEqualTo(once);
  }

  @Test
  void columnsAreChosen() {
    make("--name", "x", "--columns", "CLN");
    var ran = idiome("annotate", vcf, "--fasta", fasta, "--table", table);
    assertThat(ran.out()).contains("x_CLN=").doesNotContain("x_AF=0.5");
  }

  /// Behind the columns of consequences; without genes they are empty, and nothing is intergenic.
  @Test
  void whatTablesSayAreColumns() throws IOException {
    make("--name", "x");
    var scores =
        Files.writeString(folder.resolve("s.csv"), "chr,pos,ref,alt,s\nc,8,T,C,\"1;2, 3\"\n");
    var second = folder.resolve("y.alleles");
    var made =
        idiome("table", scores, "--fasta", fasta, "--name", "y", "-o", second, "--build", "GRCh38");
    assertThat(made.exit()).as(made.err()).isZero();
    var given = VCF.replace("DP=3", "DP=3") + "c\t9\t.\tT\t.\t.\t.\t.\n";
    Files.writeString(vcf, given);
    var ran =
        idiome("annotate", vcf, "--fasta", fasta, "--table", table, "--table", second, "--tsv");
    assertThat(ran.exit()).as(ran.err()).isZero();
    var empty = "\t.".repeat(8);
    assertThat(ran.out().lines())
        .containsExactly(
            "contig\tposition\tref\talt\tgene\ttranscript\tconsequence\thgvs_c\thgvs_p\texon"
                + "\tintron\tjoined_with\tnote\tx_AF\tx_CLN\ty_s",
            "c\t5\tAAA\tAA" + empty + "\t.\t0.5\ta,b\t.",
            "c\t5\tAAA\tAAG" + empty + "\t.\t0.01\t.\t.",
            "c\t8\tT\tC" + empty + "\t.\t.\t.\t1;2, 3",
            "c\t9\tT\t." + empty + "\tnot_bases\t.\t.\t.");
    var info = idiome("annotate", vcf, "--fasta", fasta, "--table", second);
    assertThat(info.out()).contains("DP=3;y_s=1%3B2%2C%203");
  }

  @Test
  void scoresAreTakenAsTheyWereAskedFor() throws IOException {
    var scores =
        Files.writeString(
            folder.resolve("s.tsv"), "where\tpos\tref\talt\ts\nc\t6\tA\tG\t0.2\nc\t1\tG\tA\t0.4\n");
    Object[] call = {"table", scores, "--fasta", fasta, "--name", "y", "-o", table, "--zero-based"};
    var unsorted = idiome(with(call, "--columns", "chrom=where,s"));
    assertThat(unsorted.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(unsorted.err()).contains("s.tsv:3", "not sorted", "--sort");
    assertThat(table).doesNotExist();
    var sorted = idiome(with(call, "--columns", "chrom=where,s", "--sort"));
    assertThat(sorted.exit()).as(sorted.err()).isZero();
    assertThat(sorted.err()).contains("2 alleles in the table");
    var ran = idiome("annotate", vcf, "--fasta", fasta, "--table", table);
    assertThat(ran.out()).contains("y_s=.,0.2");
    assertThat(idiome(with(call, "--columns", "chrom=where,chrom=pos")).err())
        .contains("each once");
    assertThat(idiome(with(call, "--columns", "what=where")).err()).contains("'what=where'");
    assertThat(idiome(with(call, "--several", "some")).err()).contains("'some' is none of");
    assertThat(idiome(with(call, "--build", "mouse")).err()).contains("no build is called 'mouse'");
    var vcfCall =
        idiome("table", sites, "--fasta", fasta, "--name", "y", "-o", table, "--zero-based");
    assertThat(vcfCall.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(vcfCall.err()).contains("a variant file says itself where alleles are");
  }

  @Test
  void ofSeveralRowsIsSaidWhatWasMadeOfThem() throws IOException {
    var scores =
        Files.writeString(
            folder.resolve("s.tsv"),
            "#chr\tpos\tref\talt\ts\nc\t7\tA\tG\t0.2\nc\t7\tA\tG\t0.4\nc\t.\tA\tG\t1\nc\t7\tA\n");
    var ran = idiome("table", scores, "--fasta", fasta, "--name", "y", "-o", table);
    assertThat(ran.exit()).isEqualTo(ExitCode.PARTLY);
    assertThat(ran.err())
        .contains(
            "s.tsv:5: The row was not read: 3 of 5 columns",
            "1 allele with several rows that differ (--several list)",
            "1 row without a place left out");
    assertThat(idiome("annotate", vcf, "--fasta", fasta, "--table", table).out())
        .contains("y_s=.,0.2&0.4");
  }

  @Test
  void twoTablesOfOneNameAreRefused() {
    make("--name", "x");
    var ran = idiome("annotate", vcf, "--fasta", fasta, "--table", table, "--table", table);
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("Two tables give the key x_AF");
  }

  @Test
  void aTableOfAnotherBuildIsRefused() {
    make("--name", "x", "--build", "GRCh37");
    var ran = idiome("annotate", vcf, "--fasta", fasta, "--table", table, "--build", "GRCh38");
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("The table is of GRCh37, the variants are of GRCh38");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void whatIsNoTableAndNoNameIsRefused() {
    var none = idiome("annotate", vcf, "--fasta", fasta, "--table", sites);
    assertThat(none.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(none.err()).contains("It is no table of alleles");
    var name = idiome("table", sites, "--fasta", fasta, "-o", table, "--name", "1 x");
    assertThat(name.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(table).doesNotExist();
    assertThat(idiome("annotate", vcf, "--fasta", fasta).err())
        .contains("give --genes, or --table");
  }
}
