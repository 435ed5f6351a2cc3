package org.idiome.genomics.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.calls.FileContigs;
import org.idiome.genomics.consequence.Consequences;
import org.idiome.genomics.consequence.Term;
import org.idiome.genomics.gene.GeneReader;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.normalize.Normalizer;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.table.TableFields;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.genomics.vcf.VcfReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three genes: A on contig 1 forward, B on contig 2 forward, C on contig 2 reverse.
///
/// Each has exons of 30 bases at 101, 201, 301 and 401 (1-based), all of it coding; the second and
/// third begin in the middle of no codon, so that every junction keeps the frame. D, forward at
/// 2:2001, has exons of 31, 31 and 28 bases.
class StructuralTest {
  private static final String GENES =
      """
      ##gff-version 3
      1\t.\tgene\t101\t430\t.\t+\t.\tID=gene:A;Name=AAA
      1\t.\tmRNA\t101\t430\t.\t+\t.\tID=transcript:TA;Parent=gene:A;tag=MANE_Select
      1\t.\texon\t101\t130\t.\t+\t.\tParent=transcript:TA
      1\t.\texon\t201\t230\t.\t+\t.\tParent=transcript:TA
      1\t.\texon\t301\t330\t.\t+\t.\tParent=transcript:TA
      1\t.\texon\t401\t430\t.\t+\t.\tParent=transcript:TA
      1\t.\tCDS\t101\t130\t.\t+\t0\tParent=transcript:TA
      1\t.\tCDS\t201\t230\t.\t+\t0\tParent=transcript:TA
      1\t.\tCDS\t301\t330\t.\t+\t0\tParent=transcript:TA
      1\t.\tCDS\t401\t430\t.\t+\t0\tParent=transcript:TA
      2\t.\tgene\t101\t430\t.\t+\t.\tID=gene:B;Name=BBB
      2\t.\tmRNA\t101\t430\t.\t+\t.\tID=transcript:TB;Parent=gene:B;tag=MANE_Select
      2\t.\texon\t101\t130\t.\t+\t.\tParent=transcript:TB
      2\t.\texon\t201\t230\t.\t+\t.\tParent=transcript:TB
      2\t.\texon\t301\t330\t.\t+\t.\tParent=transcript:TB
      2\t.\texon\t401\t430\t.\t+\t.\tParent=transcript:TB
      2\t.\tCDS\t101\t130\t.\t+\t0\tParent=transcript:TB
      2\t.\tCDS\t201\t230\t.\t+\t0\tParent=transcript:TB
      2\t.\tCDS\t301\t330\t.\t+\t0\tParent=transcript:TB
      2\t.\tCDS\t401\t430\t.\t+\t0\tParent=transcript:TB
      2\t.\tgene\t1101\t1430\t.\t-\t.\tID=gene:C;Name=CCC
      2\t.\tmRNA\t1101\t1430\t.\t-\t.\tID=transcript:TC;Parent=gene:C;tag=MANE_Select
      2\t.\texon\t1101\t1130\t.\t-\t.\tParent=transcript:TC
      2\t.\texon\t1201\t1230\t.\t-\t.\tParent=transcript:TC
      2\t.\texon\t1401\t1430\t.\t-\t.\tParent=transcript:TC
      2\t.\tCDS\t1101\t1130\t.\t-\t0\tParent=transcript:TC
      2\t.\tCDS\t1201\t1230\t.\t-\t0\tParent=transcript:TC
      2\t.\tCDS\t1401\t1430\t.\t-\t0\tParent=transcript:TC
      2\t.\tgene\t2001\t2228\t.\t+\t.\tID=gene:D;Name=DDD
      2\t.\tmRNA\t2001\t2228\t.\t+\t.\tID=transcript:TD;Parent=gene:D;tag=MANE_Select
      2\t.\texon\t2001\t2031\t.\t+\t.\tParent=transcript:TD
      2\t.\texon\t2101\t2131\t.\t+\t.\tParent=transcript:TD
      2\t.\texon\t2201\t2228\t.\t+\t.\tParent=transcript:TD
      2\t.\tCDS\t2001\t2031\t.\t+\t0\tParent=transcript:TD
      2\t.\tCDS\t2101\t2131\t.\t+\t2\tParent=transcript:TD
      2\t.\tCDS\t2201\t2228\t.\t+\t1\tParent=transcript:TD
      """;

  private static final String HEADER =
      """
      ##fileformat=VCFv4.4
      ##contig=<ID=1,length=12000>
      ##contig=<ID=2,length=12000>
      ##FORMAT=<ID=GT,Number=1,Type=String,Description="g">
      ##FORMAT=<ID=CN,Number=1,Type=Float,Description="c">
      #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS
      """;

  @TempDir Path folder;
  private String one = "";
  private String two = "";

  @BeforeEach
  void write() throws IOException {
    one = contig(7, List.of(101, 201, 301, 401));
    two = contig(8, List.of(101, 201, 301, 401, 1101, 1201, 1401));
    Files.writeString(folder.resolve("genes.gff3"), GENES);
    Files.writeString(folder.resolve("r.fa"), ">1\n" + one + "\n>2\n" + two + "\n");
  }

  /// Exons of alanine, so that nothing in them begins or ends a protein.
  private static String contig(int seed, List<Integer> exons) {
    var random = new Random(seed);
    var bases = new StringBuilder();
    for (int i = 0; i < 12_000; i++) {
      bases.append("ACGT".charAt(random.nextInt(4)));
    }
    for (int exon : exons) {
      bases.replace(exon - 1, exon + 29, "GCCGCAGCGGCTGCAGCCGCGGCTGCCGCA");
    }
    return bases.toString();
  }

  private List<AnnotatedAllele> alleles(String... records) throws IOException {
    var vcf =
        Files.writeString(folder.resolve("in.vcf"), HEADER + String.join("\n", records) + "\n");
    var problems = new Problems();
    try (var reference = ReferenceFasta.open(folder.resolve("r.fa"), "r.fa");
        var input = Input.open(vcf, "in.vcf", Limits.DEFAULT);
        var reader = new VcfReader(input, VcfLimits.DEFAULT, problems)) {
      var contigs = new FileContigs(reader, reader.header());
      var normalizer = new Normalizer(reader, "in.vcf", contigs, reference, "r.fa");
      var models = GeneReader.read(folder.resolve("genes.gff3"), "genes", Limits.DEFAULT, problems);
      var annotator =
          new Annotator(
              reader,
              normalizer,
              reference,
              new Consequences(models, "genes", problems),
              0,
              new TableFields(List.of(), reader, contigs));
      var done = new java.util.ArrayList<AnnotatedAllele>();
      while (reader.next()) {
        if (reader.record().isReadable()) {
          annotator.tell(annotator.place()).forEach(record -> done.addAll(record.alleles()));
        }
      }
      annotator.end().forEach(record -> done.addAll(record.alleles()));
      return done;
    }
  }

  private static String record(int contig, int at1, String alternate, String info) {
    return contig + "\t" + at1 + "\t.\tN\t" + alternate + "\t.\t.\t" + info + "\tGT\t0/1";
  }

  /// Terms and notes of one transcript, the upstream and downstream ones left out.
  private String told(String transcript, String... records) throws IOException {
    var all =
        alleles(records).stream()
            .flatMap(allele -> allele.annotations().stream())
            .filter(told -> told.alone().transcript().id().equals(transcript))
            .filter(told -> !told.terms().contains(Term.UPSTREAM))
            .filter(told -> !told.terms().contains(Term.DOWNSTREAM))
            .map(StructuralTest::said)
            .distinct()
            .toList();
    return String.join(" | ", all);
  }

  private static String said(Annotation told) {
    return told.terms().stream().map(Term::code).collect(Collectors.joining("&"))
        + (told.notes().isEmpty() ? "" : " " + String.join(" ", told.notes()));
  }

  @Test
  void aWholeTranscriptIsGoneOrThereOnceMoreOrTurned() throws IOException {
    assertThat(told("TA", record(1, 50, "<DEL>", "SVLEN=500"))).isEqualTo("transcript_ablation");
    assertThat(told("TA", record(1, 50, "<DUP>", "SVLEN=500")))
        .isEqualTo("transcript_amplification");
    assertThat(told("TA", record(1, 50, "<INV>", "SVLEN=500")))
        .isEqualTo("coding_transcript_variant whole_inverted");
    assertThat(told("TA", record(1, 50, "<CNV>", "SVLEN=500")))
        .isEqualTo("coding_transcript_variant amount_not_known");
    assertThat(told("TA", record(1, 50, "<CN0>", "END=550"))).isEqualTo("transcript_ablation");
  }

  @Test
  void theSampleSaysWhetherThereIsMoreOrLess() throws IOException {
    var record = "1\t50\t.\tN\t<CNV>\t.\t.\tSVLEN=500\tGT:CN\t0/1:";
    assertThat(told("TA", record + "1")).isEqualTo("transcript_ablation");
    assertThat(told("TA", record + "4")).isEqualTo("transcript_amplification");
    assertThat(told("TA", record + "2")).contains("amount_not_known");
    assertThat(told("TA", record + ".")).contains("amount_not_known");
  }

  @Test
  void aDeletionIsToldAsItsBasesAre() throws IOException {
    var bases = one.substring(203, 208);
    var written = told("TA", "1\t204\t.\t" + bases + "\t" + bases.charAt(0) + "\t.\t.\t.\tGT\t0/1");
    var symbolic = told("TA", record(1, 204, "<DEL>", "SVLEN=4"));
    assertThat(written).startsWith("frameshift_variant");
    assertThat(symbolic).contains("frameshift_variant&feature_truncation");
    assertThat(told("TA", record(1, 204, "N[1:209[", "."), record(1, 209, "]1:204]N", ".")))
        .isEqualTo(symbolic);
    assertThat(told("TA", record(1, 204, "<DEL>", "END=208"))).isEqualTo(symbolic);
  }

  @Test
  void deletedExonsAreNamedWithTheirFrame() throws IOException {
    // From the first intron to the third: exons 2 and 3 are gone, 60 bases.
    assertThat(told("TA", record(1, 150, "<DEL>", "SVLEN=200")))
        .isEqualTo(
            "splice_acceptor_variant&splice_donor_variant&feature_truncation"
                + "&coding_sequence_variant&intron_variant over_junction"
                + " exons_joined:1::4:in_frame");
    // Exon 2 of D has 31 bases.
    assertThat(told("TD", record(2, 2050, "<DEL>", "SVLEN=100")))
        .contains("exons_joined:1::3:out_of_frame");
    assertThat(told("TD", record(2, 2050, "<DEL>", "SVLEN=20")))
        .isEqualTo("feature_truncation&intron_variant");
    assertThat(told("TD", record(2, 2050, "<DUP>", "SVLEN=100")))
        .contains("feature_elongation", "exons_joined:2::2:out_of_frame");
  }

  @Test
  void endsThatAreNotKnownClaimNoFrame() throws IOException {
    var told = told("TA", record(1, 150, "<DEL>", "SVLEN=200;IMPRECISE"));
    assertThat(told)
        .contains("breakpoint_not_exact", "exons_joined:1::4:frame_not_assessed_breakpoint");
    // Within the introns: whichever it is, the same exons are gone.
    assertThat(told("TA", record(1, 150, "<DEL>", "SVLEN=200;IMPRECISE;CIPOS=-9,9;CIEND=-9,9")))
        .contains("breakpoint_not_exact", "exons_joined:1::4:in_frame");
    assertThat(told("TA", record(1, 150, "<DEL>", "SVLEN=200;IMPRECISE;CIPOS=-30,0;CIEND=0,0")))
        .contains("exons_joined:breakpoint_not_exact");
  }

  @Test
  void eachAlternateMayHaveAnIntervalOfItsOwn() throws IOException {
    var info = "SVLEN=200,200;CIPOS=0,0,-30,30;CIEND=0,0,-5,5";
    var told = told("TA", record(1, 150, "<DEL>,<DEL>", info)).split(" \\| ", -1);
    assertThat(told[0]).endsWith("over_junction exons_joined:1::4:in_frame");
    assertThat(told[1]).endsWith("breakpoint_not_exact exons_joined:breakpoint_not_exact");
    // What cannot be read bounds nothing.
    assertThat(told("TA", record(1, 150, "<DEL>", "SVLEN=200;CIPOS=0,0,1;CIEND=0,0,1")))
        .contains("exons_joined:1::4:frame_not_assessed_breakpoint");
  }

  @Test
  void repeatsAreToldAsTheirBasesAre() throws IOException {
    // GCC GCA GCG: the second codon of exon 2 is the stretch.
    var thrice = told("TA", "1\t203\t.\tC\tCGCAGCA\t.\t.\t.\tGT\t0/1");
    assertThat(thrice).startsWith("inframe_insertion");
    assertThat(told("TA", record(1, 203, "<CNV:TR>", "SVLEN=3;RN=1;RUS=GCA;RUC=3")))
        .isEqualTo(thrice);
    assertThat(told("TA", record(1, 203, "<CNV:TR>", "SVLEN=3;RUS=GCA;RB=9"))).isEqualTo(thrice);
    var mixed = told("TA", "1\t203\t.\tC\tCGCAGCATTATG\t.\t.\t.\tGT\t0/1");
    assertThat(mixed).startsWith("frameshift_variant");
    var second = "SVLEN=3,3;RN=1,2;RUS=GCA,GCA,TTATG;RUC=1,2,1;RB=3,6,5";
    assertThat(told("TA", record(1, 203, "<CNV:TR>,<CNV:TR>", second))).isEqualTo(mixed);
    assertThat(alleles(record(1, 203, "<CNV:TR>", "SVLEN=3;RUS=GCA;RUC=1")).getFirst().notes())
        .containsExactly("as_in_reference");
  }

  @Test
  void repeatsThatAreNotKnownToTheBaseClaimNone() throws IOException {
    var more = "feature_elongation&coding_sequence_variant breakpoint_not_exact";
    var unknown = "coding_sequence_variant amount_not_known breakpoint_not_exact";
    for (var info :
        List.of("RUS=GCA;RUC=2.5", "RUL=3;RUC=20", "RUS=GCA;RB=7", "RUS=GCA;RUC=3;CIRUC=-1,1")) {
      assertThat(told("TA", record(1, 203, "<CNV:TR>", "SVLEN=3;" + info)))
          .as(info)
          .isEqualTo(more);
    }
    for (var info :
        List.of("RUS=GC;RUC=0.5", "RUS=GCA;RUC=3;RB=60", "RUS=GCA", "RN=2;RUS=GCA;RUC=9")) {
      assertThat(told("TA", record(1, 203, "<CNV:TR>", "SVLEN=3;" + info)))
          .as(info)
          .isEqualTo(unknown);
    }
  }

  @Test
  void homologyAtTheEndsIsNoDoubt() throws IOException {
    // GCCGCAGCGG: the second and third codon begin alike; two bases can be rolled over one.
    var exact = told("TA", record(1, 203, "<DUP>", "SVLEN=3"));
    assertThat(exact).startsWith("feature_elongation&inframe_insertion");
    int room = 0;
    while (one.charAt(203 + room) == one.charAt(206 + room)) {
      room++;
    }
    assertThat(told("TA", record(1, 203, "<DUP>", "SVLEN=3;CIPOS=0," + room))).isEqualTo(exact);
    assertThat(told("TA", record(1, 203, "<DUP>", "SVLEN=3;CIPOS=0," + (room + 1))))
        .contains("breakpoint_not_exact");
    assertThat(told("TA", record(1, 203, "<DUP>", "SVLEN=3;CIPOS=-40,0")))
        .contains("breakpoint_not_exact");
    assertThat(told("TA", record(1, 203, "<DUP>", "SVLEN=3;CIPOS=x")))
        .contains("breakpoint_not_exact");
  }

  @Test
  void amountAloneJoinsNothing() throws IOException {
    assertThat(told("TA", record(1, 150, "<DEL>", "SVLEN=200;SVCLAIM=D")))
        .contains("feature_truncation", "breakpoint_not_exact")
        .doesNotContain("exons_joined");
    assertThat(told("TA", record(1, 50, "<DEL>", "SVLEN=500;SVCLAIM=J")))
        .isEqualTo("coding_transcript_variant amount_not_known");
  }

  @Test
  void aJoinOfTwoGenesIsNamedFromBothSides() throws IOException {
    // The begin of A up to intron 2, then B from intron 3 on; both forward.
    var left = record(1, 250, "N[2:351[", ".");
    var right = record(2, 351, "]1:250]N", ".");
    var fusion = "fusion:AAA(TA)_exon_2::BBB(TB)_exon_4:in_frame";
    assertThat(told("TA", left, right)).isEqualTo("feature_truncation&intron_variant " + fusion);
    assertThat(told("TB", left, right)).isEqualTo("feature_truncation&intron_variant " + fusion);
    // Into D, whose second exon begins inside a codon.
    assertThat(told("TA", record(1, 250, "N[2:2060[", ".")))
        .contains("fusion:AAA(TA)_exon_2::DDD(TD)_exon_2:out_of_frame");
  }

  @Test
  void strandsDecideWhatReadsIntoWhat() throws IOException {
    // C reads from right to left: its end is the part before the cut.
    assertThat(told("TA", record(1, 250, "N]2:1300]", ".")))
        .contains("fusion:AAA(TA)_exon_2::CCC(TC)_exon_2:in_frame");
    assertThat(told("TA", record(1, 250, "N[2:1300[", ".")))
        .contains("joined_to:CCC(TC):opposite_strands_joined");
    assertThat(told("TA", record(1, 250, "N[2:9000[", "."))).contains("joined_to:2:9000");
    // The end of A is kept: B's begin reads into it.
    assertThat(told("TA", record(1, 250, "]2:150]N", ".")))
        .contains("fusion:BBB(TB)_exon_1::AAA(TA)_exon_3:in_frame");
  }

  @Test
  void cutsInExonsJoinTheirBases() throws IOException {
    // 9 bases of exon 2 of A, then B from its exon 3 on, 9 bases in.
    assertThat(told("TA", record(1, 209, "N[2:310[", ".")))
        .contains("coding_sequence_variant", "_exon_2::BBB(TB)_exon_3:in_frame");
    assertThat(told("TA", record(1, 209, "NA[2:310[", "."))).contains(":out_of_frame");
    assertThat(told("TA", record(1, 209, "NACG[2:310[", "."))).contains(":in_frame");
    assertThat(told("TA", record(1, 209, "N[2:350[", ".")))
        .contains("frame_not_assessed_exon_joined_to_intron");
  }

  @Test
  void aDeletionBetweenGenesFusesThem() throws IOException {
    assertThat(told("TB", record(2, 350, "<DEL>", "END=2150")))
        .contains("fusion:BBB(TB)_exon_3::DDD(TD)_exon_3:out_of_frame");
    // Turned round from intron 3 of B to intron 1 of C: two joins, B into C and C into B's end.
    assertThat(told("TB", record(2, 350, "<INV>", "END=1300")))
        .contains("fusion:BBB(TB)_exon_3::CCC(TC)_exon_2:in_frame")
        .contains("fusion:CCC(TC)_exon_1::BBB(TB)_exon_4:in_frame");
  }

  @Test
  void somethingPutInIsToldByItsPlace() throws IOException {
    assertThat(told("TA", record(1, 210, "<INS:ME:ALU>", ".")))
        .isEqualTo("feature_elongation&coding_sequence_variant");
    assertThat(told("TA", record(1, 160, "<INS>", "SVLEN=300")))
        .isEqualTo("feature_elongation&intron_variant");
    assertThat(told("TA", record(1, 210, "N.", "."))).startsWith("feature_truncation");
  }

  @Test
  void otherWritersSayWhereTheOtherEndIs() throws IOException {
    assertThat(told("TA", record(1, 250, "<TRA>", "CHR2=2;END=350;CT=3to5")))
        .contains("fusion:AAA(TA)_exon_2::BBB(TB)_exon_4:in_frame");
  }

  @Test
  void theEndsOfAContigArePlaces() throws IOException {
    var first = record(1, 0, "]1:6000]N", ".");
    var last = record(1, 12_001, "N[2:5000[", ".");
    assertThat(alleles(first, last)).allSatisfy(allele -> assertThat(allele.notes()).isEmpty());
    assertThat(told("TA", first)).contains("amount_not_known");
  }

  /// Whatever stands in a structural record ends in an answer or a named refusal.
  @Test
  void changedRecordsEndInAnAnswer() throws IOException {
    var random = new Random(11);
    var seeds =
        List.of(
            record(1, 150, "<DEL>", "SVLEN=200;IMPRECISE;CIPOS=-9,9;CIEND=-9,9"),
            record(2, 350, "N[2:2060[", "SVTYPE=BND;MATEID=x"),
            record(2, 1250, "]1:12000]NA", "CIPOS=0,5"),
            record(1, 0, "<CNV>", "END=12000"),
            record(2, 12_000, "<TRA>", "CHR2=1;END=4;CT=3to5"));
    int told = 0;
    for (int file = 0; file < 400; file++) {
      var records = new String[5];
      for (int i = 0; i < records.length; i++) {
        var text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
        for (int k = random.nextInt(4); k > 0; k--) {
          int at = random.nextInt(text.length() - 7);
          switch (random.nextInt(3)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, "0123456789-[]<>=;,:".charAt(random.nextInt(19)));
            default -> text.setCharAt(at, "0123456789NACGT.:".charAt(random.nextInt(17)));
          }
        }
        records[i] = text.toString();
      }
      try {
        told += alleles(records).size();
      } catch (BadInputException e) {
        assertThat(e.problem().code().code()).isNotEmpty();
      }
    }
    assertThat(told).isGreaterThan(500);
  }

  @Test
  void whatCannotBeToldSaysWhy() throws IOException {
    assertThat(alleles(record(1, 210, "<DEL>", ".")).getFirst().notes())
        .containsExactly("end_not_known");
    assertThat(alleles(record(1, 210, "<WHAT>", "END=300")).getFirst().notes())
        .containsExactly("symbol_not_known");
    assertThat(alleles(record(1, 210, "<DEL>", "END=13000")).getFirst().notes())
        .containsExactly("beyond_contig");
    assertThat(alleles(record(1, 210, "N[1:211[", ".")).getFirst().notes())
        .containsExactly("as_in_reference");
  }
}
