package org.idiome.genomics.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.Problems;
import org.idiome.core.time.When;
import org.idiome.genomics.calls.CallReader;
import org.idiome.genomics.calls.Origin;
import org.idiome.genomics.calls.VcfRequest;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;

/// What one pass gathers of whose sample it is.
class SampleTallyTest {
  private static final Origin ORIGIN = new Origin(0, Layer.GENOME, When.notStated(), null);
  private static final String HEAD_38 =
      """
      ##fileformat=VCFv4.2
      ##contig=<ID=chr1,length=248956422>
      ##contig=<ID=chrX,length=156040895>
      ##contig=<ID=chrY,length=57227415>
      ##FILTER=<ID=low,Description="x">
      ##INFO=<ID=AF,Number=A,Type=Float,Description="x">
      ##INFO=<ID=AN,Number=1,Type=Integer,Description="x">
      ##INFO=<ID=END,Number=1,Type=Integer,Description="x">
      ##FORMAT=<ID=GT,Number=1,Type=String,Description="x">
      ##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="x">
      """;
  private static final String COLUMNS =
      "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n";

  @Test
  void countsOnXOutsideOfThePseudoautosomalRegions() {
    var sex =
        facts(
                record("chrX 2781479 A C . GT 0/1")
                    + record("chrX 2781480 A C . GT 0/1")
                    + record("chrX 3000000 A C . GT 1/1")
                    + record("chrX 3000001 A C . GT 0/0")
                    + record("chrX 3000002 A C . GT 1")
                    + record("chrX 3000003 A C . GT ./.")
                    + record("chrX 3000004 A C,G . GT 1/2")
                    + record("chrX 155701383 A C . GT 0/1"))
            .sex();
    assertThat(sex.xHet()).isEqualTo(1);
    assertThat(sex.xHomAlt()).isEqualTo(1);
    assertThat(sex.xReference()).isEqualTo(1);
    assertThat(sex.xOneCopy()).isEqualTo(1);
    assertThat(sex.xNoCall()).isEqualTo(1);
    assertThat(sex.references()).isEqualTo(1);
  }

  @Test
  void aCallThatIsNotGoodEnoughIsNone() {
    var sex =
        facts(
                record("chrX 3000000 A C . GT:GQ 0/1:19")
                    + record("chrX 3000001 A C . GT:GQ 0/1:20")
                    + "chrX\t3000002\t.\tA\tC\t.\tlow\t.\tGT\t0/1\n")
            .sex();
    assertThat(sex.xHet()).isEqualTo(1);
    assertThat(sex.xNoCall()).isEqualTo(2);
  }

  @Test
  void takesOnlyAFrequencyOfManyPeople() {
    var sex =
        facts(
                record("chrX 3000000 A C AF=0.5;AN=200 GT 0/1")
                    + record("chrX 3000001 A C AF=0.25;AN=200 GT 0/0")
                    + record("chrX 3000002 A C AF=0.5;AN=2 GT 0/1")
                    + record("chrX 3000003 A C AF=0.5 GT 1/1"))
            .sex();
    assertThat(sex.frequency()).isEqualTo(new Homozygosity(2, 1, 0.5 + 0.625));
    assertThat(sex.frequencyReferences()).isEqualTo(1);
  }

  @Test
  void countsCallsOnY() {
    var sex =
        facts(
                record("chrY 2781479 A C . GT 0/1")
                    + record("chrY 2781480 A C . GT 1")
                    + record("chrY 3000000 A C . GT ./."))
            .sex();
    assertThat(sex.yCalled()).isEqualTo(1);
    assertThat(sex.yNoCall()).isEqualTo(1);
  }

  @Test
  void placesOfThePanelHaveTheGenotypeOfTheirAllelesAlone() {
    // The first places of the panel on GRCh38: 1:965017 C>T, 1:1627156 G>A, and the ones behind.
    var panel =
        facts(
                record("chr1 965017 C T . GT 0/1")
                    + record("chr1 1627156 G C . GT 0/1")
                    + block("chr1 2200000 2400000")
                    + "")
            .panel();
    assertThat(panel).startsWith("1.");
    assertThat(panel.length()).isEqualTo(Panel.shipped().size());
    var known = Panel.shipped();
    for (int place = 0; place < 20; place++) {
      int start0 = known.start0(place, org.idiome.core.genome.GenomeBuild.GRCH38);
      boolean isInBlock = start0 >= 2199999 && start0 < 2400000;
      char expected = isInBlock ? '0' : place == 0 ? '1' : '.';
      assertThat(panel.charAt(place)).describedAs("place " + place).isEqualTo(expected);
    }
  }

  @Test
  void twoRecordsThatDisagreeLeaveNoGenotype() {
    var panel =
        facts(record("chr1 965017 C T . GT 0/1") + record("chr1 965017 C T . GT 1/1")).panel();
    assertThat(panel).startsWith(".");
    var same =
        facts(record("chr1 965017 C T . GT 0/1") + record("chr1 965017 C T . GT 0/1")).panel();
    assertThat(same).startsWith("1");
  }

  @Test
  void onAnUnknownBuildNoPlaceIsKnown() {
    var facts =
        read(
            "##fileformat=VCFv4.2\n" + COLUMNS + record("chr1 965017 C T . GT 0/1"),
            VcfRequest.of(ORIGIN));
    assertThat(facts.panel()).isEmpty();
  }

  /// NA12877, NA12878 and their son NA12882: of all records, 29 contradict the family; of those
  /// whose calls are good enough, none does.
  @Test
  void thePublishedTrioFits() throws IOException {
    var fits = trio("ADM1059A2", new Family("ADM1059A1", "ADM1059A3", true));
    assertThat(autosomal(fits)).containsExactly(271, 0);
    assertThat(fits.contigs()).hasSize(24);
  }

  /// The same samples in other places: the father as the child of his son.
  @Test
  void thePublishedTrioInOtherPlacesDoesNotFit() throws IOException {
    var wrong = autosomal(trio("ADM1059A1", new Family("ADM1059A2", "ADM1059A3", true)));
    assertThat(wrong[1]).isGreaterThan(wrong[0] / 10);
  }

  /// An exome: few variants on X, and calls on Y beside many heterozygous ones there.
  @Test
  void aPublishedExomeShowsFewVariantsOnX() throws IOException {
    var input = Input.open(Truth.data("rare/exomiser/Pfeiffer.vcf.gz"), "exome", Limits.DEFAULT);
    var reading = CallReader.read(input, VcfRequest.of(ORIGIN), VcfLimits.DEFAULT, new Problems());
    var facts = Objects.requireNonNull(reading.samples().getFirst().facts());
    assertThat(facts.sex().xHet()).isEqualTo(24);
    assertThat(facts.sex().xHomAlt()).isEqualTo(17);
    assertThat(facts.sex().yCalled()).isEqualTo(32);
    assertThat(facts.sex().references()).isZero();
    assertThat(facts.panel().chars().filter(c -> c != '.').count()).isEqualTo(317);
  }

  @Test
  void aSampleThatIsNotInTheFileIsNoParent() throws IOException {
    var one = trio("ADM1059A2", new Family("nobody", "ADM1059A3", true));
    assertThat(one.father()).isNull();
    assertThat(one.mother()).isEqualTo("ADM1059A3");
    assertThat(autosomal(one)[1]).isZero();
  }

  private static int[] autosomal(FamilyFacts family) {
    int informative = 0;
    int errors = 0;
    for (var one : family.contigs()) {
      informative += one.isAutosome() ? (int) one.informative() : 0;
      errors += one.isAutosome() ? (int) one.errors() : 0;
    }
    return new int[] {informative, errors};
  }

  private static FamilyFacts trio(String child, Family family) throws IOException {
    var input = Input.open(Truth.data("rare/scout/trio.vcf.gz"), "trio", Limits.DEFAULT);
    var request = VcfRequest.of(ORIGIN).sample(child).family(family);
    var reading = CallReader.read(input, request, VcfLimits.DEFAULT, new Problems());
    var facts = Objects.requireNonNull(reading.samples().getFirst().facts());
    return Objects.requireNonNull(facts.family());
  }

  private static SampleFacts facts(String records) {
    return read(HEAD_38 + COLUMNS + records, VcfRequest.of(ORIGIN));
  }

  private static SampleFacts read(String text, VcfRequest request) {
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try {
      var input = Input.of(bytes, "made.vcf", Limits.DEFAULT);
      var facts =
          CallReader.read(input, request, VcfLimits.DEFAULT, new Problems())
              .samples()
              .getFirst()
              .facts();
      return Objects.requireNonNull(facts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Contig, position, REF, ALT, INFO, FORMAT, sample.
  private static String record(String words) {
    var w = words.split(" ", -1);
    return String.join("\t", w[0], w[1], ".", w[2], w[3], ".", "PASS", w[4], w[5], w[6]) + "\n";
  }

  private static String block(String words) {
    var w = words.split(" ", -1);
    return String.join(
            "\t", w[0], w[1], ".", "A", "<NON_REF>", ".", ".", "END=" + w[2], "GT", "0/0")
        + "\n";
  }
}
