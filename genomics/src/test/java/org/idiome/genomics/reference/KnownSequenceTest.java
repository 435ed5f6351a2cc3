package org.idiome.genomics.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.genomics.contig.Contigs;
import org.idiome.genomics.contig.KnownContig;
import org.idiome.genomics.contig.PseudoautosomalRegions;
import org.idiome.genomics.reference.KnownSequence.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownSequenceTest {
  /// Of ACGT (GA4GH refget).
  private static final String ACGT = "SQ.aKF498dAxcJAqme6QYQ7EZ07-fiw8Kw2";

  private static KnownContig contig(
      GenomeBuild build, String name, int length, @Nullable String refget) {
    return new KnownContig(
        build, new Contig(name), "chr" + name, null, null, length, refget, null, true);
  }

  private static State state(String bases, KnownContig... named) {
    return KnownSequence.of("x", new Window(bases), List.of(named), List.of(named)).state();
  }

  @Test
  void anEqualDigestProves() {
    var one = contig(GenomeBuild.GRCH38, "1", 4, ACGT);
    var found = KnownSequence.of("chr1", new Window("ACGT"), List.of(one), List.of(one));
    assertThat(found.refget()).isEqualTo(ACGT);
    assertThat(found.state()).isEqualTo(State.EQUAL);
    assertThat(found.known()).isEqualTo("GRCh38 1");
    assertThat(KnownSequence.of("chr2", new Window("ACGT"), List.of(), List.of(one)).state())
        .isEqualTo(State.EQUAL_OTHER_NAME);
  }

  @Test
  void anUnequalDigestDoesNotDisproveWhereMasksAreKnown() {
    assertThat(state("ACGN", contig(GenomeBuild.GRCH38, "1", 4, ACGT))).isEqualTo(State.DIFFERS);
    assertThat(state("ACGN", contig(GenomeBuild.GRCH38, "21", 4, ACGT)))
        .isEqualTo(State.MAYBE_MASKED);
    assertThat(state("ACGN", contig(GenomeBuild.GRCH37, "21", 4, ACGT))).isEqualTo(State.DIFFERS);
    assertThat(state("ACG", contig(GenomeBuild.GRCH38, "21", 4, ACGT)))
        .isEqualTo(State.NOT_STANDARD);
    assertThat(state("ACGA", contig(GenomeBuild.GRCH38, "21", 4, null)))
        .isEqualTo(State.NOT_COMPARED);
    assertThat(state("ACGA")).isEqualTo(State.NOT_STANDARD);
  }

  /// N in the pseudoautosomal regions of a build, else A; one base of them may be another.
  private record MaskedY(int lengthBases, int openAt0) implements ReferenceSequence {
    @Override
    public byte base(int at0) {
      boolean isPar =
          PseudoautosomalRegions.all().stream()
              .filter(one -> one.build() == GenomeBuild.GRCH37)
              .filter(one -> one.contig().name().equals("Y"))
              .anyMatch(one -> at0 >= one.start0() && at0 < one.end0());
      return (byte) (isPar && at0 != openAt0 ? 'N' : 'A');
    }
  }

  @Test
  void maskedRegionsOfYAreLookedAt() {
    int length = 2_700_000;
    var known = List.of(contig(GenomeBuild.GRCH37, "Y", length, ACGT));
    assertThat(KnownSequence.of("Y", new MaskedY(length, -1), known, known).state())
        .isEqualTo(State.MASKED_PAR);
    assertThat(KnownSequence.of("Y", new MaskedY(length, 1_000_000), known, known).state())
        .isEqualTo(State.DIFFERS);
  }

  @Test
  void theBuildsInUseHaveADigestForEveryContig() {
    assertThat(Contigs.primary()).hasSize(75);
    assertThat(Contigs.primary())
        .filteredOn(contig -> contig.build() != GenomeBuild.T2T_CHM13V2)
        .hasSize(50)
        .allMatch(contig -> contig.refget() != null);
  }
}
