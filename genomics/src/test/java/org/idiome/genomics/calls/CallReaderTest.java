package org.idiome.genomics.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.idiome.core.genome.Callability;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Genotype;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Call;
import org.idiome.core.observation.CallQuality;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.LookedAt;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.vcf.VcfFiles;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallReaderTest {
  private static final Origin ORIGIN =
      new Origin(7, Layer.GENOME, new When.Day(LocalDate.of(2025, 3, 4)), "blood");
  private static final String HEAD =
      """
      ##fileformat=VCFv4.2
      ##contig=<ID=chr10,length=133797422>
      ##contig=<ID=chr1,length=248956422>
      ##FORMAT=<ID=GQ,Number=1,Type=Float,Description="x">
      """;
  private static final String ONE =
      HEAD + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n";

  private final Problems problems = new Problems();

  @Test
  void givesTheRecordsThatTouchTheLoci() throws IOException {
    var reading =
        read(
            ONE
                + record("chr10 94781859 rs1 G A 50.5 PASS . GT:AD:DP:GQ 0/1:12,13:25:99")
                + record("chr10 94781860 . G A . PASS . GT 0/1")
                + record("chr1 94781859 . G A . PASS . GT 0/1"),
            VcfRequest.of(ORIGIN).loci(List.of(at("10", 94781859))));
    assertThat(reading.samples()).hasSize(1);
    assertThat(reading.samples().getFirst().sample()).isEqualTo("S");
    assertThat(reading.samples().getFirst().calls())
        .containsExactly(
            new Call(
                Layer.GENOME,
                at("10", 94781859),
                "G",
                List.of("A"),
                Genotype.of(new int[] {0, 1}, false, null),
                Callability.CALLED_VARIANT,
                null,
                new CallQuality(25, 99, 50.5, List.of(), List.of(12, 13)),
                ORIGIN.when(),
                "blood",
                "chr10\t94781859\trs1\tG\tA\t50.5\tPASS\t.\tGT:AD:DP:GQ\t0/1:12,13:25:99",
                List.of(new SourceRow(7, 6))));
    assertThat(reading.recordsRead()).isEqualTo(3);
  }

  /// A deletion that begins before a locus, a block around it, a symbolic change across it.
  @Test
  void givesRecordsThatOnlyReachIntoALocus() throws IOException {
    var calls =
        calls(
            record("chr10 90 . ACGTACGTACG A . PASS . GT 0/1")
                + record("chr10 50 . A <NON_REF> . . END=200 GT 0/0")
                + record("chr10 20 . A <DEL> . PASS SVLEN=-80 GT 0/1")
                + record("chr10 95 . A <DEL> . PASS END=99 GT 0/1"),
            at("10", 100));
    assertThat(calls)
        .extracting(call -> call.locus().display())
        .containsExactly("chr10:20-100", "chr10:50-200", "chr10:90-100");
  }

  @ParameterizedTest
  @CsvSource({"10", "chr10", "NC_000010.11", "CM000672.2"})
  void knowsTheContigByEachOfItsNames(String name) throws IOException {
    var text =
        "##fileformat=VCFv4.2\n##reference=GRCh38\n"
            + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n"
            + record(name + " 100 . A C . PASS . GT 0/1");
    var reading = read(text, VcfRequest.of(ORIGIN).loci(List.of(at("10", 100))));
    assertThat(reading.samples().getFirst().calls()).hasSize(1);
    assertThat(reading.build().build()).isEqualTo(GenomeBuild.GRCH38);
  }

  @Test
  void saysNothingOfLociOnAnotherOrAnUnknownBuild() throws IOException {
    var records = record("chr10 100 . A C . PASS . GT 0/1");
    var other =
        read(
            ONE + records,
            VcfRequest.of(ORIGIN)
                .loci(List.of(Locus.at(GenomeBuild.GRCH37, new Contig("10"), 100))));
    assertThat(other.samples().getFirst().calls()).isEmpty();
    assertThat(other.samples().getFirst().lookedAt()).isEmpty();
    var unknown =
        read(
            "##fileformat=VCFv4.2\n"
                + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n"
                + records,
            VcfRequest.of(ORIGIN).loci(List.of(at("10", 100))));
    assertThat(unknown.build().build()).isEqualTo(GenomeBuild.UNKNOWN);
    assertThat(unknown.samples().getFirst().calls()).isEmpty();
    assertThat(unknown.samples().getFirst().lookedAt()).isEmpty();
  }

  /// The last block of chromosome 1 of GRCh37 ends behind that of GRCh38; nothing else tells.
  @ParameterizedTest
  @CsvSource({
    "GRCh38, chr1 249240000 . N <NON_REF> . . END=249250621 GT 0/0",
    "GRCh38, chr1 249000000 . A G . PASS . GT 0/1",
    "GRCh37, chr3 198100000 . A G . PASS . GT 0/1",
  })
  void refusesAStatedBuildWhoseContigsAreShorterThanTheFile(String build, String behind) {
    var text =
        "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n"
            + record(behind);
    assertRefused(
        text, VcfRequest.of(ORIGIN).statedBuild(build), ProblemCode.VCF_BUILD_CONTRADICTION);
  }

  @Test
  void letsABreakendStandBehindTheLastBase() throws IOException {
    var text =
        "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n"
            + record("chr1 248956423 . N .[13:123457[ . PASS . GT 0/1")
            + record("chr1 248956000 . N <DEL> . PASS END=248990000 GT 0/1");
    var reading = read(text, VcfRequest.of(ORIGIN).statedBuild("GRCh38"));
    assertThat(reading.build().build()).isEqualTo(GenomeBuild.GRCH38);
  }

  @Test
  void refusesABuildThatContradictsWhatWasStated() {
    assertRefused(
        ONE, VcfRequest.of(ORIGIN).statedBuild("hg19"), ProblemCode.VCF_BUILD_CONTRADICTION);
  }

  @Test
  void takesOneSampleOutOfMany() throws IOException {
    var text =
        HEAD
            + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tA\tB\n"
            + record("chr10 100 . A C . PASS . GT 0/0 1/1");
    var reading = read(text, VcfRequest.of(ORIGIN).sample("B").loci(List.of(at("10", 100))));
    assertThat(reading.samples()).extracting(SampleReading::sample).containsExactly("B");
    assertThat(reading.samples().getFirst().calls())
        .extracting(call -> call.genotype().text(), Call::text)
        .containsExactly(tuple("1/1", "chr10\t100\t.\tA\tC\t.\tPASS\t.\tGT\t1/1"));
    assertThat(read(text, VcfRequest.of(ORIGIN).everySample()).samples())
        .extracting(SampleReading::sample)
        .containsExactly("A", "B");
  }

  @Test
  void namesTheSamplesWhereTheOneAskedForIsNotThere() {
    var text = HEAD + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tA\tB\n";
    var absent =
        assertRefused(text, VcfRequest.of(ORIGIN).sample("C"), ProblemCode.VCF_SAMPLE_ABSENT);
    assertThat(absent.values()).containsEntry("sample", "C").containsEntry("samples", "A, B");
    var several = assertRefused(text, VcfRequest.of(ORIGIN), ProblemCode.VCF_SAMPLE_NOT_CHOSEN);
    assertThat(several.values()).containsEntry("samples", "A, B");
  }

  @Test
  void saysWhereAFileHasNoGenotypes() throws IOException {
    var text =
        HEAD
            + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
            + record("chr10 100 . A C . PASS .");
    var reading = read(text, VcfRequest.of(ORIGIN).loci(List.of(at("10", 100))));
    assertThat(problems.count(ProblemCode.VCF_NO_GENOTYPES)).isEqualTo(1);
    assertThat(reading.samples()).hasSize(1);
    assertThat(reading.samples().getFirst().sample()).isNull();
    assertThat(reading.samples().getFirst().calls()).isEmpty();
    assertThat(reading.samples().getFirst().summary().snv()).isEqualTo(1);
  }

  @Test
  void tellsOfEveryBaseOfTheLociWhatWasLookedAt() throws IOException {
    var lookedAt =
        lookedAt(
            record("chr10 100 . A <NON_REF> . . END=104 GT:GQ 0/0:30")
                + record("chr10 105 . A C . PASS . GT:GQ 0/1:40")
                + record("chr10 108 . A <NON_REF> . . END=300 GT:GQ 0/0:10"),
            VcfRequest.of(ORIGIN).loci(List.of(stretch(98, 103), stretch(104, 110), at("1", 500))));
    assertThat(lookedAt)
        .containsExactly(
            "chr1:500 not looked at: no record null",
            "chr10:98-99 not looked at: no record null",
            "chr10:100-104 called reference: GQ 30 6",
            "chr10:105 called variant: 0/1, FILTER PASS 7",
            "chr10:106-107 not looked at: no record null",
            "chr10:108-110 no call: GQ 10 below 20 8");
  }

  /// Who explains that nothing is known there cites the record, but nobody else's genotype.
  @Test
  void keepsTheTextOfARefusedRecordThatWasAskedFor() throws IOException {
    var reading =
        read(
            ONE.replace("\tS\n", "\tS\tT\n")
                + record("chr10 100 . A A . PASS . GT 0/1 1/1")
                + record("chr10 101 . A C . PASS . GT 1/1")
                + record("chr10 900 . A A . PASS . GT 0/1 1/1"),
            VcfRequest.of(ORIGIN).sample("S").loci(List.of(stretch(99, 105))));
    assertThat(reading.samples().getFirst().refused())
        .containsExactly(
            Map.entry(new SourceRow(7, 6), "chr10\t100\t.\tA\tA\t.\tPASS\t.\tGT\t0/1"),
            Map.entry(new SourceRow(7, 7), "chr10\t101\t.\tA\tC"));
  }

  /// Records out of order are a warning; each locus is answered all the same.
  @Test
  void answersTheSameForRecordsOutOfOrder() throws IOException {
    var first = record("chr10 100 . A <NON_REF> . . END=104 GT:GQ 0/0:30");
    var second = record("chr10 103 . A C . PASS . GT:GQ 0/1:40");
    var third = record("chr1 500 . A C . PASS . GT 0/1");
    var request = VcfRequest.of(ORIGIN).loci(List.of(stretch(99, 105), at("1", 500)));
    var inOrder = lookedAt(first + second + third, request);
    assertThat(problems.isEmpty()).isFalse();
    var outOfOrder = lookedAt(second + third + first, request);
    assertThat(withoutRows(outOfOrder)).isEqualTo(withoutRows(inOrder));
    assertThat(problems.count(ProblemCode.VCF_CONTIG_SCATTERED)).isEqualTo(1);
    var reading = read(ONE + second + first, request.everySample());
    assertThat(reading.isSorted()).isFalse();
    assertThat(reading.samples().getFirst().summary().bases()).isNull();
  }

  private static List<String> withoutRows(List<String> stretches) {
    return stretches.stream().map(text -> text.substring(0, text.lastIndexOf(' '))).toList();
  }

  /// Whatever the records, the answer has no gap, no overlap and no other base.
  @Test
  void coversTheLociExactly() {
    Cases.check(
        "what was looked at covers the loci",
        made -> {
          var records = new StringBuilder();
          int position = 1;
          for (int i = made.between(0, 12); i > 0; i--) {
            position += made.between(0, 9);
            records.append(
                record(
                    made.oneOf(
                            List.of(
                                "chr10 %d . A <NON_REF> . . END=%d GT 0/0",
                                "chr10 %d . A . . q END=%d GT 0/0",
                                "chr10 %d . ACG A . PASS . GT 0/1",
                                "chr10 %d . A R . PASS . GT 0/1",
                                "chr10 %d . A C . PASS . GT ./."))
                        .formatted(position, position + made.between(0, 30))));
          }
          int start = made.between(1, 60);
          int end = start + made.between(0, 60);
          var reading =
              CallReader.read(
                  VcfFiles.input(ONE + records),
                  VcfRequest.of(ORIGIN).loci(List.of(stretch(start, end))),
                  VcfLimits.DEFAULT,
                  new Problems());
          int at = start - 1;
          for (var stretch : reading.samples().getFirst().lookedAt()) {
            assertThat(stretch.locus().start0()).isEqualTo(at);
            at = stretch.locus().end0();
          }
          assertThat(at).isEqualTo(end);
        });
  }

  @Test
  void absenceIsReferenceOnlyWhereItWasStatedToBe() throws IOException {
    var bed = "# targets\ntrack name=x\nchr10\t101\t105\n10\t107\t108\tname\nchr10\tx\t5\n";
    var input =
        Input.of(
            new ByteArrayInputStream(bed.getBytes(StandardCharsets.UTF_8)),
            "t.bed",
            Limits.DEFAULT);
    var regions = Regions.read(input, 8, Limits.DEFAULT, problems);
    assertThat(problems.count(ProblemCode.REGIONS_LINE_NOT_READ)).isEqualTo(1);
    var request = VcfRequest.of(ORIGIN).loci(List.of(stretch(100, 110))).assuming(regions);
    var variant = record("chr10 104 . A C . PASS . GT 0/1");
    assertThat(lookedAt(variant, request))
        .containsExactly(
            "chr10:100-101 not looked at: no record null",
            "chr10:102-103 called reference: absent, stated to mean reference 3",
            "chr10:104 called variant: 0/1, FILTER PASS 6",
            "chr10:105 called reference: absent, stated to mean reference 3",
            "chr10:106-107 not looked at: no record null",
            "chr10:108 called reference: absent, stated to mean reference 4",
            "chr10:109-110 not looked at: no record null");
    assertThat(problems.count(ProblemCode.VCF_ASSUMPTION_NOT_APPLIED)).isZero();
    // A file that says itself what was looked at, or lost a record, is not overruled.
    for (var other :
        List.of("chr10 900 . A <NON_REF> . . END=950 GT 0/0", "chr10 x . A C . . . GT 0/1")) {
      assertThat(lookedAt(variant + record(other), request))
          .noneMatch(text -> text.contains("stated"));
    }
    assertThat(problems.count(ProblemCode.VCF_ASSUMPTION_NOT_APPLIED)).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0} | {1}")
  @CsvSource({
    // PS names the set; different PS are different sets (trap 6).
    "GT:PS 0|1:100, GT:PS 0|1:200, 0|1 10:100, 0|1 10:200",
    "GT:PS 0|1:100, GT:PS 0/1:100, 0|1 10:100, 0/1 null",
    // Without any PS phased calls share one set; with one elsewhere they do not.
    "GT 0|1, GT 1|0, 0|1 10, 1|0 10",
    "GT 0|1, GT:PS 1|0:200, 0/1 null, 1|0 10:200",
    "GT 0|1, GT:PGT:PID 0/1:0|1:5_A_G, 0/1 null, 0|1 10:5_A_G",
    // A homozygous or haploid call is in phase with everything (trap 7).
    "GT 0|1, GT 0/0, 0|1 10, 0/0 null",
    "GT 0|1, GT 1, 0|1 10, 1 null",
    "GT:PS 1|1:100, GT:PS 0|1:., 1|1 null, 0/1 null",
    // PGT gives the order only where it has the alleles of GT, and PS goes before it.
    "GT:PGT:PID 0/1:1|0:5_A_G, GT 0/1, 1|0 10:5_A_G, 0/1 null",
    "GT:PGT:PID 1/2:0|1:5_A_G, GT 0/1, 1/2 null, 0/1 null",
    "GT:PGT:PID:PS 0|1:1|0:5_A_G:77, GT 0/1, 0|1 10:77, 0/1 null",
    "GT 0/1, GT ./1, 0/1 null, ./1 null",
    "GT 0/1, GT .|1, 0/1 null, .|1 10"
  })
  void phasesWithinNamedSets(String one, String other, String first, String second)
      throws IOException {
    var calls =
        calls(
            record("chr10 100 . A C,G . PASS . " + one)
                + record("chr10 101 . A C,G . PASS . " + other),
            stretch(100, 101));
    assertThat(calls)
        .extracting(call -> call.genotype().text() + " " + call.genotype().phaseSet())
        .containsExactly(first, second);
  }

  /// UCSC hg19 has another mitochondrion; where nobody says which, nothing is claimed.
  @ParameterizedTest
  @CsvSource({"chrM, 16571, 0, 1", "chrM, 16569, 1, 0", "MT, , 1, 0", "chrM, , 0, 1"})
  void keepsTheMitochondrionOfHg19Apart(String name, Integer length, int calls, long warnings)
      throws IOException {
    var text =
        "##fileformat=VCFv4.2\n##contig=<ID=chr1,length=249250621>\n"
            + (length == null ? "" : "##contig=<ID=%s,length=%d>\n".formatted(name, length))
            + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n"
            + record(name + " 1555 . A G . PASS . GT 1");
    var locus = Locus.at(GenomeBuild.GRCH37, new Contig("MT"), 1555);
    var reading = read(text, VcfRequest.of(ORIGIN).loci(List.of(locus)));
    assertThat(reading.samples().getFirst().calls()).hasSize(calls);
    assertThat(reading.samples().getFirst().lookedAt())
        .extracting(LookedAt::state)
        .containsExactly(calls == 0 ? Callability.NOT_LOOKED_AT : Callability.CALLED_VARIANT);
    assertThat(problems.count(ProblemCode.VCF_MITOCHONDRION_OF_HG19)).isEqualTo(warnings);
  }

  @Test
  void countsWhatTheFileHolds() throws IOException {
    var reading =
        read(
            ONE
                + record("chr10 10 . A C . PASS . GT 0/1")
                + record("chr10 20 . ACG ATG . PASS . GT 1/1")
                + record("chr10 30 . ACG TCA . PASS . GT 0|1")
                + record("chr10 40 . A AT,C . PASS . GT 1/2")
                + record("chr10 50 . AT A,* . PASS . GT ./1")
                + record("chr10 60 . A <DEL> . PASS END=69 GT ./.")
                + record("chr10 70 . A T[chr1:5[ . PASS . GT 0/0")
                + record("chr10 80 . A . . PASS END=89 GT 0/0")
                + record("chr10 90 . A <NON_REF> . PASS END=99 GT 0/0")
                + record("chr10 100 . A R . PASS . GT 0/1")
                + record("chr10 101 . A C . PASS . GT 1")
                + record("chr10 102 . A C . PASS . GT 0/5"),
            VcfRequest.of(ORIGIN).everySample());
    assertThat(reading.recordsRead()).isEqualTo(11);
    assertThat(reading.recordsRefused()).isEqualTo(1);
    assertThat(reading.samples().getFirst().summary())
        .isEqualTo(
            new VcfSummary(
                11,
                5,
                2,
                1,
                2,
                2,
                3,
                2,
                3,
                Map.of(
                    Callability.CALLED_VARIANT, 1L + 1 + 3 + 1 + 1,
                    Callability.CALLED_REFERENCE, 20L,
                    Callability.NO_CALL, 2L + 1 + 1 + 1)));
  }

  /// Quality is never rounded up, and AD with a gap in it is not given.
  @Test
  void claimsNoMoreQualityThanIsThere() throws IOException {
    var calls =
        calls(
            record("chr10 100 . A C NaN q1;q2 . GT:AD:DP:GQ:FT 0/1:5,.:.:29.97:low"),
            at("10", 100));
    assertThat(calls.getFirst().quality())
        .isEqualTo(new CallQuality(null, 29, null, List.of("q1", "q2", "low"), List.of()));
    assertThat(calls.getFirst().state()).isEqualTo(Callability.FILTERED);
    assertThat(calls.getFirst().reason()).isEqualTo("FILTER q1;q2");
  }

  @Test
  void boundsWhatIsKept() {
    var limits = new VcfLimits(Limits.DEFAULT, 100, 100, 50);
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() ->
            CallReader.read(
                VcfFiles.input(ONE + record("chr10 1 . A C . PASS . GT 0/1").repeat(3)),
                VcfRequest.of(ORIGIN).loci(List.of(at("10", 1))),
                limits,
                problems))
        .satisfies(
            e -> assertThat(e.problem().values()).containsEntry("option", "--max-kept-bytes"));
  }

  private Problem assertRefused(String text, VcfRequest request, ProblemCode code) {
    try {
      read(text, request);
    } catch (BadInputException e) {
      assertThat(e.problem().code()).isEqualTo(code);
      return e.problem();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("not refused");
  }

  private VcfReading read(String text, VcfRequest request) throws IOException {
    return CallReader.read(VcfFiles.input(text), request, VcfLimits.DEFAULT, problems);
  }

  private List<Call> calls(String records, Locus locus) throws IOException {
    return read(ONE + records, VcfRequest.of(ORIGIN).loci(List.of(locus)))
        .samples()
        .getFirst()
        .calls();
  }

  private List<String> lookedAt(String records, VcfRequest request) throws IOException {
    return read(ONE + records, request).samples().getFirst().lookedAt().stream()
        .map(stretch ->
            "%s %s: %s %s"
                .formatted(
                    stretch.locus().display(),
                    stretch.state().code(),
                    stretch.reason(),
                    stretch.row() == null ? null : stretch.row().locator()))
        .collect(Collectors.toList());
  }

  private static String record(String columns) {
    return columns.replace(' ', '\t') + "\n";
  }

  private static Locus at(String contig, int position1) {
    return Locus.at(GenomeBuild.GRCH38, new Contig(contig), position1);
  }

  private static Locus stretch(int first1, int last1) {
    return new Locus(GenomeBuild.GRCH38, new Contig("10"), first1 - 1, last1);
  }
}
