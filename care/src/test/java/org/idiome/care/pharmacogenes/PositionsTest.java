package org.idiome.care.pharmacogenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What counts as seen at a position, through files as the shell reads them.
class PositionsTest {
  private static final String CYP2C19 = "CYP2C19";
  private static final String DPYD = "DPYD";

  /// rs4244285 G>A, the position of `*2`.
  private static final int STAR_2 = 94781859;

  private static final int RS12769205 = 94775367;
  private static final int RS3758581 = 94842866;

  /// rs72549303 TG>T and rs72549309 GATGA>G.
  private static final int DELETION = 97450065;

  private static final int LONG_DELETION = 97740410;

  /// rs3918290 C>T, the position of c.1905+1G>A (*2A).
  private static final int STAR_2A = 97450058;

  @TempDir private Path folder;

  private Panel cyp2c19() {
    return Panel.of(folder, CYP2C19).gt(RS3758581, "1/1");
  }

  private Panel dpyd() {
    return Panel.of(folder, DPYD);
  }

  private static void missing(Panel panel, String gene, String position, String why) {
    assertThat(panel.cell(gene, "missing_positions")).isEqualTo(position);
    assertThat(panel.cell(gene, "note")).contains(why);
  }

  @Test
  void everythingSeenIsFoundAndNeverCalledNegative() {
    assertThat(cyp2c19().cell(CYP2C19, "state")).isEqualTo("found");
    assertThat(cyp2c19().cell(CYP2C19, "diplotype")).isEqualTo("*1/*1");
    assertThat(cyp2c19().cell(CYP2C19, "phenotype")).isEqualTo("Normal Metabolizer");
    assertThat(dpyd().cell(DPYD, "diplotype")).isEqualTo("Reference/Reference");
    assertThat(dpyd().cell(DPYD, "activity_score")).isEqualTo("2.0");
  }

  @Test
  void aPositionThatIsAbsentIsMissingAndNotReference() {
    var panel = cyp2c19().without(STAR_2, RS12769205);
    assertThat(panel.cell(CYP2C19, "missing_positions")).isEqualTo("rs12769205,rs4244285");
    assertThat(panel.cell(CYP2C19, "cannot_exclude")).isEqualTo("*2,*35");
    assertThat(panel.cell(CYP2C19, "state")).isEqualTo("ambiguous");
    assertThat(panel.cell(CYP2C19, "phenotype")).isEqualTo("at best Normal Metabolizer");
  }

  @Test
  void aDeletionThatIsNotThereSaysNothingOfItsBases() {
    missing(
        cyp2c19().at(STAR_2, "chr10 94781850 TATTTTCCCGGGAACCCATA T GT 0/0"),
        CYP2C19,
        "rs4244285",
        "other_change_only");
  }

  @Test
  void aMissingGenotypeIsMissing() {
    missing(cyp2c19().gt(STAR_2, "./."), CYP2C19, "rs4244285", "no_call");
  }

  @Test
  void aFilteredRecordIsNotUsed() {
    missing(
        cyp2c19().at(STAR_2, "chr10 94781859 G A GT 0/1 LowQual"),
        CYP2C19,
        "rs4244285",
        "filtered (FILTER LowQual");
  }

  @Test
  void aSampleFilterCountsAsOne() {
    missing(
        cyp2c19().at(STAR_2, "chr10 94781859 G A GT:FT 0/1:bad"), CYP2C19, "rs4244285", "filtered");
  }

  @ParameterizedTest
  @CsvSource({"GT:GQ,0/1:19", "GT:DP,0/1:9", "GT:GQ,0/0:19", "GT:DP,0/0:9"})
  void aCallOfTooLittleQualityOrDepthIsNone(String format, String sample) {
    var panel = cyp2c19().at(STAR_2, "chr10 94781859 G A " + format + " " + sample);
    assertThat(panel.cell(CYP2C19, "missing_positions")).isEqualTo("rs4244285");
  }

  @ParameterizedTest
  @CsvSource({"GT:GQ,0/1:20", "GT:DP,0/1:10", "GT:AD,'0/1:158,132'", "GT:AD,'0/1:158,.'"})
  void aCallOfEnoughQualityIsOne(String format, String sample) {
    var panel =
        cyp2c19().gt(RS12769205, "0/1").at(STAR_2, "chr10 94781859 G A " + format + " " + sample);
    assertThat(panel.cell(CYP2C19, "diplotype")).isEqualTo("*1/*2");
  }

  @ParameterizedTest
  @CsvSource({
    "GT:GQ,0/1:19.9,low_quality (GQ 19",
    "GT:DP,0/1:9.5,low_depth (DP 9",
    "GT:GQ,0/0:1e1,low_quality (GQ 10",
    "GT:MIN_DP,0/0:9.99,low_depth (DP 9",
    "GT:GQ,0/1:high,no_call (GQ not understood",
    "GT:GQ,0/0:inf,no_call (GQ not understood",
    "GT:DP,'0/1:30,40',no_call (DP not understood",
    "GT:DP:MIN_DP,0/1:30:x,no_call (MIN_DP not understood"
  })
  void aQualityThatIsNotAsTheHeaderSaysIsReadAsNumberOrNotAtAll(
      String format, String sample, String why) {
    missing(
        cyp2c19().at(STAR_2, "chr10 94781859 G A " + format + " " + sample),
        CYP2C19,
        "rs4244285",
        why);
  }

  @Test
  void aFractionIsEnoughWhereItsNumberIs() {
    var panel =
        cyp2c19().gt(RS12769205, "0/1").at(STAR_2, "chr10 94781859 G A GT:GQ:DP 0/1:20.1:10.5");
    assertThat(panel.cell(CYP2C19, "diplotype")).isEqualTo("*1/*2");
  }

  @Test
  void aReferenceBlockCountsForEveryPositionItCovers() {
    var panel =
        cyp2c19()
            .without(94775106, 94775121, 94775160, 94775185)
            .at(94775100, "chr10 94775100 G <NON_REF> GT:GQ:DP 0/0:30:20 . END=94775200");
    assertThat(panel.cell(CYP2C19, "missing_positions")).isEqualTo(".");
    assertThat(panel.cell(CYP2C19, "diplotype")).isEqualTo("*1/*1");
  }

  @Test
  void aPoorReferenceBlockCountsForNone() {
    var panel =
        cyp2c19()
            .without(94775106, 94775121, 94775160, 94775185)
            .at(94775100, "chr10 94775100 G <NON_REF> GT:GQ:DP 0/0:15:20 . END=94775200");
    assertThat(panel.cell(CYP2C19, "missing_positions"))
        .isEqualTo("rs145328984,rs1564660997,rs118203756,rs1288601658");
  }

  @Test
  void aVariantWinsOverABlock() {
    var panel =
        cyp2c19()
            .at(94781800, "chr10 94781800 G <NON_REF> GT 0/0 . END=94781900")
            .gt(RS12769205, "0/1")
            .gt(STAR_2, "0/1");
    assertThat(panel.cell(CYP2C19, "diplotype")).isEqualTo("*1/*2");
  }

  /// A base that a record only repeats is what the block says, not hidden by the record.
  @ParameterizedTest
  @CsvSource({
    "94781859,G,A,0/1",
    "94781858,CG,CA,0/1",
    "94781857,CCG,CCA,0/1",
    "94781858,CGG,CAG,0/1",
    "94781855,TTCCG,TTCCA,0/1",
    "94781858,CG,CA,0|1",
    "94781858,CG,CA,1/1"
  })
  void paddingARecordChangesNothing(
      int position, String reference, String alternate, String genotype) {
    var record =
        String.join(" ", "chr10", Integer.toString(position), reference, alternate, "GT", genotype);
    var panel =
        cyp2c19()
            .without(94781858, STAR_2)
            .gt(RS12769205, genotype)
            .at(94781800, "chr10 94781800 G <NON_REF> GT 0/0 . END=94781900")
            .at(94781855, record);
    assertThat(panel.cell(CYP2C19, "missing_positions")).isEqualTo(".");
    assertThat(panel.cell(CYP2C19, "diplotype"))
        .isEqualTo(genotype.equals("1/1") ? "*2/*2" : "*1/*2");
    assertThat(panel.cell(CYP2C19, "cannot_exclude")).doesNotContain("*10");
  }

  @Test
  void referenceBaseByBaseIsReferenceOverAnIndel() {
    var panel = dpyd().at(DELETION, "chr1 97450065 T . GT 0/0", "chr1 97450066 G . GT 0/0");
    assertThat(panel.cell(DPYD, "missing_positions")).isEqualTo(".");
  }

  @Test
  void aReferenceAnchorAloneIsNotReferenceOfTheIndel() {
    var panel = dpyd().at(DELETION, "chr1 97450065 T . GT 0/0");
    assertThat(panel.cell(DPYD, "missing_positions")).isEqualTo("rs72549303");
    assertThat(panel.cell(DPYD, "cannot_exclude")).isEqualTo("c.1898delC (*3)");
  }

  @ParameterizedTest
  @CsvSource({"97450065,TG,T", "97450065,TGG,TG", "97450066,GG,G", "97450064,CTG,CT"})
  void anIndelIsKnownInEverySpelling(int position, String reference, String alternate) {
    var record = "chr1 " + position + " " + reference + " " + alternate + " GT 0/1";
    var panel = dpyd().at(DELETION, record);
    assertThat(panel.cell(DPYD, "diplotype")).isEqualTo("Reference/c.1898delC (*3)");
    assertThat(panel.cell(DPYD, "missing_positions")).isEqualTo(".");
  }

  /// GATGA>G, rolled to the right along the repeat: ATGA is deleted either way.
  @ParameterizedTest
  @CsvSource({"97740410,GATGA,G", "97740410,GATGAATGA,GATGA", "97740414,AATGA,A"})
  void anIndelIsKnownAlongARepeat(int position, String reference, String alternate) {
    var record = "chr1 " + position + " " + reference + " " + alternate + " GT 0/1";
    var panel = dpyd().at(LONG_DELETION, record);
    assertThat(panel.cell(DPYD, "diplotype")).isEqualTo("Reference/c.295_298delTCAT (*7)");
  }

  @Test
  void anIndelThatOnlyTheSequenceCouldTellIsNotAssessed() {
    missing(
        dpyd().at(LONG_DELETION, "chr1 97740430 AATGA A GT 0/1"),
        DPYD,
        "rs72549309",
        "not_aligned");
  }

  @Test
  void theKnownHalfOfAGenotypeConstrains() {
    var panel = cyp2c19().gt(RS12769205, "1/.").gt(STAR_2, "1/.");
    assertThat(panel.cell(CYP2C19, "diplotype")).isEqualTo("*1/*2 OR *2/*2 OR *2/*35");
    assertThat(panel.cell(CYP2C19, "note")).contains("half missing: rs12769205, rs4244285");
    var reference = cyp2c19().gt(STAR_2, "0/.");
    assertThat(reference.cell(CYP2C19, "diplotype")).isEqualTo("*1/*1");
    assertThat(reference.cell(CYP2C19, "missing_positions")).isEqualTo(".");
  }

  @Test
  void aBaseThatNoAlleleDocumentsMakesABestCase() {
    var panel = cyp2c19().at(STAR_2, "chr10 94781859 G T GT 0/1");
    assertThat(panel.cell(CYP2C19, "state")).isEqualTo("ambiguous");
    assertThat(panel.cell(CYP2C19, "phenotype")).isEqualTo("at best Normal Metabolizer");
    assertThat(panel.cell(CYP2C19, "note")).contains("undocumented base: rs4244285 G>T");
  }

  @Test
  void aDeletedBaseIsNotReference() {
    var panel = cyp2c19().at(STAR_2, "chr10 94781859 G A,* GT 0/2");
    assertThat(panel.cell(CYP2C19, "phenotype")).isEqualTo("at best Normal Metabolizer");
    assertThat(panel.cell(CYP2C19, "note")).contains("undocumented base: rs4244285 *");
  }

  @Test
  void aDeletionOverAPositionIsNotReference() {
    var panel = cyp2c19().at(STAR_2, "chr10 94781857 CCGG C GT 0/1");
    assertThat(panel.cell(CYP2C19, "phenotype")).isEqualTo("at best Normal Metabolizer");
  }

  /// On both chromosomes: nothing was matched there, and no allele of the table has it.
  @ParameterizedTest
  @CsvSource({"0/1,*1/*1", "1/1,*1/*1", "0|1,*1/*1"})
  void basesThatADeletionTakesAwayAreNotMatched(String genotype, String diplotype) {
    var panel =
        cyp2c19()
            .without(94781858, STAR_2)
            .at(94781800, "chr10 94781800 G <NON_REF> GT 0/0 . END=94781900")
            .at(94781856, "chr10 94781856 TCCGGG T GT " + genotype);
    assertThat(panel.cell(CYP2C19, "state")).isEqualTo("ambiguous");
    assertThat(panel.cell(CYP2C19, "diplotype")).isEqualTo(diplotype);
    assertThat(panel.cell(CYP2C19, "phenotype")).isEqualTo("at best Normal Metabolizer");
    assertThat(panel.cell(CYP2C19, "matched_positions")).isEqualTo("33");
    assertThat(panel.cell(CYP2C19, "missing_positions")).isEqualTo("rs6413438,rs4244285");
    assertThat(panel.cell(CYP2C19, "note"))
        .contains("undocumented base: rs6413438 *, rs4244285 *")
        .doesNotContain("half missing");
  }

  @ParameterizedTest
  @CsvSource({"C,*,0/1,*", "C,*,1/1,*", "CGT,CA,0/1,*", "CGT,AA,0/1,CGT>AA"})
  void aBaseThatIsNotThereIsNotTheReference(
      String reference, String alternate, String genotype, String base) {
    var record = String.join(" ", "chr1 97450058", reference, alternate, "GT", genotype);
    var panel = dpyd().without(97450059).at(STAR_2A, record, "chr1 97450059 G C GT 0/0");
    assertThat(panel.cell(DPYD, "state")).isEqualTo("ambiguous");
    assertThat(panel.cell(DPYD, "phenotype")).isEqualTo("at best Normal Metabolizer");
    assertThat(panel.cell(DPYD, "matched_positions")).isNotEqualTo("83");
    assertThat(panel.cell(DPYD, "note")).contains(base);
  }

  @Test
  void anotherDeletionOverADocumentedOneIsNotMatched() {
    var panel = dpyd().at(DELETION, "chr1 97450063 CTTGG C GT 1/1");
    assertThat(panel.cell(DPYD, "missing_positions")).contains("rs72549303");
    assertThat(panel.cell(DPYD, "phenotype")).isEqualTo("at best Normal Metabolizer");
  }

  @Test
  void theAlleleBesideADeletionIsStillSeen() {
    var panel = cyp2c19().gt(RS12769205, "0/1").at(STAR_2, "chr10 94781859 G A,* GT 1/2");
    assertThat(panel.cell(CYP2C19, "diplotype")).isEqualTo("*1/*2");
    assertThat(panel.cell(CYP2C19, "state")).isEqualTo("ambiguous");
    assertThat(panel.cell(CYP2C19, "missing_positions")).isEqualTo("rs4244285");
  }

  @Test
  void aStructuralVariantOverAPositionLeavesItNotAssessed() {
    missing(
        cyp2c19().at(STAR_2, "chr10 94781858 C <DEL> GT 0/1 . END=94781859;SVLEN=1"),
        CYP2C19,
        "rs4244285",
        "structural");
  }

  /// Callers of copy numbers leave GT open and write CN; only a plain 0/0 says that nothing
  /// changed.
  @ParameterizedTest
  @CsvSource({
    "A,<CNV>,GT:CN,./.:1,END=97450200",
    "A,<CNV>,GT:CN,.:3,END=97450200",
    "A,<CNV>,CN,1,END=97450200",
    "A,<DUP>,GT,0/.,END=97450200",
    "A,<DEL>,GT,./.,END=97450200",
    "A,<DEL>,GT,./1,SVLEN=-200",
    "A,<DUP:TANDEM>,GT,0/1,END=97450200",
    "A,<INV>,GT,1/1,END=97450200"
  })
  void aStructuralRecordThatDoesNotExcludeItselfLeavesItsPositionsNotAssessed(
      String reference, String alternate, String format, String sample, String info) {
    var record = String.join(" ", "chr1 97450000", reference, alternate, format, sample, ".", info);
    var panel = dpyd().at(97450000, record);
    assertThat(panel.cell(DPYD, "missing_positions")).contains("rs3918290", "rs72549303");
    assertThat(panel.cell(DPYD, "note")).contains("rs3918290: structural (" + alternate + ")");
    assertThat(panel.cell(DPYD, "state")).isEqualTo("ambiguous");
  }

  @ParameterizedTest
  @CsvSource({"<INS>,GT,./.", "C[chr2:100[,GT,./.", "<CNV>,GT:CN,./.:1"})
  void aStructuralRecordAtAPositionIsNotSilentWithoutAGenotype(
      String alternate, String format, String sample) {
    var panel =
        dpyd()
            .at(
                STAR_2A,
                "chr1 97450058 C T GT 0/0",
                "chr1 97450058 C " + alternate + " " + format + " " + sample);
    missing(panel, DPYD, "rs3918290", "structural");
  }

  @Test
  void aStructuralRecordThatExcludesItselfChangesNothing() {
    var panel = dpyd().at(97450000, "chr1 97450000 A <CNV> GT:CN 0/0:2 . END=97450200");
    assertThat(panel.cell(DPYD, "missing_positions")).isEqualTo(".");
    assertThat(panel.cell(DPYD, "diplotype")).isEqualTo("Reference/Reference");
  }

  @Test
  void excludingAnotherAlternateIsNotReference() {
    missing(cyp2c19().at(STAR_2, "chr10 94781859 G T GT 0/0"), CYP2C19, "rs4244285", "alternates");
    missing(
        cyp2c19().at(STAR_2, "chr10 94781859 G GTT GT 0/0"),
        CYP2C19,
        "rs4244285",
        "other_change_only");
  }

  @Test
  void recordsOfASplitSiteAreMerged() {
    var panel =
        cyp2c19()
            .gt(RS12769205, "0/1")
            .at(STAR_2, "chr10 94781859 G A GT 0/1", "chr10 94781859 G T GT 0/1");
    assertThat(panel.cell(CYP2C19, "diplotype")).isEqualTo("*1/*2");
    assertThat(panel.cell(CYP2C19, "note")).contains("undocumented base: rs4244285 G>T");
    assertThat(panel.cell(CYP2C19, "missing_positions")).isEqualTo(".");
    var repeated =
        cyp2c19()
            .gt(RS12769205, "0/1")
            .at(STAR_2, "chr10 94781859 G A GT 0/1", "chr10 94781859 G A GT 0/1");
    assertThat(repeated.cell(CYP2C19, "diplotype")).isEqualTo("*1/*2");
  }

  @ParameterizedTest
  @CsvSource({
    "chr10 94781859 G A GT 0/1, chr10 94781859 G A GT 1/1",
    "chr10 94781859 G A GT 1/1, chr10 94781859 G T GT 0/1",
    "chr10 94781859 G A GT 0/1, chr10 94781859 G . GT 0/0"
  })
  void recordsThatContradictEachOtherAreRefusedAndBothCited(String one, String two) {
    var panel = cyp2c19().at(STAR_2, one, two);
    missing(panel, CYP2C19, "rs4244285", "records_disagree (2)");
  }

  @ParameterizedTest
  @CsvSource({
    "chr10 94781859 T A GT 0/1",
    "chr10 94781859 C T GT 0/1",
    "chr10 94781859 T . GT 0/0"
  })
  void anotherReferenceBaseThanTheBuildHasIsNeverReadAsAnAllele(String record) {
    missing(cyp2c19().at(STAR_2, record), CYP2C19, "rs4244285", "other_reference");
  }

  @ParameterizedTest
  @CsvSource({"0/0/1", "1"})
  void anotherNumberOfCopiesIsNotAssessed(String genotype) {
    missing(cyp2c19().gt(STAR_2, genotype), CYP2C19, "rs4244285", "ploidy");
  }

  @ParameterizedTest
  @CsvSource({
    "<NON_REF> GT:GQ:DP 0:50:30 . END=97450058",
    "<NON_REF> GT:GQ:DP 0/0/0:50:30 . END=97450058",
    ". GT:GQ:DP 0:50:30",
    ". GT 0|0|0"
  })
  void anotherNumberOfCopiesIsNoReferenceEither(String record) {
    missing(dpyd().at(STAR_2A, "chr1 97450058 C " + record), DPYD, "rs3918290", "ploidy");
  }

  @Test
  void aRecordThatSplitsNoPhaseIsNoPhase() {
    var panel = cyp2c19().gt(RS12769205, "0|1").gt(STAR_2, "0|1").gt(94761900, "0/0");
    assertThat(panel.cell(CYP2C19, "diplotype")).isEqualTo("*1/*2");
  }

  @Test
  void anotherBuildIsNotAssessed() {
    var panel = cyp2c19().assembly("GRCh37");
    assertThat(panel.cell(CYP2C19, "state")).isEqualTo("not_assessed");
    assertThat(panel.cell(CYP2C19, "note")).contains("other_build");
  }

  @Test
  void noPositionOfAGeneIsNotAssessed() {
    assertThat(cyp2c19().cell(DPYD, "state")).isEqualTo("not_assessed");
    assertThat(cyp2c19().cell(DPYD, "note")).contains("not_looked_at");
    assertThat(cyp2c19().cell(DPYD, "diplotype")).isEqualTo(".");
  }

  @Test
  void theOrderOfRecordsChangesNothing() {
    var first = cyp2c19().gt(RS12769205, "0/1").gt(STAR_2, "0/1").run();
    var other = cyp2c19().gt(RS12769205, "0/1").gt(STAR_2, "0/1").shuffled().run();
    for (var column : PharmacogeneTable.COLUMNS.subList(0, 11)) {
      assertThat(Runs.cell(other, CYP2C19, column)).isEqualTo(Runs.cell(first, CYP2C19, column));
    }
  }

  /// Packed or not, with another sample beside or alone: the same row.
  @Test
  void theFormOfTheFileChangesNothing() throws IOException {
    var plain = cyp2c19().gt(RS12769205, "0/1").gt(STAR_2, "0/1").file("plain.vcf");
    var text = Files.readString(plain);
    var packed = folder.resolve("packed.vcf.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    var two =
        text.replace("\tS1\n", "\tS1\tS2\n")
            .replace("/0\n", "/0\t0/0\n")
            .replace("/1\n", "/1\t1/1\n");
    var beside = Files.writeString(folder.resolve("two.vcf"), two);
    for (var column : PharmacogeneTable.COLUMNS.subList(0, 10)) {
      var cell = Runs.cell(Runs.of(plain, null), CYP2C19, column);
      assertThat(Runs.cell(Runs.of(packed, null), CYP2C19, column)).isEqualTo(cell);
      assertThat(Runs.cell(Runs.of(beside, "S1"), CYP2C19, column)).isEqualTo(cell);
    }
  }
}
