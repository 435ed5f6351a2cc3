package org.idiome.genomics.consequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.gene.GeneReader;
import org.idiome.genomics.gene.Transcript;
import org.idiome.genomics.hgvs.Hgvs;
import org.idiome.genomics.hgvs.HgvsException;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.normal.GenomicHgvs;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.reference.Window;
import org.idiome.genomics.resolve.HgvsResolver;
import org.idiome.genomics.resolve.Resolved;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Descriptions back to alleles.
class HgvsResolverTest {
  /// Two exons, `AACATGGC` and `CTGACC`, with an intron `GTAAGTTAG` between; coding from ATG to
  /// TGA.
  private static final String BASES = "TT" + "AACATGGC" + "GTAAGTTAG" + "CTGACC" + "GG";

  private static final int[][] EXONS = {{3, 10}, {20, 25}};
  private static final int[][] CODING = {{6, 10, 0}, {20, 23, 1}};

  private static Resolved resolve(HgvsResolver resolver, String text) {
    try {
      var hgvs = Hgvs.of(text);
      assertThat(hgvs.changes()).hasSize(1);
      return resolver.resolve(hgvs.type(), hgvs.changes().getFirst());
    } catch (HgvsException e) {
      throw new AssertionError(text, e);
    }
  }

  private static Transcript transcript(String gff, String bases) throws IOException {
    return new Consequences(Models.of(gff), "models", new Problems())
        .of("c", new Window(bases), NormalForm.of(new Window(bases), 5, "A", "C"))
        .getFirst()
        .transcript();
  }

  private static Resolved onTranscript(String text) throws IOException {
    var transcript = transcript(Models.gff('+', EXONS, CODING), BASES);
    return resolve(HgvsResolver.ofTranscript(transcript, new Window(BASES)), text);
  }

  /// Worked out by hand.
  @ParameterizedTest
  @CsvSource({
    "c.1A>G, 5, A, G",
    "c.-3A>T, 2, A, T",
    "c.5C>T, 9, C, T",
    "c.6C>T, 19, C, T",
    "c.*1C>T, 23, C, T",
    "c.5+1G>A, 10, G, A",
    "c.5+5G>T, 14, G, T",
    "c.6-1G>A, 18, G, A",
    "c.6-2A>G, 17, A, G",
    "c.4_5del, 8, GC, ''",
    "c.4_5delGC, 8, GC, ''",
    "c.4dup, 8, G, GG",
    "c.4_5insTT, 9, '', TT",
    "c.5_5+1insA, 10, '', A",
    "c.4_5inv, 8, GC, GC",
    "c.1_3delinsC, 5, ATG, C",
    "c.5_6del, 9, CGTAAGTTAGC, ''"
  })
  void knownPlaces(String text, int start0, String reference, String alternate) throws IOException {
    assertThat(onTranscript(text)).isEqualTo(new Resolved.Allele(start0, reference, alternate));
  }

  @ParameterizedTest
  @CsvSource({
    "c.1C>G, REFERENCE_DIFFERS",
    "c.4_5delGG, REFERENCE_DIFFERS",
    "c.4_5delG, REFERENCE_DIFFERS",
    "c.10C>G, NO_SUCH_PLACE",
    "c.-4A>G, NO_SUCH_PLACE",
    "c.*3A>G, NO_SUCH_PLACE",
    "c.4+1G>A, NO_SUCH_PLACE",
    "c.5-1G>A, NO_SUCH_PLACE",
    "c.5+10G>A, NO_SUCH_PLACE",
    "c.*2+1G>A, NO_SUCH_PLACE",
    // Neighbours in the messenger, not on the contig.
    "c.5_6insA, NO_SUCH_PLACE",
    "c.4_5insN[3], UNKNOWN_BASES",
    "c.4=, NO_CHANGE",
    "g.5A>G, NOT_SUPPORTED",
    "p.Met1Val, NOT_SUPPORTED"
  })
  void whatCannotBeTold(String text, Resolved.Reason reason) throws IOException {
    assertThat(onTranscript(text)).as(text).isEqualTo(new Resolved.Not(reason));
  }

  @ParameterizedTest
  @CsvSource({"g.1G>A, 0, G, A", "g.2_3del, 1, AT, ''", "g.4dup, 3, C, CC", "g.4_5insA, 4, '', A"})
  void onAContig(String text, int start0, String reference, String alternate) {
    assertThat(resolve(HgvsResolver.ofContig(new Window("GATCA")), text))
        .isEqualTo(new Resolved.Allele(start0, reference, alternate));
    assertThat(resolve(HgvsResolver.ofContig(new Window("GATCA")), "g.6A>G"))
        .isEqualTo(new Resolved.Not(Resolved.Reason.NO_SUCH_PLACE));
  }

  private static NormalForm form(ReferenceSequence sequence, Resolved resolved) {
    assertThat(resolved).isInstanceOf(Resolved.Allele.class);
    var allele = (Resolved.Allele) resolved;
    return NormalForm.of(sequence, allele.start0(), allele.reference(), allele.alternate());
  }

  /// The thirty changes that were made by hand, both strands: descriptions on contig and transcript
  /// are the allele beside them.
  @Test
  void publishedDescriptionsAreTheirAlleles() throws IOException {
    var rows = Files.readAllLines(Truth.data("variants/consequence/strand/cases.tsv"));
    var folder = "variants/consequence/strand/";
    var models =
        GeneReader.read(Truth.data(folder + "gene.gff3"), "gff", Limits.DEFAULT, new Problems());
    var consequences = new Consequences(models, "gff", new Problems());
    int compared = 0;
    try (var opened = ReferenceFasta.open(Truth.data(folder + "gene.fa"), "gene.fa")) {
      for (var row : rows.subList(1, rows.size())) {
        var cells = row.split("\t", -1);
        for (int strand = 0; strand < 2; strand++) {
          var name = List.copyOf(opened.names()).get(strand);
          var contig = Objects.requireNonNull(opened.sequence(name));
          var vcf = cells[2 + strand].split(":", -1);
          var form = NormalForm.of(contig, Integer.parseInt(vcf[0]) - 1, vcf[1], vcf[2]);
          var transcript = consequences.of(name, contig, form).getFirst().transcript();
          assertThat(form(contig, resolve(HgvsResolver.ofContig(contig), cells[4 + strand])))
              .as(row)
              .isEqualTo(form);
          var coding = resolve(HgvsResolver.ofTranscript(transcript, contig), cells[6]);
          assertThat(form(contig, coding)).as(row).isEqualTo(form);
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(60);
  }

  @Tag("slow")
  @Test
  void whatIsWrittenIsReadBackAsTheSameAllele() throws IOException {
    var random = new Random(13);
    int compared = 0;
    for (int i = 0; i < 300; i++) {
      var made = MadeUpGene.of(random);
      var gene = random.nextBoolean() ? made : made.turned();
      var window = gene.window();
      var consequences = new Consequences(Models.of(gene.gff()), "models", new Problems());
      for (int k = 0; k < 10; k++) {
        int start = random.nextInt(gene.bases().length() - 6);
        var reference = gene.bases().substring(start, start + random.nextInt(4));
        var alternate = MadeUpGene.bases(random, random.nextInt(4));
        var form = NormalForm.of(window, start, reference, alternate);
        if (form.isSame()) {
          continue;
        }
        var genomic = GenomicHgvs.of(form, window);
        if (genomic != null && !genomic.contains("[")) {
          assertThat(form(window, resolve(HgvsResolver.ofContig(window), genomic)))
              .as(genomic)
              .isEqualTo(form);
        }
        for (var told : consequences.of("c", window, form)) {
          var text = told.hgvs();
          if (text != null && !text.contains("[")) {
            var resolver = HgvsResolver.ofTranscript(told.transcript(), window);
            assertThat(form(window, resolve(resolver, text))).as(text).isEqualTo(form);
            compared++;
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(1500);
  }
}
