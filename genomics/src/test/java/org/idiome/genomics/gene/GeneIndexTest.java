package org.idiome.genomics.gene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneIndexTest {
  /// Both strands, a slipping ribosome, selenocysteine, cut ends, tags, no coding sequence.
  private static final String GENES =
      """
      ##gff-version 3
      #!genome-build GRCh38.p14
      1	x	gene	101	500	.	-	.	ID=gene:ENSG1;Name=ABC%3BD
      1	x	mRNA	101	500	.	-	.	ID=transcript:ENST1;Parent=gene:ENSG1;biotype=protein_coding;tag=Ensembl_canonical,MANE_Select;version=7
      1	x	exon	101	200	.	-	.	Parent=transcript:ENST1
      1	x	CDS	121	200	.	-	2	Parent=transcript:ENST1;protein_id=ENSP1.1
      1	x	CDS	401	440	.	-	0	Parent=transcript:ENST1;protein_id=ENSP1.1;transl_except=(pos:complement(431..433)%2Caa:Sec)
      1	x	exon	401	500	.	-	.	Parent=transcript:ENST1
      1	x	mRNA	150	300	.	+	.	ID=transcript:ENST2;Parent=gene:ENSG1;tag=cds_start_NF
      1	x	exon	150	300	.	+	.	Parent=transcript:ENST2
      1	x	CDS	150	200	.	+	1	Parent=transcript:ENST2;exception=ribosomal slippage
      1	x	CDS	200	290	.	+	0	Parent=transcript:ENST2;exception=ribosomal slippage
      chrX	x	gene	5	90	.	+	.	ID=gene:G2
      chrX	x	lnc_RNA	5	90	.	+	.	ID=transcript:T3;Parent=gene:G2
      chrX	x	exon	5	90	.	+	.	Parent=transcript:T3
      """;

  @TempDir Path folder;
  private final Problems problems = new Problems();

  private GeneModels read(String text) throws IOException {
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try (var input = Input.of(bytes, "genes", Limits.DEFAULT)) {
      return GeneReader.read(input, Limits.DEFAULT, problems);
    }
  }

  private Path compiled(GeneModels models, long faults) throws IOException {
    var file = folder.resolve("genes.index");
    try (var out = Files.newOutputStream(file)) {
      GeneIndexWriter.write(models, "genes.gff3", "ab", faults, out);
    }
    return file;
  }

  private GeneModels open(Path file) throws IOException {
    return GeneReader.read(file, "genes.index", Limits.DEFAULT, problems);
  }

  private static String text(GeneModels models) {
    var text = new StringBuilder(models.build().code() + " " + models.count());
    models
        .contigs()
        .forEach((contig, own) -> {
          text.append('\n').append(contig);
          for (int i = 0; i < own.count(); i++) {
            text.append('\n').append(own.start0(i)).append(' ').append(own.end0(i));
            text.append(' ').append(own.furthest0(i)).append(' ').append(text(own.transcript(i)));
          }
        });
    return text.toString();
  }

  private static String text(Transcript one) {
    var exons = new StringBuilder();
    for (int i = 0; i < one.exons(); i++) {
      exons.append(one.exonStart0(i)).append('-').append(one.exonEnd0(i)).append(',');
    }
    var coding = one.coding();
    var region = new StringBuilder();
    for (int i = 0; coding != null && i < coding.pieces(); i++) {
      region.append(coding.pieceStart(i)).append('-').append(coding.pieceEnd(i)).append(',');
    }
    if (coding != null) {
      region.append(coding.skip()).append(coding.isStartKnown()).append(coding.isEndKnown());
      region.append(Arrays.toString(coding.selenocysteines())).append(coding.protein());
    }
    return String.join(
        " ",
        one.id(),
        one.gene().toString(),
        one.biotype(),
        one.contig(),
        Boolean.toString(one.isForward()),
        exons,
        region,
        one.tags().toString(),
        one.difference().toString());
  }

  @Test
  void whatWasCompiledIsTheSame() throws IOException {
    var models = read(GENES);
    assertThat(models.count()).isEqualTo(3);
    var opened = open(compiled(models, 0));
    assertThat(text(opened)).isEqualTo(text(models));
    assertThat(opened.build()).isEqualTo(GenomeBuild.GRCH38);
    assertThat(opened.over("chr1", 0, 1000)).hasSize(2);
    assertThat(opened.over("X", 0, 1000)).hasSize(1);
    // One object for each transcript: what is kept of it is kept by it.
    assertThat(opened.over("1", 160, 170).getFirst())
        .isSameAs(opened.over("NC_000001.11", 0, 1000).getFirst());
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void manyGenesAreTheSame() throws IOException {
    var models = read(MadeUp.genes(new Random(7), 2_000));
    assertThat(models.count()).isGreaterThan(2_000);
    assertThat(text(open(compiled(models, 0)))).isEqualTo(text(models));
  }

  @Test
  void whatCouldNotBeUsedIsSaidAgain() throws IOException {
    open(compiled(read(GENES), 12));
    assertThat(problems.kept()).hasSize(1);
    assertThat(problems.kept().getFirst().code()).isEqualTo(ProblemCode.GENES_INDEX_PARTLY);
    assertThat(problems.kept().getFirst().values()).containsEntry("count", "12");
    assertThat(problems.faults()).isOne();
  }

  private void refused(Path file, ProblemCode code) {
    assertThatThrownBy(() -> open(file))
        .isInstanceOfSatisfying(
            BadInputException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  /// Every cut and a flip in every byte behind the first eight; what begins otherwise is no index.
  @Test
  void whatWasChangedIsRefused() throws IOException {
    var file = compiled(read(GENES), 0);
    var whole = Files.readAllBytes(file);
    for (int length = GeneIndexWriter.MAGIC.length; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      refused(file, ProblemCode.GENES_INDEX_DAMAGED);
    }
    for (int at = GeneIndexWriter.MAGIC.length; at < whole.length; at++) {
      var flipped = whole.clone();
      flipped[at] ^= (byte) (1 << (at % 8));
      Files.write(file, flipped);
      refused(file, ProblemCode.GENES_INDEX_DAMAGED);
    }
  }

  @Test
  void thoseOfAnotherReleaseAreRefused() throws IOException {
    var file = compiled(read(GENES), 0);
    var other = Files.readAllBytes(file);
    other[GeneIndexWriter.MAGIC.length - 1] = '1';
    Files.write(file, other);
    refused(file, ProblemCode.GENES_INDEX_OTHER_RELEASE);
  }

  /// With a checksum that fits, whatever stands in it: an answer or a named problem.
  @Test
  void whatWasMadeUpAnswersOrRefuses() throws IOException {
    var file = compiled(read(GENES), 0);
    var whole = Files.readAllBytes(file);
    var draws = new Random(3);
    int sumAt = whole.length - GeneIndexWriter.MAGIC.length - Integer.BYTES;
    for (int i = 0; i < 4_000; i++) {
      var bytes = whole.clone();
      bytes[8 + draws.nextInt(sumAt - 8)] = (byte) draws.nextInt(256);
      var sum = new CRC32C();
      sum.update(bytes, 0, sumAt);
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(sumAt, (int) sum.getValue());
      Files.write(file, bytes);
      try {
        var models = open(file);
        models.over("1", 0, 1000).forEach(GeneIndexTest::text);
        models.over("X", 0, 1000).forEach(GeneIndexTest::text);
      } catch (BadInputException e) {
        assertThat(e.problem().code())
            .isIn(ProblemCode.GENES_INDEX_DAMAGED, ProblemCode.GENES_INDEX_OTHER_RELEASE);
      }
    }
  }

  /// Genes as Ensembl publishes them, drawn by a seed.
  private static final class MadeUp {
    static String genes(Random draws, int count) {
      var text = new StringBuilder("##gff-version 3\n");
      for (int gene = 0; gene < count; gene++) {
        var contig = Integer.toString(1 + gene % 22);
        int begin = 1 + gene * 1_000 + draws.nextInt(500);
        char strand = draws.nextBoolean() ? '+' : '-';
        line(text, contig, "gene", begin, begin + 9_000, strand, ".", "ID=gene:G" + gene);
        for (int transcript = 0; transcript < 1 + draws.nextInt(3); transcript++) {
          var id = "T" + gene + "_" + transcript;
          var names = "ID=transcript:" + id + ";Parent=gene:G" + gene + ";tag=MANE_Select";
          line(text, contig, "mRNA", begin, begin + 9_000, strand, ".", names);
          int at = begin;
          for (int exon = 0; exon < 1 + draws.nextInt(8); exon++) {
            int end = at + 2 + 3 * draws.nextInt(100);
            line(text, contig, "exon", at, end, strand, ".", "Parent=transcript:" + id);
            if (gene % 3 != 0) {
              line(text, contig, "CDS", at, end, strand, "0", "Parent=transcript:" + id);
            }
            at = end + 1 + draws.nextInt(900);
          }
        }
      }
      return text.toString();
    }

    private static void line(
        StringBuilder text,
        String contig,
        String type,
        int start1,
        int end1,
        char strand,
        String phase,
        String names) {
      text.append(contig).append("\tx\t").append(type).append('\t').append(start1).append('\t');
      text.append(end1).append("\t.\t").append(strand).append('\t').append(phase).append('\t');
      text.append(names).append('\n');
    }
  }
}
