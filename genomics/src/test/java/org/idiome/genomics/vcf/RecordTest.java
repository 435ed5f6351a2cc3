package org.idiome.genomics.vcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTest {
  /// Expected from the tables of the specification and of `docs/methods/vcf.md`, never from here.
  @ParameterizedTest(name = "VCFv4.{0} {1} {2}")
  @CsvFileSource(resources = "genotypes.tsv", delimiter = '\t', numLinesToSkip = 1)
  void readsGenotypesAsWritten(
      int minor,
      String alternates,
      String text,
      @Nullable String alleles,
      boolean isPhased,
      @Nullable ProblemCode problem)
      throws IOException {
    var problems = new Problems();
    try (var reader =
        reader(minor, "1\t10\t.\tA\t" + alternates + "\t.\t.\t.\tGT\t" + text, problems)) {
      assertThat(reader.next()).isTrue();
      var genotype = reader.sample(0).genotype();
      var read =
          IntStream.range(0, genotype.ploidy())
              .mapToObj(i -> genotype.allele(i) < 0 ? "." : Integer.toString(genotype.allele(i)))
              .collect(Collectors.joining(" "));
      assertThat(read).isEqualTo(alleles == null ? "" : alleles);
      assertThat(genotype.isPhased()).isEqualTo(isPhased);
      assertThat(problems.counts().keySet())
          .containsExactlyElementsOf(problem == null ? List.of() : List.of(problem));
      assertThat(reader.sample(0).isReadable()).isEqualTo(problem != ProblemCode.VCF_GENOTYPE);
    }
  }

  @ParameterizedTest(name = "VCFv4.{0} {1} {2} {3} {4}")
  @CsvFileSource(resources = "ends.tsv", delimiter = '\t', numLinesToSkip = 1)
  void endsWhereTheVersionSays(
      int minor,
      int position,
      String reference,
      String alternates,
      String info,
      @Nullable String length,
      int end1,
      @Nullable ProblemCode problem)
      throws IOException {
    var problems = new Problems();
    var line =
        String.join(
            "\t",
            "1",
            Integer.toString(position),
            ".",
            reference,
            alternates,
            ".",
            ".",
            info,
            length == null ? "GT" : "GT:LEN",
            length == null ? "0/0" : "0/0:" + length);
    try (var reader = reader(minor, line, problems)) {
      assertThat(reader.next()).isTrue();
      var record = reader.record();
      var sample = reader.sample(0);
      assertThat(record.isReferenceOnly() ? reader.blockEnd0(sample) : record.end0())
          .isEqualTo(end1);
      assertThat(problems.count(ProblemCode.VCF_END)).isEqualTo(problem == null ? 0 : 1);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "columns.tsv", delimiter = '\t', numLinesToSkip = 1)
  void refusesWhatIsNoRecordAndWarnsOfWhatIsOdd(
      int minor, String record, boolean isReadable, @Nullable ProblemCode problem)
      throws IOException {
    var problems = new Problems();
    try (var reader = reader(minor, record.replace(' ', '\t').replace('~', ' '), problems)) {
      assertThat(reader.next()).isTrue();
      assertThat(reader.record().isReadable()).isEqualTo(isReadable);
      if (isReadable) {
        reader.sample(0);
      }
      var found = problems.counts();
      found.remove(ProblemCode.VCF_NOT_DEFINED);
      assertThat(found.keySet())
          .containsExactlyElementsOf(problem == null ? List.of() : List.of(problem));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "A, BASES",
    "acgtN, BASES",
    "*, MISSING_BY_DELETION",
    "<*>, UNSPECIFIED",
    "<NON_REF>, UNSPECIFIED",
    "<DEL>, SYMBOLIC",
    "<DEL:ME:ALU>, SYMBOLIC",
    "<INV>, SYMBOLIC",
    "T[chr12:203540[, BREAKEND",
    "t]HLA-A*01:01:01:01:5], BREAKEND",
    "]1:100]AGT, BREAKEND",
    "[<ctg1>:7[A, BREAKEND",
    ".A, SINGLE_BREAKEND",
    "ACG., SINGLE_BREAKEND",
    "<ctg>A, ASSEMBLY_BREAKEND",
    "C<ctg>, ASSEMBLY_BREAKEND",
    "R, ",
    "U, ",
    "-, ",
    "0, ",
    "'', ",
    "A T, ",
    "<DEL, ",
    "<>, ",
    "T[1:5], ",
    "T[1[, ",
    "T[:5[, ",
    "T]1:x], ",
    "[1:5[, ",
    ".., ",
    "A.A, "
  })
  void tellsWhatAnAlternateIs(String text, @Nullable AlleleKind kind) {
    var bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(Alternates.kind(bytes, 0, bytes.length)).isEqualTo(kind);
  }

  /// Goldens of section 1.4 of the specification of genomics.
  @Test
  void countsAndOrdersGenotypes() {
    assertThat(FieldNumber.genotypeIndex(0, 2)).isEqualTo(3);
    assertThat(FieldNumber.genotypeIndex(1, 2)).isEqualTo(4);
    assertThat(FieldNumber.genotypeIndex(0, 1, 2)).isEqualTo(5);
    assertThat(FieldNumber.genotypes(2, 2)).isEqualTo(3);
    assertThat(FieldNumber.genotypes(3, 2)).isEqualTo(6);
    assertThat(FieldNumber.genotypes(3, 3)).isEqualTo(10);
    assertThat(FieldNumber.genotypes(2, 1)).isEqualTo(2);
    assertThat(FieldNumber.genotypes(10_000, 1_000)).isEqualTo(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "3, fil%3AteredInBoth, fil:teredInBoth",
    "3, a%2Cb%3B%3D%25%0D%0a%09, 'a,b;=%\r\n\t'",
    "3, 100%, 100%",
    "3, %41%3, %41%3",
    "2, a%3Ab, a%3Ab"
  })
  void decodesPercentCodesSince43(int minor, String text, String decoded) throws IOException {
    assertThat(PercentCodes.decode(text, new VcfVersion(minor))).isEqualTo(decoded);
    try (var reader =
        reader(minor, "1\t10\t.\tA\tC\t.\t.\tNOTE=" + text + "\tGT\t0/1", new Problems())) {
      reader.next();
      assertThat(reader.info("NOTE")).containsExactly(decoded);
    }
  }

  @Test
  void givesQualityOnlyWhereItIsFinite() throws IOException {
    for (var text : List.of(".", "NaN", "-inf", "+Infinity")) {
      try (var reader = reader(2, "1\t10\t.\tA\tC\t" + text + "\t.\t.\tGT\t0/1", new Problems())) {
        reader.next();
        assertThat(reader.record().isReadable()).isTrue();
        assertThat(reader.record().quality()).isNaN();
      }
    }
  }

  @Test
  void citesARecordWithoutTheOtherSamples() throws IOException {
    var text =
        """
        ##fileformat=VCFv4.2
        #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tA\tB\tC
        1\t10\t.\tA\tC\t.\t.\t.\tGT\t0/0\t0/1\t1/1
        """;
    try (var reader = new VcfReader(VcfFiles.input(text), VcfLimits.DEFAULT, new Problems())) {
      reader.next();
      assertThat(reader.record().text(1)).isEqualTo("1\t10\t.\tA\tC\t.\t.\t.\tGT\t0/1");
      assertThat(reader.record().text(-1)).isEqualTo("1\t10\t.\tA\tC\t.\t.\t.\tGT");
    }
  }

  /// Lines beginning with # after the header are passed over, counted and said. Whose records stand
  /// behind it nobody can tell.
  @ParameterizedTest
  @ValueSource(strings = {"##fileformat=VCFv4.3", "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO"})
  void aSecondHeaderIsAnotherFile(String line) throws IOException {
    var record = "1\t1\t.\tA\tC\t.\t.\t.\n";
    var head = "##fileformat=VCFv4.3\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";
    var input = VcfFiles.input(head + record + line + "\n" + record);
    try (var reader = new VcfReader(input, VcfLimits.DEFAULT, new Problems())) {
      assertThat(reader.next()).isTrue();
      assertThatThrownBy(reader::next)
          .isInstanceOfSatisfying(
              BadInputException.class,
              e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.VCF_HEADER_AGAIN));
    }
  }

  @Test
  void countsCommentsAndBlankLines() throws IOException {
    var text =
        """
        ##fileformat=VCFv4.2
        #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO
        # missing rs1

        1\t10\t.\tA\tC\t.\t.\t.
        #
        """;
    var problems = new Problems();
    try (var reader = new VcfReader(VcfFiles.input(text), VcfLimits.DEFAULT, problems)) {
      assertThat(reader.next()).isTrue();
      assertThat(reader.record().line()).isEqualTo(5);
      assertThat(reader.next()).isFalse();
      assertThat(reader.comments()).isEqualTo(2);
      assertThat(problems.count(ProblemCode.VCF_COMMENT_LINE)).isEqualTo(2);
      assertThat(problems.count(ProblemCode.VCF_BLANK_LINE)).isEqualTo(1);
    }
  }

  /// A contig of 100 bases: 101 is its telomere, where no bases are (VCF 4.3, section 1.6.1.2).
  @ParameterizedTest
  @CsvSource({
    "1, 100, A, C, ., false",
    "1, 101, A, C, ., true",
    "1, 99, ACG, A, ., true",
    "1, 98, ACG, A, ., false",
    "1, 2147483647, A, C, ., true",
    "1, 101, N, <DEL>, ., false",
    "1, 102, N, <DEL>, ., true",
    "1, 101, N, ]2:5]N, ., false",
    "1, 50, A, <DEL>, END=100;SVLEN=-50, false",
    "1, 50, A, <DEL>, END=101;SVLEN=-51, true",
    "1, 50, A, <*>, END=120, true",
    "2, 2147483647, A, C, ., false",
    "3, 2147483647, A, C, ., false"
  })
  void saysWhatReachesBeyondItsContig(
      String contig,
      int position,
      String reference,
      String alternate,
      String info,
      boolean isBeyond)
      throws IOException {
    var text =
        "##fileformat=VCFv4.3\n##contig=<ID=1,length=100>\n##contig=<ID=2>\n"
            + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
            + String.join(
                "\t", contig, Integer.toString(position), ".", reference, alternate, ".", ".", info)
            + "\n";
    var found = VcfFiles.problems(text).counts();
    found.remove(ProblemCode.VCF_NOT_DEFINED);
    assertThat(found).isEqualTo(isBeyond ? Map.of(ProblemCode.VCF_BEYOND_CONTIG, 1L) : Map.of());
  }

  private static VcfReader reader(int minor, String record, Problems problems) throws IOException {
    var text =
        "##fileformat=VCFv4."
            + minor
            + "\n##FILTER=<ID=q10,Description=\"x\">\n##FORMAT=<ID=GT,Number=1,Type=String,Description=\"x\">\n"
            + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n"
            + record
            + "\n";
    return new VcfReader(VcfFiles.input(text), VcfLimits.DEFAULT, problems);
  }
}
