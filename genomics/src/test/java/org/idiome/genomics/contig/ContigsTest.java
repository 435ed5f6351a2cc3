package org.idiome.genomics.contig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.testkit.Truth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContigsTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "chr1, 1",
    "NC_000001.11, 1",
    "NC_000001.10, 1",
    "CM000663.2, 1",
    "MT, MT",
    "M, MT",
    "chrM, MT",
    "J01415.2, MT",
    "NC_060947.1, X",
    "CHRX, X",
    "NC_001807.4, NC_001807",
    "GL000191.1, HSCHR1_RANDOM_CTG5",
    "chr1_gl000191_random, HSCHR1_RANDOM_CTG5",
    "chrUn_unheard_of, chrUn_unheard_of",
    "<2>, <2>"
  })
  void resolvesEveryNameInUse(String name, String contig) {
    assertThat(Contigs.resolve(name)).isEqualTo(new Contig(contig));
  }

  /// The facts beside the project and the table that ships must not part ways.
  @Test
  void knowsWhatThePublishersSay() throws IOException {
    var lines = Files.readAllLines(Truth.data("variants/contigs/primary.tsv"));
    assertThat(lines).hasSize(76);
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split("\t", -1);
      var known =
          Objects.requireNonNull(Contigs.of(Contigs.build(cells[0]), new Contig(cells[1])), line);
      assertThat(
              List.of(
                  orDot(known.ucsc()),
                  orDot(known.refseq()),
                  orDot(known.genbank()),
                  Integer.toString(known.lengthBases()),
                  orDot(known.refget()),
                  orDot(known.md5())))
          .isEqualTo(List.of(cells).subList(2, 8));
    }
  }

  private static String orDot(@Nullable String value) {
    return value == null ? "." : value;
  }

  /// Lengths tell the build, but for the mitochondrion.
  @Test
  void lengthsOfPrimaryContigsDifferByBuild() {
    for (var name : List.of("1", "9", "22", "X", "Y")) {
      var lengths = new HashSet<Integer>();
      for (var known : Contigs.named(name)) {
        lengths.add(known.lengthBases());
      }
      assertThat(lengths).as(name).hasSize(3);
    }
    assertThat(Contigs.named("MT")).extracting(KnownContig::lengthBases).containsOnly(16569);
  }

  @Test
  void knowsTheEndsThatRecombine() {
    assertThat(touches("X", 2781479)).isTrue();
    assertThat(touches("X", 2781480)).isFalse();
    assertThat(touches("X", 155701382)).isFalse();
    assertThat(touches("X", 155701383)).isTrue();
    assertThat(touches("Y", 10001)).isTrue();
    assertThat(touches("1", 10001)).isFalse();
    assertThat(PseudoautosomalRegions.all()).hasSize(12);
  }

  private static boolean touches(String contig, int position1) {
    return PseudoautosomalRegions.touches(
        Locus.at(GenomeBuild.GRCH38, new Contig(contig), position1));
  }
}
