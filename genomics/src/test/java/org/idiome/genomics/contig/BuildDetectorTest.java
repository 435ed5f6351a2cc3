package org.idiome.genomics.contig;

import static org.assertj.core.api.Assertions.assertThat;

import org.idiome.core.genome.GenomeBuild;
import org.idiome.genomics.contig.BuildEvidence.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildDetectorTest {
  private final BuildDetector detector = new BuildDetector();

  @Test
  void saysNothingWhereNothingStrongIsSaid() {
    detector.contig("chr1", null, null, 1);
    detector.declared("file:///ref/genome.fa", 2);
    detector.name("chr2", 3);
    assertThat(detector.answer()).isEqualTo(new BuildAnswer.Unknown("nothing-strong", ""));
  }

  @Test
  void takesALengthForItsBuild() {
    detector.contig("chr1", 248956422, null, 3);
    assertThat(detector.answer())
        .isEqualTo(
            new BuildAnswer.Known(
                GenomeBuild.GRCH38,
                new BuildEvidence(Kind.LENGTH, GenomeBuild.GRCH38, "chr1 248956422", 3)));
  }

  @Test
  void takesTheStrongestKindOfEvidence() {
    detector.declared("hg38", 1);
    detector.contig("1", 248956422, "6aef897c3d6ff0c78aff06ac189178dd", 2);
    detector.name("NC_000002.12", 3);
    assertThat(detector.answer().evidence())
        .singleElement()
        .satisfies(evidence -> assertThat(evidence.kind()).isEqualTo(Kind.DIGEST));
  }

  @ParameterizedTest
  @CsvSource({
    "GRCh38.p13, GRCH38",
    "human_GRCh38_no_alt_analysis_set.fasta, GRCH38",
    "file:GRCh38_full_analysis_set_plus_decoy_hla.fa, GRCH38",
    "file://some/path/human_g1k_v37.fasta, GRCH37",
    "file:///lustre/ref/human/GRCh37/hs37d5.fa, GRCH37",
    "b37, GRCH37",
    "/seq/references/Homo_sapiens_assembly38.fasta, GRCH38",
    "T2T-CHM13v2.0, T2T_CHM13V2",
    "file:///seq/references/1000GenomesPilot-NCBI36.fasta, UNKNOWN",
    "T2T-CHM13v1.1, UNKNOWN",
    "hg19ToHg38.over.chain, UNKNOWN",
    "lifted_from_hg19_to_hg38, UNKNOWN"
  })
  void readsNamesOfReferences(String text, GenomeBuild build) {
    detector.declared(text, 1);
    assertThat(detector.answer().build()).isEqualTo(build);
  }

  @Test
  void anAccessionCarriesItsBuildABareNameDoesNot() {
    detector.name("NC_012920.1", 1);
    detector.name("1", 2);
    assertThat(detector.answer().build()).isEqualTo(GenomeBuild.UNKNOWN);
    detector.name("NC_000010.10", 3);
    assertThat(detector.answer().build()).isEqualTo(GenomeBuild.GRCH37);
  }

  @Test
  void refusesWhatContradictsItself() {
    detector.contig("1", 249250621, null, 1);
    detector.contig("2", 242193529, null, 2);
    assertThat(detector.answer()).isInstanceOf(BuildAnswer.Contradiction.class);
  }

  @Test
  void refusesAStatementAgainstTheFile() {
    detector.contig("1", 249250621, null, 1);
    assertThat(detector.stated("GRCh38")).isTrue();
    assertThat(detector.answer()).isInstanceOf(BuildAnswer.Contradiction.class);
  }

  @Test
  void aStatementSettlesAnOldNameButNotALength() {
    detector.declared("hg19.fa", 1);
    detector.contig("1", 248956422, null, 2);
    assertThat(detector.answer()).isInstanceOf(BuildAnswer.Contradiction.class);
    detector.stated("hg38");
    assertThat(detector.answer().build()).isEqualTo(GenomeBuild.GRCH38);
  }

  @Test
  void takesAStatementWhereTheFileIsSilent() {
    assertThat(detector.stated("GRCh38")).isTrue();
    assertThat(detector.answer().build()).isEqualTo(GenomeBuild.GRCH38);
    assertThat(new BuildDetector().stated("my genome")).isFalse();
  }

  @Test
  void aLengthOfNoBuildMakesItUnknown() {
    detector.contig("chr1", 195471971, null, 1);
    detector.declared("hg38", 2);
    assertThat(detector.answer())
        .isEqualTo(new BuildAnswer.Unknown("length-of-no-build", "chr1 195471971"));
  }

  @Test
  void theMitochondrionOfHg19IsNoOtherGenome() {
    detector.contig("chrM", 16571, null, 1);
    detector.contig("chr1", 249250621, null, 2);
    assertThat(detector.answer().build()).isEqualTo(GenomeBuild.GRCH37);
  }
}
