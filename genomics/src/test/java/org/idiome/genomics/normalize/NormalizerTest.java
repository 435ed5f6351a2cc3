package org.idiome.genomics.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.problem.Reach;
import org.idiome.genomics.calls.FileContigs;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.normal.GenomicHgvs;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.normal.NormalForm.VcfForm;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.genomics.vcf.VcfReader;
import org.idiome.testkit.Truth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NormalizerTest {
  private static final String COLUMNS = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";
  private static final String BUILD_38 = "##contig=<ID=chr19,length=58617616>\n";

  /// Two bases that become their reverse complement are an inversion, which goes before delins
  /// (HGVS, specification 5.5); the table of cases has them as delins.
  private static final Map<String, String> INVERSIONS =
      Map.of("g.154_155delinsGA", "g.154_155inv", "g.145_146delinsTC", "g.145_146inv");

  @TempDir Path folder;

  /// What was answered, and what was said at the end.
  private record Answers(List<NormalizedAllele> alleles, List<Problem> said) {}

  /// The reference of the last answers, of which names are made when they are asked for.
  private @Nullable ReferenceFasta open;

  @AfterEach
  void close() {
    if (open != null) {
      open.close();
    }
  }

  private Answers read(String header, String records, @Nullable Path fasta) throws IOException {
    var text = "##fileformat=VCFv4.3\n" + header + COLUMNS + records;
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    close();
    var reference = fasta == null ? null : ReferenceFasta.open(fasta, "ref");
    open = reference;
    try (var input = Input.of(bytes, "vcf", Limits.DEFAULT);
        var reader = new VcfReader(input, VcfLimits.DEFAULT, new Problems())) {
      var contigs = new FileContigs(reader, reader.header());
      var normalizer = new Normalizer(reader, "vcf", contigs, reference, "ref");
      var alleles = new ArrayList<NormalizedAllele>();
      while (reader.next()) {
        assertThat(reader.record().isReadable()).isTrue();
        alleles.addAll(normalizer.alleles());
      }
      return new Answers(alleles, normalizer.end());
    }
  }

  private static String record(String contig, int position, String reference, String alternate) {
    return contig + "\t" + position + "\t.\t" + reference + "\t" + alternate + "\t.\t.\t.\n";
  }

  private Path fasta(String text) throws IOException {
    return Files.writeString(folder.resolve("ref.fa"), text);
  }

  @Test
  void everyAlternateOfARecordHasItsOwnForm() throws IOException {
    var reference = fasta(">c\nGGCAAAATTC\n");
    var record = record("c", 3, "CAAAA", "CAAA,CAAAAAA,CAAAC,*,<DEL>");
    var answers = read("", record, reference).alleles();
    assertThat(answers).hasSize(5);
    assertThat(answers.get(0).normal()).isEqualTo(new VcfForm(3, "CA", "C"));
    assertThat(answers.get(1).normal()).isEqualTo(new VcfForm(3, "C", "CAA"));
    assertThat(answers.get(2).normal()).isEqualTo(new VcfForm(7, "A", "C"));
    for (var other : answers.subList(3, 5)) {
      assertThat(other.normal()).isNull();
      assertThat(other.identifier()).isNull();
      assertThat(other.notes()).containsExactly(Note.NOT_BASES);
    }
    // The sequence is none that anybody knows: its accession is computed of its bases.
    assertThat(answers.getFirst().identifier()).startsWith("ga4gh:VA.");
    assertThat(answers.getFirst().hgvs()).isNull();
  }

  /// The header's contig is of 20 bases: one of 12 that begins alike is not the reference.
  @Test
  void aContigOfAnotherLengthIsSaid() throws IOException {
    var reference = fasta(">c\nGGCAAAATTCGG\n");
    var header = "##contig=<ID=c,length=20>\n##contig=<ID=d,length=9>\n";
    var fits = record("c", 3, "C", "T") + record("c", 12, "G", "A");
    var said = read(header, fits, reference).said();
    assertThat(said)
        .extracting(Problem::code)
        .containsExactly(ProblemCode.REFERENCE_LENGTH_DIFFERS);
    assertThat(said.getFirst().reach()).isEqualTo(Reach.WARNING);
    assertThat(said.getFirst().values()).containsEntry("contigs", "c 20 not 12");
    var beyond = fits.repeat(200) + record("c", 13, "G", "A");
    var bad = catchThrowableOfType(BadInputException.class, () -> read(header, beyond, reference));
    assertThat(bad.problem().code()).isEqualTo(ProblemCode.REFERENCE_LENGTH_DIFFERS);
    assertThat(bad.problem().reach()).isEqualTo(Reach.FILE);
    assertThat(bad.problem().place().line()).isEqualTo(405);
    assertThat(read(header.replace("20", "12"), fits, reference).said()).isEmpty();
    assertThat(read("", fits, reference).said()).isEmpty();
  }

  @Test
  void withoutAReferenceOnlySubstitutionsHaveIdentifiers() throws IOException {
    var records =
        record("chr19", 44_908_822, "C", "T")
            + record("chr19", 100, "CAAAA", "CAAA")
            + record("chr19", 200, "ACC", "CC");
    var answers = read(BUILD_38, records, null).alleles();
    assertThat(answers.get(0).identifier()).isEqualTo("ga4gh:VA.0AePZIWZUNsUlQTamyLrjm2HWUw2opLt");
    assertThat(answers.get(0).hgvs()).isEqualTo("NC_000019.10:g.44908822C>T");
    assertThat(answers.get(0).spdi()).isEqualTo("NC_000019.10:44908821:C:T");
    assertThat(answers.get(0).notes()).isEmpty();
    assertThat(answers.get(1).normal()).isEqualTo(new VcfForm(100, "CA", "C"));
    assertThat(answers.get(2).normal()).isEqualTo(new VcfForm(200, "AC", "C"));
    for (var indel : answers.subList(1, 3)) {
      assertThat(indel.identifier()).isNull();
      assertThat(indel.hgvs()).isNull();
      assertThat(indel.notes()).containsExactly(Note.NOT_ROLLED);
    }
  }

  /// By the length that the contig of the build has; and where REF says that it knows no base.
  @Test
  void withoutAReferenceNothingIsIdentifiedThatCannotBe() throws IOException {
    var records =
        record("chr19", 100, "A", "C").repeat(200)
            + record("chr19", 58_617_617, "A", "C")
            + record("chr19", 100, "N", "T");
    var alleles = read(BUILD_38, records, null).alleles();
    var beyond = alleles.get(200);
    assertThat(beyond.notes()).containsExactly(Note.BEYOND_CONTIG);
    assertThat(beyond.identifier()).isNull();
    var unknown = alleles.get(201);
    assertThat(unknown.notes()).containsExactly(Note.REFERENCE_UNKNOWN_BASE);
    assertThat(unknown.identifier()).isNull();
    assertThat(unknown.hgvs()).isNull();
  }

  @Test
  void withoutABuildNothingIsIdentified() throws IOException {
    var answer = read("", record("chr19", 44_908_822, "C", "T"), null).alleles().getFirst();
    assertThat(answer.identifier()).isNull();
    assertThat(answer.notes()).containsExactly(Note.SEQUENCE_NOT_KNOWN);
  }

  @Test
  void whatDoesNotFitTheReferenceHasNoForm() throws IOException {
    var reference = fasta(">c\nGGCANRATTC\n");
    var records =
        record("c", 3, "C", "T").repeat(500)
            + record("c", 3, "G", "T")
            + record("c", 4, "AC", "A")
            + record("c", 6, "A", "T")
            + record("d", 3, "GC", "G");
    var read = read("", records, reference);
    var last = read.alleles().subList(500, 504);
    assertThat(last.get(0).notes()).containsExactly(Note.REFERENCE_DIFFERS);
    assertThat(last.get(0).normal()).isNull();
    assertThat(last.get(1).notes()).containsExactly(Note.REFERENCE_UNKNOWN_BASE);
    assertThat(last.get(2).notes()).isEmpty();
    assertThat(last.get(3).notes())
        .containsExactlyInAnyOrder(Note.CONTIG_NOT_IN_REFERENCE, Note.NOT_ROLLED);
    assertThat(read.said()).hasSize(2);
    var said = read.said().getFirst();
    assertThat(said.code()).isEqualTo(ProblemCode.REFERENCE_DIFFERS);
    assertThat(said.reach()).isEqualTo(Reach.RECORD);
    assertThat(said.values()).containsEntry("count", "1").containsEntry("places", "c:3");
  }

  /// As LUMPY and others write REF; of bases, N in REF is another than the base that is there.
  @Test
  void nobodyContradictsAnNBesideStructuralAlternatesAlone() throws IOException {
    var reference = fasta(">c\nGGCAGATTCA\n");
    var structural = record("c", 3, "N", "<DEL>") + record("c", 4, "N", "N[c:9[");
    var read = read("", structural, reference);
    assertThat(read.alleles())
        .hasSize(2)
        .allSatisfy(one -> assertThat(one.notes()).containsExactly(Note.NOT_BASES));
    assertThat(read.said()).isEmpty();
    for (var other : List.of(record("c", 3, "T", "<DEL>"), record("c", 3, "N", "<DEL>,T"))) {
      assertThatThrownBy(() -> read("", other, reference)).isInstanceOf(BadInputException.class);
    }
  }

  /// The commonest slip: other names, or another reference.
  @Test
  void contigsThatTheReferenceLacksAreSaid() throws IOException {
    var reference = fasta(">c\nGGCA\n");
    var other = record("d", 1, "G", "T").repeat(3);
    var some = read("", record("c", 1, "G", "T") + other, reference).said().getFirst();
    assertThat(some.code()).isEqualTo(ProblemCode.REFERENCE_LACKS_CONTIGS);
    assertThat(some.reach()).isEqualTo(Reach.RECORD);
    assertThat(some.values())
        .containsEntry("count", "3")
        .containsEntry("compared", "4")
        .containsEntry("contigs", "d");
    var refused = catchThrowableOfType(BadInputException.class, () -> read("", other, reference));
    assertThat(refused.problem().code()).isEqualTo(ProblemCode.REFERENCE_LACKS_CONTIGS);
    assertThat(refused.problem().reach()).isEqualTo(Reach.FILE);
  }

  @Test
  void aRecordBeyondTheContigHasNoForm() throws IOException {
    var reference = fasta(">c\nGGCA\n");
    var records = record("c", 1, "G", "T").repeat(200) + record("c", 4, "AC", "A");
    var last = read("", records, reference).alleles().getLast();
    assertThat(last.notes()).containsExactly(Note.BEYOND_CONTIG);
    assertThat(last.normal()).isNull();
  }

  @Test
  void aReferenceThatDoesNotFitIsRefused() throws IOException {
    var reference = fasta(">c\nGGCA\n");
    var few = record("c", 1, "G", "T").repeat(90) + record("c", 1, "A", "T");
    var many = record("c", 1, "A", "T").repeat(2000);
    for (var records : List.of(few, many)) {
      var refused =
          catchThrowableOfType(BadInputException.class, () -> read("", records, reference));
      assertThat(refused.problem().code()).isEqualTo(ProblemCode.REFERENCE_DIFFERS);
      assertThat(refused.problem().reach()).isEqualTo(Reach.FILE);
    }
  }

  /// A file of the length of chromosome 21 of GRCh38, without its bases.
  @Test
  void aReferenceOfAnotherBuildIsRefused() throws IOException {
    var reference = fasta(">21\n");
    try (var file = new RandomAccessFile(reference.toFile(), "rw")) {
      file.setLength(4 + 46_709_983L);
    }
    Files.writeString(folder.resolve("ref.fa.fai"), "21\t46709983\t4\t46709983\t46709984\n");
    var header = "##contig=<ID=21,length=48129895>\n";
    var refused =
        catchThrowableOfType(
            BadInputException.class, () -> read(header, record("21", 1, "A", "T"), reference));
    assertThat(refused.problem().code()).isEqualTo(ProblemCode.REFERENCE_OTHER_BUILD);
    assertThat(refused.problem().values())
        .containsEntry("found", "GRCh38")
        .containsEntry("wanted", "GRCh37");
  }

  /// One gene on both strands, its changes described by hand.
  @Test
  void hgvsOnBothStrands() throws IOException {
    var rows = Files.readAllLines(Truth.data("variants/consequence/strand/cases.tsv"));
    var reference = Truth.data("variants/consequence/strand/gene.fa");
    for (var row : rows.subList(1, rows.size())) {
      var cells = row.split("\t", -1);
      for (int strand = 0; strand < 2; strand++) {
        var vcf = cells[2 + strand].split(":", -1);
        try (var opened = ReferenceFasta.open(reference, "gene.fa")) {
          var name = List.copyOf(opened.names()).get(strand);
          var contig = Objects.requireNonNull(opened.sequence(name));
          var form = NormalForm.of(contig, Integer.parseInt(vcf[0]) - 1, vcf[1], vcf[2]);
          var wanted = INVERSIONS.getOrDefault(cells[4 + strand], cells[4 + strand]);
          assertThat(GenomicHgvs.of(form, contig)).as(row).isEqualTo(wanted);
        }
      }
    }
    assertThat(rows).hasSizeGreaterThanOrEqualTo(31);
  }
}
