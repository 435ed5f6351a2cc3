package org.idiome.genomics.vcf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.io.ByteText;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlleleSplitterTest {
  private static final String HEADER =
      """
      ##fileformat=VCFv4.5
      ##INFO=<ID=IA,Number=A,Type=Integer,Description="x">
      ##INFO=<ID=IR,Number=R,Type=String,Description="x">
      ##INFO=<ID=IG,Number=G,Type=Integer,Description="x">
      ##INFO=<ID=I1,Number=1,Type=Integer,Description="x">
      ##INFO=<ID=IF,Number=0,Type=Flag,Description="x">
      ##INFO=<ID=END,Number=1,Type=Integer,Description="x">
      ##FORMAT=<ID=GT,Number=1,Type=String,Description="x">
      ##FORMAT=<ID=AD,Number=R,Type=Integer,Description="x">
      ##FORMAT=<ID=PL,Number=G,Type=Integer,Description="x">
      ##FORMAT=<ID=FA,Number=A,Type=Integer,Description="x">
      ##FORMAT=<ID=LAA,Number=.,Type=Integer,Description="x">
      ##FORMAT=<ID=LAD,Number=LR,Type=Integer,Description="x">
      ##FORMAT=<ID=LFA,Number=LA,Type=Integer,Description="x">
      ##FORMAT=<ID=LPL,Number=LG,Type=Integer,Description="x">
      #CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO	FORMAT	S
      """;

  private static String record(String alternates, String info, String format, String sample) {
    return String.join("\t", "1", "10", "id", "AC", alternates, "9", "PASS", info, format, sample);
  }

  private static List<String> split(String alternates, String info, String format, String sample)
      throws IOException {
    var bytes =
        (HEADER + record(alternates, info, format, sample) + "\n").getBytes(StandardCharsets.UTF_8);
    try (var input = Input.of(new ByteArrayInputStream(bytes), "vcf", Limits.DEFAULT);
        var reader = new VcfReader(input, VcfLimits.DEFAULT, new Problems())) {
      assertThat(reader.next()).isTrue();
      assertThat(reader.record().isReadable()).isTrue();
      var splitter = new AlleleSplitter(reader, Set.of("GONE"));
      var lines = new ArrayList<String>();
      for (int i = 0; i < reader.record().alternateCount(); i++) {
        var as = new AlleleSplitter.Written(11, "C", reader.record().alternates().get(i));
        var line = new ByteText(1);
        splitter.line(i, as, List.of()).addTo(line);
        lines.add(new String(line.toBytes(), StandardCharsets.UTF_8));
      }
      return lines;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GONE=1, .",
    "GONE, .",
    "AF=1;GONE=1;GO=2, AF=1;GO=2",
    "GONE=1;AF=1, AF=1",
    "AF=1, AF=1",
    "., ."
  })
  void keysThatAreLeftOutAreGoneFromTheWholeRecord(String info, String left) throws IOException {
    var bytes =
        (HEADER + record("AT,AG", info, "GT", "1/2") + "\n").getBytes(StandardCharsets.UTF_8);
    try (var input = Input.of(new ByteArrayInputStream(bytes), "vcf", Limits.DEFAULT);
        var reader = new VcfReader(input, VcfLimits.DEFAULT, new Problems())) {
      assertThat(reader.next()).isTrue();
      var line = new ByteText(1);
      new AlleleSplitter(reader, Set.of("GONE")).line().addTo(line);
      assertThat(new String(line.toBytes(), StandardCharsets.UTF_8))
          .isEqualTo(record("AT,AG", left, "GT", "1/2"));
    }
  }

  /// VCF 4.3, section 1.4.2, and trap 1 of the specification: never a false claim of reference.
  @ParameterizedTest
  @CsvSource({
    "1/2, 1/., ./1",
    "0/2, 0/., 0/1",
    "1|1, 1|1, .|.",
    "./1, ./1, ./.",
    "2, ., 1",
    ".|2|0, .|.|0, .|1|0",
    "0/0, 0/0, 0/0",
    "., ., .",
    "/1|2, /1|., /.|1"
  })
  void anotherAlternateIsNeverReference(String genotype, String first, String second)
      throws IOException {
    var lines = split("AT,AG", ".", "GT", genotype);
    assertThat(lines.get(0)).endsWith("\tGT\t" + first);
    assertThat(lines.get(1)).endsWith("\tGT\t" + second);
  }

  @Test
  void valuesGoWithTheirAlleles() throws IOException {
    var lines =
        split(
            "AT,AG,<DEL>",
            "IA=1,2,3;IR=r,a,b,c;IG=0,1,2,3,4,5,6,7,8,9;I1=7;IF;END=12",
            "GT:AD:PL:FA",
            "1/3:5,6,7,8:0,1,2,3,4,5,6,7,8,9:1,2,3");
    assertThat(lines.get(0))
        .isEqualTo(
            "1\t11\tid\tC\tAT\t9\tPASS\tIA=1;IR=r,a;IG=0,1,2;I1=7;IF;END=11\tGT:AD:PL:FA"
                + "\t1/.:5,6:0,1,2:1");
    assertThat(lines.get(1)).contains("IA=2;IR=r,b;IG=0,3,5;").endsWith("./.:5,7:0,3,5:2");
    assertThat(lines.get(2))
        .contains("IA=3;IR=r,c;IG=0,6,9;I1=7;IF;END=12")
        .endsWith("./1:5,8:0,6,9:3");
  }

  @Test
  void genotypeValuesOfOneAndThreeCopies() throws IOException {
    var haploid = split("AT,AG", "IG=4,5,6", "GT:PL", "2:1,2,3");
    assertThat(haploid.get(1)).contains("IG=4,6").endsWith("1:1,3");
    var triploid = split("AT,AG", ".", "GT:PL", "0/1/2:0,1,2,3,4,5,6,7,8,9");
    // 000 001 011 111 002 012 112 022 122 222
    assertThat(triploid.get(0)).endsWith("0/1/.:0,1,2,3");
    assertThat(triploid.get(1)).endsWith("0/./1:0,4,7,9");
  }

  @Test
  void whatDoesNotFitItsCountIsMissingAndWhatIsMissingStays() throws IOException {
    var lines = split("AT,AG", "IA=1;GONE=3;IR=.;I1=;IG=1,2", "GT:AD:PL:FA", "0/1:1,2:.");
    assertThat(lines.get(0)).contains("IA=.;IR=.;I1=.;IG=.\t").endsWith("0/1:.:.");
  }

  @Test
  void localAllelesAreThoseOfTheSample() throws IOException {
    var lines = split("AT,AG,AA", ".", "GT:LAA:LAD:LPL", "0/3:1,3:9,0,8:0,1,2,3,4,5");
    assertThat(lines.get(0)).endsWith("0/.:1:9,0:0,1,2");
    assertThat(lines.get(1)).endsWith("0/.::9:0");
    assertThat(lines.get(2)).endsWith("0/1:1:9,8:0,3,5");
  }

  /// VCF 4.5: an empty list is one without alternates, `.` is not known.
  @Test
  void noLocalAlleleIsNotAMissingOne() throws IOException {
    var lines = split("AT,AG,AA", ".", "GT:LAA:LFA", "0/3:1,3:7,8");
    assertThat(lines.get(0)).endsWith("0/.:1:7");
    assertThat(lines.get(1)).endsWith("0/.::");
    assertThat(split("AT,AG", ".", "GT:LAA:LFA", "0/0::").get(0)).endsWith("\t0/0::");
    assertThat(split("AT,AG", ".", "GT:LAA:LFA", "0/0:.:.").get(0)).endsWith("\t0/0:.:.");
    // More values than alternates: what they are is not known.
    assertThat(split("AT,AG", ".", "GT:LAA:LFA", "0/2:2:7,8").get(0)).endsWith("\t0/.::.");
  }

  /// A sign that stands there already, against the specification, is not doubled.
  @ParameterizedTest
  @CsvSource({"I1=3;, I1=3;X=1", "I1=3, I1=3;X=1", "IF;, IF;X=1", "., X=1", "'', X=1"})
  void whatIsAddedStandsBehindOneSign(String info, String expected) throws IOException {
    var bytes = (HEADER + record("A", info, "GT", "0/1") + "\n").getBytes(StandardCharsets.UTF_8);
    try (var input = Input.of(new ByteArrayInputStream(bytes), "vcf", Limits.DEFAULT);
        var reader = new VcfReader(input, VcfLimits.DEFAULT, new Problems())) {
      assertThat(reader.next()).isTrue();
      var splitter = new AlleleSplitter(reader, Set.of());
      var as = new AlleleSplitter.Written(11, "C", "A");
      var lines = new ArrayList<ByteText>();
      for (int i = 0; i < 3; i++) {
        lines.add(new ByteText(1));
      }
      splitter.addTo(lines.get(0), new ByteText(1).put("X=1"));
      splitter.line().addTo(lines.get(1), "X=1");
      splitter.line(0, as, List.of("X=1")).addTo(lines.get(2));
      for (var line : lines) {
        assertThat(new String(line.toBytes(), StandardCharsets.UTF_8).split("\t", -1)[7])
            .isEqualTo(expected);
      }
    }
  }
}
