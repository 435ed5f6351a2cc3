package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledGenesTest {
  private static final String GENES =
      """
      ##gff-version 3
      c	.	gene	1	30	.	+	.	ID=gene:G;Name=ABC
      c	.	mRNA	1	30	.	+	.	ID=transcript:T.1;Parent=gene:G;tag=MANE_Select
      c	.	exon	1	30	.	+	.	Parent=transcript:T.1
      c	.	CDS	3	26	.	+	0	Parent=transcript:T.1
      c	.	mRNA	1	40	.	+	.	ID=transcript:T.2;Parent=gene:G
      c	.	exon	1	40	.	+	.	Parent=transcript:T.2
      """;

  private static final String VCF =
      """
      ##fileformat=VCFv4.3
      ##FORMAT=<ID=GT,Number=1,Type=String,Description="g">
      #CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO	FORMAT	S
      c	9	.	C	T,G	.	.	.	GT	0/1
      c	12	.	G	GA	.	.	.	GT	1|1
      c	20	.	A	<DEL>	.	.	SVLEN=5	GT	0/1
      """;

  @TempDir Path folder;
  private Path genes = Path.of("");
  private Path vcf = Path.of("");
  private Path fasta = Path.of("");
  private Path index = Path.of("");

  @BeforeEach
  void write() throws IOException {
    genes = Files.writeString(folder.resolve("genes.gff3"), GENES);
    vcf = Files.writeString(folder.resolve("in.vcf"), VCF);
    fasta = Files.writeString(folder.resolve("ref.fa"), ">c\nCCATGAAACAAGGTAGCTTACCTTAAGGCC\n");
    index = folder.resolve("genes.index");
  }

  private Ran annotate(Path genes, String... more) {
    var arguments = new java.util.ArrayList<Object>();
    arguments.addAll(List.of("annotate", vcf, "--genes", genes, "--fasta", fasta));
    arguments.addAll(List.of(more));
    return idiome(arguments.toArray());
  }

  /// The same bytes, the same problems of transcripts, the same exit code.
  @Test
  void compiledGenesAnswerTheSame() throws IOException {
    var made = idiome("genes", genes, "-o", index);
    assertThat(made.exit()).as(made.err()).isZero();
    assertThat(made.err()).contains("2 transcripts compiled");
    var source = annotate(genes);
    var compiled = annotate(index);
    assertThat(source.out()).contains("CSQ=").contains("T.1");
    assertThat(compiled.out()).isEqualTo(source.out());
    assertThat(compiled.exit()).isEqualTo(source.exit());
    assertThat(compiled.err()).isEqualTo(source.err().replace("genes.gff3", "genes.index"));
    assertThat(annotate(index, "--tsv").out()).isEqualTo(annotate(genes, "--tsv").out());
    assertThat(idiome("genes", genes, "-o", index).exit()).as("made anew").isZero();
  }

  @Test
  void whatCouldNotBeCompiledIsSaidWithEachUse() throws IOException {
    Files.writeString(genes, GENES + "c\t.\texon\t5\t9\t.\t+\t.\tParent=transcript:T.2\n");
    var made = idiome("genes", genes, "-o", index);
    assertThat(made.exit()).isEqualTo(ExitCode.PARTLY);
    var source = annotate(genes);
    var compiled = annotate(index);
    assertThat(source.exit()).isEqualTo(ExitCode.PARTLY);
    assertThat(compiled.exit()).isEqualTo(ExitCode.PARTLY);
    assertThat(compiled.out()).isEqualTo(source.out());
    assertThat(compiled.err()).contains("1 lines or transcripts of genes.gff3 could not be used");
  }

  @Test
  void whatIsThereAndIsNoneIsNotWrittenOver() throws IOException {
    assertThat(idiome("genes", genes, "-o", vcf).exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(vcf).hasContent(VCF);
    assertThat(idiome("genes", vcf, "-o", index).exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(index).doesNotExist();
  }
}
