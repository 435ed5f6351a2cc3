package org.idiome.genomics.gene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.problem.Reach;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.junit.jupiter.api.Test;

class GeneReaderTest {
  private static final String ENSEMBL =
      """
      ##gff-version 3
      ##sequence-region 1 1 248956422
      #!genome-build GRCh38.p14
      1	x	gene	101	500	.	-	.	ID=gene:ENSG1;Name=ABC%3BD;biotype=protein_coding;version=4
      1	x	mRNA	101	500	.	-	.	ID=transcript:ENST1;Parent=gene:ENSG1;biotype=protein_coding;tag=basic,Ensembl_canonical,MANE_Select;version=7
      1	x	three_prime_UTR	101	120	.	-	.	Parent=transcript:ENST1
      1	x	exon	101	200	.	-	.	Parent=transcript:ENST1;rank=2
      1	x	CDS	121	200	.	-	2	ID=CDS:ENSP1;Parent=transcript:ENST1;protein_id=ENSP1
      1	x	CDS	401	440	.	-	0	ID=CDS:ENSP1;Parent=transcript:ENST1;protein_id=ENSP1
      1	x	exon	401	500	.	-	.	Parent=transcript:ENST1;rank=1
      """;

  private static final String GENCODE =
      """
      ##description: evidence-based annotation of the human genome
      chr1	HAVANA	gene	101	500	.	-	.	gene_id "ENSG1.4"; gene_type "protein_coding"; gene_name "ABC;D";
      chr1	HAVANA	transcript	101	500	.	-	.	gene_id "ENSG1.4"; transcript_id "ENST1.7"; transcript_type "protein_coding"; gene_name "ABC;D"; tag "basic"; tag "Ensembl_canonical"; tag "MANE_Select";
      chr1	HAVANA	exon	401	500	.	-	.	gene_id "ENSG1.4"; transcript_id "ENST1.7"; exon_number 1;
      chr1	HAVANA	CDS	401	440	.	-	0	gene_id "ENSG1.4"; transcript_id "ENST1.7"; protein_id "ENSP1.1";
      chr1	HAVANA	exon	101	200	.	-	.	gene_id "ENSG1.4"; transcript_id "ENST1.7"; exon_number 2;
      chr1	HAVANA	CDS	124	200	.	-	2	gene_id "ENSG1.4"; transcript_id "ENST1.7"; protein_id "ENSP1.1";
      chr1	HAVANA	stop_codon	121	123	.	-	0	gene_id "ENSG1.4"; transcript_id "ENST1.7";
      chr1	HAVANA	Selenocysteine	431	433	.	-	.	gene_id "ENSG1.4"; transcript_id "ENST1.7";
      """;

  private static final String REFSEQ =
      """
      ##gff-version 3
      NC_000001.11	BestRefSeq	gene	101	500	.	-	.	ID=gene-ABC;Name=ABC;gbkey=Gene;gene=ABC;gene_biotype=protein_coding
      NC_000001.11	BestRefSeq	mRNA	101	500	.	-	.	ID=rna-NM_1.7;Parent=gene-ABC;Name=NM_1.7;gbkey=mRNA;gene=ABC;tag=MANE Select;transcript_id=NM_1.7
      NC_000001.11	BestRefSeq	exon	401	500	.	-	.	ID=exon-NM_1.7-1;Parent=rna-NM_1.7;gene=ABC;transcript_id=NM_1.7
      NC_000001.11	BestRefSeq	exon	101	200	.	-	.	ID=exon-NM_1.7-2;Parent=rna-NM_1.7;gene=ABC;transcript_id=NM_1.7
      NC_000001.11	BestRefSeq	CDS	401	440	.	-	0	ID=cds-NP_1.1;Parent=rna-NM_1.7;protein_id=NP_1.1;transl_except=(pos:complement(431..433)%2Caa:Sec)
      NC_000001.11	BestRefSeq	CDS	121	200	.	-	2	ID=cds-NP_1.1;Parent=rna-NM_1.7;protein_id=NP_1.1
      """;

  private final Problems problems = new Problems();

  private GeneModels read(byte[] bytes) throws IOException {
    try (var input = Input.of(new ByteArrayInputStream(bytes), "genes", Limits.DEFAULT)) {
      return GeneReader.read(input, Limits.DEFAULT, problems);
    }
  }

  private GeneModels read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private ProblemCode refusal(String text) {
    return catchThrowableOfType(BadInputException.class, () -> read(text)).problem().code();
  }

  private static Transcript only(GeneModels models, String contig) {
    var found = models.over(contig, 0, 1000);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static void assertSame(Transcript transcript) {
    assertThat(transcript.isForward()).isFalse();
    assertThat(transcript.exons()).isEqualTo(2);
    assertThat(transcript.exonStart0(0)).isEqualTo(400);
    assertThat(transcript.exonEnd0(1)).isEqualTo(200);
    assertThat(transcript.lengthBases()).isEqualTo(200);
    assertThat(transcript.biotype()).isEqualTo("protein_coding");
    assertThat(transcript.tags()).contains(TranscriptTag.MANE_SELECT);
    assertThat(transcript.inTranscript(499)).isZero();
    assertThat(transcript.inTranscript(400)).isEqualTo(99);
    assertThat(transcript.inTranscript(300)).isEqualTo(-1);
    assertThat(transcript.inTranscript(199)).isEqualTo(100);
    var coding = Objects.requireNonNull(transcript.coding());
    assertThat(coding.pieces()).isEqualTo(1);
    assertThat(coding.start()).isEqualTo(60);
    assertThat(coding.end()).isEqualTo(180);
    assertThat(coding.skip()).isZero();
    assertThat(coding.isStartKnown()).isTrue();
  }

  @Test
  void ensemblGencodeAndRefSeqSayTheSame() throws IOException {
    var ensembl = only(read(ENSEMBL), "chr1");
    assertSame(ensembl);
    assertThat(ensembl.id()).isEqualTo("ENST1.7");
    assertThat(ensembl.gene()).isEqualTo(new Gene("ENSG1", "ABC;D"));
    var gencode = only(read(GENCODE), "1");
    assertSame(gencode);
    assertThat(gencode.id()).isEqualTo("ENST1.7");
    assertThat(gencode.gene().name()).isEqualTo("ABC;D");
    assertThat(Objects.requireNonNull(gencode.coding()).isSelenocysteine(67)).isTrue();
    var refseq = only(read(REFSEQ), "1");
    assertSame(refseq);
    assertThat(refseq.id()).isEqualTo("NM_1.7");
    assertThat(refseq.gene()).isEqualTo(new Gene("ABC", "ABC"));
    assertThat(Objects.requireNonNull(refseq.coding()).isSelenocysteine(67)).isTrue();
    assertThat(Objects.requireNonNull(refseq.coding()).protein()).isEqualTo("NP_1.1");
    assertThat(problems.kept()).isEmpty();
  }

  private Difference difference(String from, String to) throws IOException {
    return only(read(REFSEQ.replace(from, to)), "1").difference();
  }

  private Difference ofMessenger(String more) throws IOException {
    return difference("gbkey=mRNA;", "gbkey=mRNA;" + more + ";");
  }

  private Difference aligned(String contig, String attributes) throws IOException {
    var line = contig + "\tRefSeq\tcDNA_match\t401\t500\t.\t-\t.\tID=x;" + attributes + "\n";
    return only(read(REFSEQ + line), "1").difference();
  }

  /// Words of RefSeq's annotation of GRCh37 and GRCh38.
  @Test
  void readsHowATranscriptDiffers() throws IOException {
    var other = "exception=annotated by transcript or proteomic data";
    var has = "The RefSeq transcript has ";
    var compared = " compared to this genomic sequence";
    assertThat(ofMessenger("x=y")).isEqualTo(Difference.NONE);
    assertThat(ofMessenger(other)).isEqualTo(Difference.LENGTH);
    assertThat(ofMessenger(other + ";Note=" + has + "11 substitutions" + compared))
        .isEqualTo(Difference.BASES);
    assertThat(ofMessenger("Note=" + has + "1 substitution" + compared))
        .isEqualTo(Difference.BASES);
    for (var words :
        List.of(
            has + "1 frameshift",
            has + "11 substitutions%2C 5 frameshifts%2C 1 non-frameshifting indel",
            has + "1 substitution and aligns at 99%25 coverage",
            "The RefSeq transcript aligns at 47%25 coverage")) {
      assertThat(ofMessenger(other + ";Note=" + words + compared))
          .as(words)
          .isEqualTo(Difference.LENGTH);
    }
    assertThat(ofMessenger("exception=low-quality sequence region")).isEqualTo(Difference.LENGTH);
    assertThat(ofMessenger("exception=nonconsensus splice site")).isEqualTo(Difference.NONE);
    assertThat(
            difference(
                "\tID=cds-NP_1.1;",
                "\t" + other + ";Note=The RefSeq protein has 1 substitution" + compared + ";"))
        .isEqualTo(Difference.TRANSLATION);
    assertThat(difference("aa:Sec", "aa:Trp")).isEqualTo(Difference.TRANSLATION);
    assertThat(difference("aa:Sec", "aa:TERM")).isEqualTo(Difference.NONE);
    assertThat(difference("aa:Sec)", "aa:Sec);transl_table=1")).isEqualTo(Difference.NONE);
    assertThat(difference("aa:Sec)", "aa:Sec);transl_table=2")).isEqualTo(Difference.TRANSLATION);
  }

  @Test
  void readsAlignmentsThatAreNotPerfect() throws IOException {
    var here = "NC_000001.11";
    assertThat(aligned(here, "Target=NM_1.7 1 100 +;gap_count=0;num_mismatch=0"))
        .isEqualTo(Difference.NONE);
    assertThat(aligned(here, "Target=NM_1.7 1 100 +;gap_count=0;num_mismatch=2"))
        .isEqualTo(Difference.BASES);
    assertThat(aligned(here, "Target=NM_1.7 1 101 +;gap_count=1;Gap=M50 I1 M50"))
        .isEqualTo(Difference.LENGTH);
    assertThat(aligned(here, "Target=NM_1.7 12 111 +;gap_count=0;num_mismatch=0"))
        .isEqualTo(Difference.LENGTH);
    assertThat(aligned(here, "Target=NM_2.7 1 101 +;Gap=M50 I1 M50")).isEqualTo(Difference.NONE);
    assertThat(aligned("NC_000002.12", "Target=NM_1.7 1 101 +;Gap=M50 I1 M50"))
        .isEqualTo(Difference.NONE);
  }

  @Test
  void readsCompressedFiles() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(ENSEMBL.getBytes(StandardCharsets.UTF_8));
    }
    assertSame(only(read(packed.toByteArray()), "1"));
  }

  @Test
  void knowsItsBuild() throws IOException {
    assertThat(read(ENSEMBL).build()).isEqualTo(GenomeBuild.GRCH38);
    assertThat(read(REFSEQ).build()).isEqualTo(GenomeBuild.GRCH38);
    assertThat(read(GENCODE).build()).isEqualTo(GenomeBuild.UNKNOWN);
  }

  @Test
  void refusesVariantsOfAnotherBuild() throws IOException {
    var models = read(ENSEMBL);
    models.requireBuild(GenomeBuild.GRCH38, "genes");
    models.requireBuild(GenomeBuild.UNKNOWN, "genes");
    var refused =
        catchThrowableOfType(
            BadInputException.class, () -> models.requireBuild(GenomeBuild.GRCH37, "genes"));
    assertThat(refused.problem().code()).isEqualTo(ProblemCode.GENES_OTHER_BUILD);
    assertThat(refused.problem().values())
        .containsEntry("found", "GRCh38")
        .containsEntry("wanted", "GRCh37");
  }

  @Test
  void whatIsNotFoundAtAnEndIsNotKnown() throws IOException {
    var tagged = ENSEMBL.replace("tag=basic", "tag=cds_start_NF,cds_end_NF");
    var coding = Objects.requireNonNull(only(read(tagged), "1").coding());
    assertThat(coding.isStartKnown()).isFalse();
    assertThat(coding.isEndKnown()).isFalse();
    var ranged =
        REFSEQ
            .replace("401\t440\t.\t-\t0\t", "401\t440\t.\t-\t1\tend_range=440,.;")
            .replace("121\t200\t.\t-\t2\t", "121\t200\t.\t-\t0\t");
    coding = Objects.requireNonNull(only(read(ranged), "1").coding());
    assertThat(coding.skip()).isEqualTo(1);
    assertThat(coding.isStartKnown()).isFalse();
    assertThat(coding.isEndKnown()).isTrue();
  }

  @Test
  void findsWhatLiesOverAStretch() throws IOException {
    var text = new StringBuilder("##gff-version 3\n");
    for (int i = 0; i < 50; i++) {
      int end = i == 7 ? 100_000 : 1000 * i + 500;
      text.append("c\tx\tgene\t%d\t%d\t.\t+\t.\tID=g%d\n".formatted(1000 * i + 1, end, i));
      text.append(
          "c\tx\tmRNA\t%d\t%d\t.\t+\t.\tID=t%d;Parent=g%d\n".formatted(1000 * i + 1, end, i, i));
      text.append("c\tx\texon\t%d\t%d\t.\t+\t.\tParent=t%d\n".formatted(1000 * i + 1, end, i));
    }
    var models = read(text.toString());
    assertThat(ids(models.over("c", 20_000, 20_001))).containsExactly("t7", "t20");
    assertThat(ids(models.over("c", 20_500, 21_000))).containsExactly("t7");
    assertThat(ids(models.over("c", 500, 1000))).isEmpty();
    assertThat(ids(models.over("c", 499, 1001))).containsExactly("t0", "t1");
    assertThat(models.over("d", 0, 1000)).isEmpty();
  }

  private static List<String> ids(List<Transcript> some) {
    return some.stream().map(Transcript::id).toList();
  }

  @Test
  void refusesWhatIsNoFileOfGenes() {
    assertThat(refusal("##fileformat=VCFv4.3\n#CHROM\tPOS\n1\t5\n"))
        .isEqualTo(ProblemCode.GENES_NOT_RECOGNISED);
    assertThat(refusal("##gff-version 3\n")).isEqualTo(ProblemCode.GENES_NOT_RECOGNISED);
  }

  @Test
  void refusesAFileWithoutTranscripts() {
    assertThat(refusal(ENSEMBL.lines().limit(4).reduce("", (a, b) -> a + b + "\n")))
        .isEqualTo(ProblemCode.GENES_NO_TRANSCRIPT);
  }

  @Test
  void refusesAFileThatIsCut() {
    assertThat(refusal(ENSEMBL.substring(0, ENSEMBL.length() - 45)))
        .isEqualTo(ProblemCode.GENES_FILE_CUT);
  }

  @Test
  void namesALineThatIsNone() throws IOException {
    assertSame(only(read(ENSEMBL + "1\tx\texon\t9\t5\t.\t-\t.\tParent=transcript:ENST1\n"), "1"));
    var said = problems.kept().getFirst();
    assertThat(said.code()).isEqualTo(ProblemCode.GENES_LINE_NOT_READ);
    assertThat(said.place().line()).isEqualTo(11);
  }

  @Test
  void namesAPartWithoutItsTranscript() throws IOException {
    read(ENSEMBL + "1\tx\texon\t5\t9\t.\t-\t.\tParent=transcript:ENST2\n");
    var said = problems.kept().getFirst();
    assertThat(said.code()).isEqualTo(ProblemCode.GENES_PARENT_MISSING);
    assertThat(said.reach()).isEqualTo(Reach.RECORD);
    assertThat(said.values()).containsEntry("id", "transcript:ENST2");
  }

  @Test
  void namesATranscriptBeyondItsContig() {
    assertThat(refusal(ENSEMBL.replace("248956422", "450")))
        .isEqualTo(ProblemCode.GENES_NO_TRANSCRIPT);
    assertThat(problems.kept().getFirst().code()).isEqualTo(ProblemCode.GENES_OFF_CONTIG);
  }

  @Test
  void namesATranscriptThatContradictsItself() {
    for (var wrong :
        List.of(
            ENSEMBL.replace("exon\t401\t500\t.\t-", "exon\t401\t500\t.\t+"),
            ENSEMBL.replace("exon\t401\t500", "exon\t150\t500"),
            ENSEMBL.replace("CDS\t401\t440", "CDS\t391\t440"),
            ENSEMBL.replace("CDS\t401\t440\t.\t-\t0", "CDS\t401\t440\t.\t-\t1"))) {
      assertThat(refusal(wrong)).isEqualTo(ProblemCode.GENES_NO_TRANSCRIPT);
      var said = problems.kept().getLast();
      assertThat(said.code()).isEqualTo(ProblemCode.GENES_TRANSCRIPT_NOT_WHOLE);
      assertThat(said.place().line()).isEqualTo(5);
    }
  }

  @Test
  void sequencesBehindTheFeaturesAreNotRead() throws IOException {
    assertSame(only(read(ENSEMBL + "##FASTA\n>1\nACGTACGTACGT\n"), "1"));
    assertThat(problems.kept()).isEmpty();
  }

  @Test
  void namesCodingPiecesThatOverlap() throws IOException {
    var slip =
        ENSEMBL
            .replace("CDS\t121\t200\t.\t-\t2", "CDS\t121\t180\t.\t-\t1")
            .replace("CDS\t401\t440\t.\t-\t0", "CDS\t181\t200\t.\t-\t0");
    assertThat(only(read(slip), "1").coding()).isNotNull();
    assertThat(problems.kept()).isEmpty();
    var twice = slip.replace("CDS\t121\t180", "CDS\t121\t181");
    assertThat(Objects.requireNonNull(only(read(twice), "1").coding()).pieces()).isEqualTo(2);
    var said = problems.kept().getLast();
    assertThat(said.code()).isEqualTo(ProblemCode.GENES_CDS_OVERLAPS);
    assertThat(said.reach()).isEqualTo(Reach.WARNING);
    var far = slip.replace("CDS\t121\t180", "CDS\t121\t190");
    assertThat(refusal(far)).isEqualTo(ProblemCode.GENES_NO_TRANSCRIPT);
    assertThat(problems.kept().getLast().reach()).isEqualTo(Reach.RECORD);
    var known = far.replace("protein_id=ENSP1", "protein_id=ENSP1;exception=ribosomal slippage");
    assertThat(only(read(known), "1").coding()).isNotNull();
  }

  @Test
  void takesATranscriptWithoutExonsAsOneAndSaysSo() throws IOException {
    var bare = ENSEMBL.lines().limit(5).reduce("", (a, b) -> a + b + "\n");
    assertThat(only(read(bare), "1").exons()).isEqualTo(1);
    assertThat(problems.kept().getFirst().code()).isEqualTo(ProblemCode.GENES_EXONS_ASSUMED);
  }
}
