package org.idiome.genomics.liftover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.vcf.VcfFiles;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.genomics.vcf.VcfReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All expected lines are worked out by hand.
class LiftedVcfTest {
  private static final String CHAIN =
      """
      chain 100 s 32 + 0 26 t 33 + 0 24 1
      12 2 0
      12

      chain 50 s 32 + 26 32 t 33 - 0 6 2
      6
      """;

  private static final String SOURCE = "GATTACAGATTACCGGCATCATCATCAACTGC";

  /// C stands where the source has A, at 5. What follows 27 is the end of the source, reversed.
  private static final String TARGET = "GATTCCAGATTAGGCATCATCATCTTTGCAGTT";

  private static final String HEADER =
      """
      ##fileformat=VCFv4.3
      ##reference=old.fa
      ##contig=<ID=s,length=32>
      ##INFO=<ID=AC,Number=A,Type=Integer,Description="x">
      ##INFO=<ID=AF,Number=A,Type=Float,Description="x">
      ##INFO=<ID=AN,Number=1,Type=Integer,Description="x">
      ##INFO=<ID=RO,Number=1,Type=Integer,Description="x">
      ##INFO=<ID=CSQ,Number=.,Type=String,Description="x">
      ##INFO=<ID=LR,Number=R,Type=Integer,Description="x">
      ##FORMAT=<ID=GT,Number=1,Type=String,Description="x">
      ##FORMAT=<ID=AD,Number=R,Type=Integer,Description="x">
      ##FORMAT=<ID=PL,Number=G,Type=Integer,Description="x">
      ##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="x">
      ##FORMAT=<ID=RO,Number=1,Type=Integer,Description="x">
      """;

  private static final String SITES = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";

  @TempDir Path folder;

  /// What came out.
  private record Lift(
      List<String> header, List<String> records, List<String> failed, LiftoverTally tally) {
    /// Place, alleles and INFO of each.
    List<String> sites() {
      return records.stream()
          .map(line -> line.split("\t"))
          .map(columns ->
              String.join(" ", columns[0], columns[1], columns[3], columns[4], columns[7]))
          .map(line -> line.replaceAll("[ ;]LIFTED_FROM=[^; ]*;?", " ").strip())
          .toList();
    }
  }

  private Lift lift(String vcf, String chain, @Nullable String source, boolean isExchanging)
      throws IOException {
    return lift(vcf, chain, source, TARGET, isExchanging);
  }

  private Lift lift(
      String vcf, String chain, @Nullable String source, String target, boolean isExchanging)
      throws IOException {
    var there = MadeAssemblies.fasta(folder, "t", target);
    var here = source == null ? null : MadeAssemblies.fasta(folder, "s", source);
    var failed = new ArrayList<String>();
    try (var opened = ReferenceFasta.open(there, "t.fa");
        var from = here == null ? null : ReferenceFasta.open(here, "s.fa");
        var reader = new VcfReader(VcfFiles.input(vcf), VcfLimits.DEFAULT, new Problems());
        var lifted =
            new LiftedVcf(
                reader,
                "x.vcf",
                new Liftover(
                    MadeAssemblies.read(chain), new TargetContigs(opened), from, isExchanging),
                "x.chain",
                (record, reason) -> failed.add(record.position1() + " " + reason.code()))) {
      while (reader.next()) {
        assertThat(reader.record().isReadable()).isTrue();
        lifted.add();
      }
      lifted.check();
      var out = new ByteArrayOutputStream();
      lifted.writeTo(out);
      var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
      return new Lift(
          lines.stream().filter(line -> line.startsWith("#")).toList(),
          lines.stream().filter(line -> !line.startsWith("#")).toList(),
          failed,
          lifted.tally());
    }
  }

  private static String site(int position, String ref, String alt, String info) {
    return "s\t" + position + "\t.\t" + ref + "\t" + alt + "\t.\t.\t" + info + "\n";
  }

  @Test
  void recordsAreSortedUnderTheContigsOfTheTarget() throws IOException {
    var lift =
        lift(
            HEADER
                + SITES
                + site(6, "C", "T", "CSQ=x")
                + site(27, "A", "G", ".")
                + site(31, "G", "T", "AA=G"),
            CHAIN,
            null,
            false);
    assertThat(lift.header())
        .contains("##contig=<ID=t,length=33>")
        .noneMatch(line -> line.contains("ID=s,") || line.startsWith("##reference"));
    assertThat(lift.records())
        .containsExactly(
            "t\t6\t.\tC\tT\t.\t.\tLIFTED_FROM=s|6|C|T;LIFTED_WITHOUT",
            "t\t29\t.\tC\tA\t.\t.\tLIFTED_FROM=s|31|G|T;LIFTED_NOTE=reversed;LIFTED_WITHOUT",
            "t\t33\t.\tT\tC\t.\t.\tLIFTED_FROM=s|27|A|G;LIFTED_NOTE=reversed");
    assertThat(lift.tally().reversed()).isEqualTo(2);
  }

  /// What repeats the bases of its allele says them of the source.
  @Test
  void entriesOfAllelesThatAreSpelledOtherwiseAreLeftOut() throws IOException {
    var definition =
        "##INFO=<ID=SpliceAI,Number=.,Type=String,Description=\"Scores. Format: ALLELE|SYMBOL\">\n";
    var lift =
        lift(
            HEADER
                + definition
                + SITES
                + site(6, "C", "T", "SpliceAI=T|G")
                + site(31, "G", "T", "SpliceAI=T|G"),
            CHAIN,
            null,
            false);
    assertThat(lift.records())
        .containsExactly(
            "t\t6\t.\tC\tT\t.\t.\tSpliceAI=T|G;LIFTED_FROM=s|6|C|T",
            "t\t29\t.\tC\tA\t.\t.\tLIFTED_FROM=s|31|G|T;LIFTED_NOTE=reversed;LIFTED_WITHOUT");
  }

  private static String samples(String alt, String info, String format, String... samples) {
    var names = new StringBuilder();
    for (int i = 0; i < samples.length; i++) {
      names.append("\tp").append(i);
    }
    return HEADER
        + SITES.replace("INFO\n", "INFO\tFORMAT" + names + "\n")
        + site(5, "A", alt, info).replace("\n", "\t")
        + format
        + "\t"
        + String.join("\t", samples)
        + "\n";
  }

  @Test
  void anExchangedReferenceIsToldAnew() throws IOException {
    var vcf =
        samples(
            "C",
            "AC=3;AF=0.25;AN=12;DP=7;RO=4;LR=1,2",
            "GT:AD:PL:GQ:RO",
            "0/1:10,20:50,0,40:9:3",
            "1|1:0,9:9,8,7:9:3",
            "./1:1,2:.:9:3",
            "0:3,4:5,6:9:3",
            "0/1/1:3,4:1,2,3,4:9:3",
            ".");
    assertThat(lift(vcf, CHAIN, null, true).records())
        .containsExactly(
            "t\t5\t.\tC\tA\t.\t.\tAC=9;AF=0.75;AN=12;DP=7;LR=2,1;LIFTED_FROM=s|5|A|C"
                + ";LIFTED_NOTE=exchanged;LIFTED_WITHOUT\tGT:AD:PL:GQ:RO\t1/0:20,10:40,0,50:9:."
                + "\t0|0:9,0:7,8,9:9:.\t./0:2,1:.:9:.\t1:4,3:6,5:9:.\t1/0/0:4,3:4,3,2,1:9:.\t.");
    var refused =
        lift(vcf + "s\t6\t.\tC\tT\t.\t.\t.\tGT" + "\t0".repeat(6) + "\n", CHAIN, null, false);
    assertThat(refused.failed()).containsExactly("5 reference_swapped");
    assertThat(refused.records()).hasSize(1);
  }

  @Test
  void ofSeveralAlternatesTheRightOneIsExchanged() throws IOException {
    var vcf = samples("G,C", "AF=0.1,0.2;AC=1,2", "GT:AD:PL", "1/2:1,2,3:10,11,12,13,14,15");
    assertThat(lift(vcf, CHAIN, null, true).records())
        .containsExactly(
            "t\t5\t.\tC\tG,A\t.\t.\tAF=0.1,0.7;AC=1,.;LIFTED_FROM=s|5|A|G/C"
                + ";LIFTED_NOTE=exchanged\tGT:AD:PL\t1/0:3,2,1:15,14,12,13,11,10");
  }

  @Test
  void localAllelesAreNotExchanged() throws IOException {
    var vcf =
        samples("C", ".", "GT:LAA", "0/1:1").replace("VCFv4.3", "VCFv4.5")
            + "s\t6\t.\tC\tT\t.\t.\t.\tGT\t0/1\n";
    assertThat(lift(vcf, CHAIN, null, true).failed()).containsExactly("5 not_supported");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        // pos; ref; alt; info -> what comes out, without where it came from
        "3;T;<DEL>;\"END=8;SVLEN=-5\";\"t 3 T <DEL> END=8;SVLEN=-5\"",
        "5;A;<DUP>;\"END=8;SVLEN=3\";\"t 5 C <DUP> END=8;SVLEN=3\"",
        "27;A;<DEL>;\"END=30;SVLEN=-3;CIPOS=-1,2;CIEND=0,3\";"
            + "\"t 29 C <DEL> END=32;SVLEN=-3;CIPOS=-3,0;CIEND=-2,1 LIFTED_NOTE=reversed\"",
        "3;T;<INS>;END=3;\"t 3 T <INS> END=3\"",
        "28;A;<INS>;\"END=28;SVLEN=9\";\"t 31 G <INS> END=31;SVLEN=9 LIFTED_NOTE=reversed\"",
        "3;T;T[s:28[;.;\"t 3 T T]t:32]\"",
        "28;A;]s:3]A;.;\"t 32 T T]t:3] LIFTED_NOTE=reversed\"",
        "28;A;]s:3]GGA;.;\"t 32 T TCC]t:3] LIFTED_NOTE=reversed\"",
        "28;A;A[s:30[;.;\"t 32 T ]t:30]T LIFTED_NOTE=reversed\"",
        "28;A;.CA;.;\"t 32 T TG. LIFTED_NOTE=reversed\"",
        "3;T;TA.;.;\"t 3 T TA.\"",
        "3;N;N[s:6[;.;\"t 3 T T[t:6[\"",
        // The base that stands in the place of REF on the joined copy is still the source's.
        "5;A;A[s:8[;.;\"t 5 C A[t:8[\""
      })
  void structuralRecords(int position, String ref, String alt, String info, String expected)
      throws IOException {
    var sites = lift(HEADER + SITES + site(position, ref, alt, info), CHAIN, null, false).sites();
    assertThat(sites).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "1;G;<DEL>;END=26;length_changed",
        "3;T;<DEL>;END=29;ends_apart",
        "3;T;<DEL>;.;no_end",
        "3;T;<DEL>;END=13;unmapped",
        "12;A;<INS>;END=12;unmapped",
        "3;T;T[s:13[;.;mate_not_lifted",
        "3;T;T[u:13[;.;mate_not_lifted",
        "3;T;T[s:33[;.;mate_not_lifted",
        "13;C;C[s:3[;.;unmapped",
        "3;T;<TRA>;\"CHR2=s;END=9\";not_supported",
        "3;T;\"<DEL>,C\";END=9;not_supported",
        "3;T;<NON_REF>;END=9;block_needs_source"
      })
  void structuralRecordsWithoutAPlace(
      int position, String ref, String alt, String info, String reason) throws IOException {
    var vcf = HEADER + SITES + site(position, ref, alt, info) + site(6, "C", "T", ".");
    assertThat(lift(vcf, CHAIN, null, false).failed()).containsExactly(position + " " + reason);
  }

  @Test
  void aBlockOfReferenceIsOneOnlyWhereTheAssembliesAreAlike() throws IOException {
    var vcf =
        HEADER
            + SITES
            + site(1, "G", "<NON_REF>", "END=13")
            + site(14, "C", "<NON_REF>", "END=16")
            + site(27, "A", ".", "END=32");
    var lift = lift(vcf, CHAIN, SOURCE, false);
    assertThat(lift.sites())
        .containsExactly(
            "t 1 G <NON_REF> END=4 LIFTED_NOTE=part",
            "t 6 C <NON_REF> END=12 LIFTED_NOTE=part",
            "t 13 G <NON_REF> END=14 LIFTED_NOTE=part",
            "t 28 G . END=33 LIFTED_NOTE=reversed,part");
    assertThat(lift.tally().parts()).isEqualTo(4);
    // The one that differs, and two that the target does not have.
    assertThat(lift.tally().lostBases()).isEqualTo(3);
  }

  @Test
  void aSourceThatIsAnotherIsNoticed() throws IOException {
    var vcf = HEADER + SITES + site(3, "G", "C", ".") + site(6, "C", "T", ".");
    assertThat(lift(vcf, CHAIN, SOURCE, false).failed()).containsExactly("3 source_differs");
  }

  @Test
  void whatComesToLieOnAnotherMoleculeIsNotInPhaseWithIt() throws IOException {
    var chain = CHAIN + "\nchain 1 u 9 + 0 3 t 33 + 24 27 3\n3\n";
    var vcf =
        HEADER
            + SITES.replace("INFO\n", "INFO\tFORMAT\tp\n")
            + "s\t6\t.\tC\tT\t.\t.\t.\tGT\t0|1\nu\t2\t.\tT\tC\t.\t.\t.\tGT\t0|1\n";
    var lift = lift(vcf, chain, null, false);
    assertThat(lift.records())
        .containsExactly(
            "t\t6\t.\tC\tT\t.\t.\tLIFTED_FROM=s|6|C|T\tGT\t0|1",
            "t\t26\t.\tT\tC\t.\t.\tLIFTED_FROM=u|2|T|C;LIFTED_NOTE=unphased\tGT\t0/1");
    assertThat(lift.tally().unphased()).isEqualTo(1);
  }

  private static ProblemCode code(ThrowingCallable call) {
    return catchThrowableOfType(BadInputException.class, call).problem().code();
  }

  @Test
  void aChainOfOtherSequencesIsRefused() {
    var vcf = HEADER + SITES + site(6, "C", "T", ".");
    var other = vcf.replace("length=32", "length=31");
    assertThat(code(() -> lift(other, CHAIN, null, false)))
        .isEqualTo(ProblemCode.CHAIN_OTHER_BUILD);
    assertThat(code(() -> lift(vcf, CHAIN, SOURCE + "A", false)))
        .isEqualTo(ProblemCode.CHAIN_OTHER_BUILD);
    assertThat(code(() -> lift(vcf, CHAIN, null, TARGET + "A", false)))
        .isEqualTo(ProblemCode.CHAIN_OTHER_BUILD);
  }

  @Test
  void aTargetThatDoesNotFitIsRefused() {
    var vcf = new StringBuilder(HEADER + SITES);
    for (int at = 15; at <= 26; at++) {
      vcf.append(site(at, SOURCE.substring(at - 1, at), "<*>", "."));
    }
    assertThat(code(() -> lift(vcf.toString(), CHAIN, null, "A".repeat(33), false)))
        .isEqualTo(ProblemCode.LIFTOVER_DIFFERS);
  }

  @Test
  void aFileOfWhichNothingIsLiftedIsRefused() {
    var vcf = HEADER + SITES + site(6, "C", "T", ".").replace("s\t", "v\t");
    assertThat(code(() -> lift(vcf, CHAIN, null, false))).isEqualTo(ProblemCode.LIFTOVER_NOTHING);
  }
}
