package org.idiome.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.idiome.core.genome.Callability;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.vcf.VcfLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {
  private static final Locus PLACE = Locus.at(GenomeBuild.GRCH38, new Contig("10"), 94_781_859);
  private static final Locus BESIDE = Locus.at(GenomeBuild.GRCH38, new Contig("10"), 94_761_900);

  private static final String PACKET =
      """
      {"id": "packet", "subject": {"id": "p1"},
       "biosamples": [{"id": "G1", "individualId": "p1",
         "timeOfCollection": {"timestamp": "2024-05-01T00:00:00Z"}}],
       "files": [{"uri": "germline.vcf", "individualToFileIdentifiers": {"G1": "S"},
         "fileAttributes": {"fileFormat": "VCF", "layer": "genome", "genomeAssembly": "GRCh38"}}],
       "metaData": {"created": "2024-06-01T00:00:00Z", "createdBy": "test",
         "phenopacketSchemaVersion": "2.0"}}
      """;

  private static final String VARIANTS =
      """
      ##fileformat=VCFv4.2
      ##contig=<ID=chr10,length=133797422>
      ##FILTER=<ID=PASS,Description="All filters passed">
      ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
      #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS
      chr10\t94781859\trs4244285\tG\tA\t90\tPASS\t.\tGT\t0/1
      """;

  @TempDir private Path folder;

  private Person read(String packet, String variants) throws IOException {
    Files.writeString(folder.resolve("phenopacket.json"), packet, StandardCharsets.UTF_8);
    Files.writeString(folder.resolve("germline.vcf"), variants, StandardCharsets.UTF_8);
    return new FolderSource(folder).read(new TreeSet<>(List.of(PLACE, BESIDE)));
  }

  @Test
  void readsTheGenomeAtTheDeclaredPlaces() throws IOException {
    var person = read(PACKET, VARIANTS);
    assertThat(person.genomes()).hasSize(1);
    var genome = person.genomes().getFirst();
    assertThat(genome.sample()).isEqualTo("S");
    assertThat(genome.specimen()).isEqualTo("G1");
    assertThat(genome.build()).isEqualTo(GenomeBuild.GRCH38);
    assertThat(genome.calls(PLACE)).hasSize(1);
    assertThat(genome.lookedAt(PLACE).getFirst().state()).isEqualTo(Callability.CALLED_VARIANT);
    assertThat(genome.lookedAt(BESIDE).getFirst().state()).isEqualTo(Callability.NOT_LOOKED_AT);
  }

  @Test
  void citesTheRecordAsItStandsInTheFile() throws IOException {
    var person = read(PACKET, VARIANTS);
    var row = person.genomes().getFirst().calls(PLACE).getFirst().rows().getFirst();
    var cited = person.rowText().cite(row);
    var lines = Files.readAllLines(folder.resolve("germline.vcf"));
    assertThat(row.locator()).isEqualTo(6);
    assertThat(cited.text()).isEqualTo(lines.get(5));
    assertThat(cited.header()).isEqualTo(lines.get(4));
  }

  @Test
  void goesOnWithoutAFileThatCannotBeReadAndSaysSo() throws IOException {
    var person = read(PACKET, "##fileformat=VCFv4.2\n");
    assertThat(person.genomes()).isEmpty();
    assertThat(person.problems())
        .extracting(problem -> problem.code())
        .contains(ProblemCode.VCF_HEADER_ABSENT);
  }

  @Test
  void givesNoGenomeWhereTheBuildIsContradicted() throws IOException {
    var person = read(PACKET.replace("GRCh38", "GRCh37"), VARIANTS);
    assertThat(person.genomes()).isEmpty();
    assertThat(person.problems())
        .extracting(problem -> problem.code())
        .contains(ProblemCode.VCF_BUILD_CONTRADICTION);
  }

  @Test
  void refusesABareFileThatIsNone() throws IOException {
    var file = Files.writeString(folder.resolve("x.vcf"), "no variant file\n");
    var source = new VcfSource(file, null, null, VcfLimits.DEFAULT);
    assertThatThrownBy(() -> source.read(new TreeSet<>())).isInstanceOf(BadInputException.class);
  }

  @Test
  void namesThePersonOfABareFileByItsSample() throws IOException {
    var file = Files.writeString(folder.resolve("x.vcf"), VARIANTS);
    var person =
        new VcfSource(file, null, null, VcfLimits.DEFAULT).read(new TreeSet<>(List.of(PLACE)));
    assertThat(person.individual().id()).isEqualTo("S");
    assertThat(person.genomes().getFirst().calls()).hasSize(1);
  }
}
