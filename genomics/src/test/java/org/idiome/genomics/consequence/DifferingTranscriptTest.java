package org.idiome.genomics.consequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.gene.Difference;
import org.idiome.genomics.gene.Transcript;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.reference.Window;
import org.junit.jupiter.api.Test;

/// Transcripts of RefSeq whose own sequence is another than that of the reference: what their
/// codons and their places are is not known, and is not told as if it were.
class DifferingTranscriptTest {
  /// Two exons, `AACATGGC` and `CTGACC`, with an intron `GTAAGTTAG` between; coding from ATG to
  /// TGA.
  private static final String BASES = "TT" + "AACATGGC" + "GTAAGTTAG" + "CTGACC" + "GG";

  private static final String COMPARED = " compared to this genomic sequence;";
  private static final String EXCEPTION =
      "exception=annotated by transcript or proteomic data;Note=The RefSeq transcript has ";

  /// @param more attributes of the messenger
  private static String gff(String more, int[][] exons, int[][] coding) {
    return Models.gff('+', exons, coding).replace("ID=transcript:T;", "ID=transcript:T;" + more);
  }

  private static String gff(String more) {
    return gff(more, new int[][] {{3, 10}, {20, 25}}, new int[][] {{6, 10, 0}, {20, 23, 1}});
  }

  private static String told(String gff, int start0, String alternate) throws IOException {
    var window = new Window(BASES);
    var form = NormalForm.of(window, start0, BASES.substring(start0, start0 + 1), alternate);
    var one = new Consequences(Models.of(gff), "models", new Problems()).of("c", window, form);
    var only = one.getFirst();
    return String.join("&", only.codes())
        + " "
        + only.hgvs()
        + " "
        + only.proteinHgvs()
        + " "
        + only.notes();
  }

  @Test
  void whereBasesAreOthersNoneOfAnExonIsDescribed() throws IOException {
    var gff = gff(EXCEPTION + "2 substitutions" + COMPARED);
    assertThat(told(gff, 4, "A")).isEqualTo("5_prime_UTR_variant null p.(=) [TRANSCRIPT_DIFFERS]");
    assertThat(told(gff, 5, "C"))
        .isEqualTo("coding_sequence_variant null p.? [TRANSCRIPT_DIFFERS]");
    assertThat(told(gff, 23, "A")).isEqualTo("3_prime_UTR_variant null p.(=) [TRANSCRIPT_DIFFERS]");
    // Introns are those of the contig, and exons have as many bases.
    assertThat(told(gff, 14, "C"))
        .startsWith("splice_donor_5th_base_variant&")
        .endsWith("&intron_variant c.5+5G>C p.? [TRANSCRIPT_DIFFERS]");
  }

  @Test
  void whereBasesAreMoreOrFewerNothingIsCounted() throws IOException {
    for (var words : List.of("1 frameshift", "1 substitution%2C 1 non-frameshifting indel")) {
      var gff = gff(EXCEPTION + words + COMPARED);
      assertThat(told(gff, 14, "C"))
          .startsWith("splice_donor_5th_base_variant&")
          .endsWith("&intron_variant null p.? [TRANSCRIPT_DIFFERS]");
      assertThat(told(gff, 8, "GA"))
          .isEqualTo("splice_region_variant&coding_sequence_variant null p.? [TRANSCRIPT_DIFFERS]");
    }
  }

  @Test
  void whereTheProteinAloneIsAnotherPlacesAreDescribed() throws IOException {
    var gff = gff("").replace("\t0\tParent", "\t0\texception=mismatches in translation;Parent");
    assertThat(told(gff, 7, "C"))
        .isEqualTo("splice_region_variant&coding_sequence_variant c.3G>C p.? [TRANSCRIPT_DIFFERS]");
  }

  @Test
  void withoutTranslationTooNothingIsCounted() throws IOException {
    var gff =
        gff(EXCEPTION + "1 frameshift" + COMPARED, new int[][] {{3, 10}, {20, 25}}, new int[0][]);
    assertThat(told(gff, 4, "A"))
        .isEqualTo("non_coding_transcript_exon_variant null null [TRANSCRIPT_DIFFERS]");
  }

  /// RefSeq shows a base more or less by an "intron" of one or two bases.
  @Test
  void aStepOfOneBaseIsNoIntron() throws IOException {
    int[][] exons = {{3, 12}, {14, 25}};
    int[][] coding = {{6, 12, 0}, {14, 23, 2}};
    var stepped = transcript(gff(EXCEPTION + "1 frameshift" + COMPARED, exons, coding));
    assertThat(stepped.exons()).isEqualTo(1);
    assertThat(stepped.difference()).isEqualTo(Difference.LENGTH);
    assertThat(told(gff(EXCEPTION + "1 frameshift" + COMPARED, exons, coding), 13, "C"))
        .isEqualTo("coding_sequence_variant null p.? [TRANSCRIPT_DIFFERS]");
    assertThat(told(gff(EXCEPTION + "1 substitution" + COMPARED, exons, coding), 12, "C"))
        .isEqualTo("coding_sequence_variant null p.? [TRANSCRIPT_DIFFERS]");
    assertThat(transcript(gff("", exons, coding)).exons()).isEqualTo(2);
    // Nothing is said of the difference, and the accession is one of RefSeq.
    var bare = gff("transcript_id=NM_1.2;", exons, coding);
    assertThat(transcript(bare).exons()).isEqualTo(1);
    assertThat(transcript(bare).difference()).isEqualTo(Difference.LENGTH);
  }

  private static Transcript transcript(String gff) throws IOException {
    return Models.of(gff).over("c", 5, 6).getFirst();
  }
}
