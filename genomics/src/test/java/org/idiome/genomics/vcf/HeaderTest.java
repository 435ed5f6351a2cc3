package org.idiome.genomics.vcf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTest {
  private static final String FIXED = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO";

  @ParameterizedTest
  @CsvSource({
    "##fileformat=VCFv4.0, 0, ",
    "##fileformat=VCFv4.5, 5, ",
    "##fileformat=VCFv4.7, 5, VCF_VERSION_NEWER",
    "##source=x, 2, VCF_NO_FILEFORMAT"
  })
  void readsTheVersion(String line, int minor, ProblemCode problem) throws IOException {
    var problems = new Problems();
    var header = header(line + "\n" + FIXED + "\n", problems);
    assertThat(header.version()).isEqualTo(new VcfVersion(minor));
    assertThat(problems.counts().keySet())
        .containsExactlyElementsOf(problem == null ? List.of() : List.of(problem));
  }

  @ParameterizedTest
  @CsvSource({
    "##fileformat=VCFv3.3",
    "##fileformat=VCF v4.2",
    "##fileformat=",
    "##fileformat=BCFv2",
    "##format=VCRv3.2",
    "##fileformat=VCFv5.0",
    "##fileformat=VCFv4.22"
  })
  void refusesOtherVersions(String line) throws IOException {
    assertThat(
            VcfFiles.problems(line + "\n" + FIXED + "\n").count(ProblemCode.VCF_VERSION_NOT_READ))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER', VCF_COLUMN_HEADER",
    "'#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT', VCF_COLUMN_HEADER",
    "'#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tS1', VCF_COLUMN_HEADER",
    "'#CHROM POS ID REF ALT QUAL FILTER INFO', VCF_COLUMN_HEADER",
    "'#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tA\tA', VCF_SAMPLE_REPEATED",
    "'#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tA\t\tB', VCF_SAMPLE_REPEATED",
    "'chr1\t1\t.\tA\tC\t.\t.\t.', VCF_HEADER_ABSENT",
    "'', VCF_HEADER_ABSENT"
  })
  void refusesAFileWithoutItsColumns(String columns, ProblemCode problem) throws IOException {
    assertThat(VcfFiles.problems("##fileformat=VCFv4.2\n" + columns + "\n").counts())
        .containsEntry(problem, 1L);
  }

  @Test
  void aTabBehindTheColumnsIsNoSample() throws IOException {
    var problems = new Problems();
    var header = header("##fileformat=VCFv4.2\n" + FIXED + "\tFORMAT\tNA1\t\n", problems);
    assertThat(header.samples()).containsExactly("NA1");
    assertThat(problems.counts()).containsOnlyKeys(ProblemCode.VCF_TRAILING_TAB);
  }

  @Test
  void boundsTheColumnsAndNamesTheOption() throws IOException {
    var limits = new VcfLimits(VcfLimits.DEFAULT.file(), 11, 10, 1000);
    var problems =
        VcfFiles.problems("##fileformat=VCFv4.2\n" + FIXED + "\tFORMAT\tA\tB\tC\n", limits);
    assertThat(problems.kept())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(ProblemCode.VCF_TOO_MANY_COLUMNS);
          assertThat(problem.values()).containsEntry("option", "--max-columns");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain text without #|VCF_HEADER_LINE",
        "##plain text|VCF_HEADER_LINE",
        "##assembly=|VCF_HEADER_LINE",
        "##contig=<ID=1,A,length=5>|VCF_HEADER_LINE",
        "##INFO=<ID=X,Number=1,Type=String,Description=\"open>|VCF_HEADER_LINE",
        "##INFO=<ID=X,Number=N,Type=String,Description=\"d\">|VCF_HEADER_DEFINITION",
        "##INFO=<ID=X,Number=1,Type=Int,Description=\"d\">|VCF_HEADER_DEFINITION",
        "##INFO=<ID=X,Description=\"d\">|VCF_HEADER_DEFINITION",
        "##FILTER=<Description=\"d\">|VCF_HEADER_DEFINITION",
        "##contig=<ID=1,length=long>|VCF_HEADER_DEFINITION",
        "##META=<ID=A,Type=String,Number=.,Values=x>|VCF_HEADER_DEFINITION",
        "##pedigreeDB=<ftp://8080:8080/x>|VCF_HEADER_DEFINITION",
        "##pedigreeDB=<https://example.org/x>|",
        "##PEDIGREE=<ID=A,Mother=Some body>|VCF_HEADER_STYLE",
        "##FORMAT=<ID=PL,Number=.,Type=Integer,Description=\"d\">|VCF_DEFINITION_DIFFERS",
        "##META=<ID=A,Type=String,Number=.,Values=[a, b]>|",
        "##ALT=<ID=DEL>|",
        "##GATKCommandLine.X=<ID=X,CommandLineOptions=\"a=[] b=<c>\">|"
      })
  void reportsALineAndGoesOn(String line, ProblemCode problem) throws IOException {
    var problems = VcfFiles.problems("##fileformat=VCFv4.2\n" + line + "\n" + FIXED + "\n");
    assertThat(problems.counts().keySet())
        .containsExactlyElementsOf(problem == null ? List.of() : List.of(problem));
  }

  @Test
  void saysOnceOfAKeyThatItIsNotDefined() throws IOException {
    var record = "1\t10\t.\tA\tC\t.\tq10\tX=1\tGT\t0/1\n";
    var text = "##fileformat=VCFv4.2\n" + FIXED + "\tFORMAT\tS\n" + record.repeat(5);
    assertThat(VcfFiles.problems(text).kept())
        .extracting(problem -> problem.code() + " " + problem.values().get("key"))
        .containsExactlyInAnyOrder(
            "VCF_NOT_DEFINED FILTER q10", "VCF_NOT_DEFINED INFO X", "VCF_NOT_DEFINED FORMAT GT");
  }

  @Test
  void readsQuotedValuesWithEveryMarkInThem() {
    var meta =
        MetaLine.parse(
            "##INFO=<Description=\"a, b > c = \\\"d\\\" \\\\ e\",ID=X,Values=[1, 2],Type=String>");
    assertThat(meta.fault()).isNull();
    assertThat(meta.fields())
        .containsEntry("Description", "a, b > c = \"d\" \\ e")
        .containsEntry("ID", "X")
        .containsEntry("Values", "[1, 2]")
        .containsEntry("Type", "String");
  }

  /// The first of two definitions wins; the shape of GT and its like is that of the specification.
  @Test
  void definitionsOfTheHeaderWinButForTheShapeOfGenotypes() throws IOException {
    var problems = new Problems();
    var header =
        header(
            """
            ##fileformat=VCFv4.2
            ##INFO=<ID=AF,Number=1,Type=String,Description="own">
            ##INFO=<ID=AF,Number=A,Type=Float,Description="second">
            ##FORMAT=<ID=AD,Number=.,Type=Integer,Description="own">
            ##FORMAT=<ID=GQ,Number=1,Type=Float,Description="own">
            """
                + FIXED
                + "\n",
            problems);
    assertThat(header.definition("INFO", "AF"))
        .isEqualTo(
            new FieldDefinition(
                "AF",
                new FieldNumber(FieldNumber.Kind.COUNT, 1),
                FieldType.STRING,
                FieldDefinition.Constraint.NONE));
    assertThat(header.definition("FORMAT", "AD"))
        .isNotNull()
        .satisfies(field -> assertThat(field.number().kind()).isEqualTo(FieldNumber.Kind.ALLELES));
    assertThat(header.definition("FORMAT", "GQ"))
        .isNotNull()
        .satisfies(field -> assertThat(field.type()).isEqualTo(FieldType.FLOAT));
    assertThat(problems.counts())
        .containsOnly(
            Map.entry(ProblemCode.VCF_DEFINITION_REPEATED, 1L),
            Map.entry(ProblemCode.VCF_DEFINITION_DIFFERS, 2L));
  }

  @Test
  void readsContigsAndNamesOfTheReference() throws IOException {
    var header =
        header(
            """
            ##fileformat=VCFv4.2
            ##reference=file:///ref/hg38.fa
            ##contig=<ID=chr1,length=248956422,assembly=B38,md5=6aef897c,species="Homo sapiens">
            ##contig=<ID=HLA-A*01:01:01:01>
            """
                + FIXED
                + "\n",
            new Problems());
    assertThat(header.contigs())
        .containsExactly(
            new VcfHeader.ContigLine("chr1", 248956422, "6aef897c", "B38", 3),
            new VcfHeader.ContigLine("HLA-A*01:01:01:01", null, null, null, 4));
    assertThat(header.references()).containsEntry("file:///ref/hg38.fa", 2L);
  }

  private static VcfHeader header(String text, Problems problems) throws IOException {
    try (var reader = new VcfReader(VcfFiles.input(text), VcfLimits.DEFAULT, problems)) {
      return reader.header();
    }
  }
}
