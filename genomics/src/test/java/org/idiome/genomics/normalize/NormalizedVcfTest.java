package org.idiome.genomics.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.calls.FileContigs;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.genomics.vcf.VcfReader;
import org.idiome.testkit.Truth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NormalizedVcfTest {
  private static final String COLUMNS = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";
  private static final String OURS = "(VRS_Allele_IDs|NORMALIZED_FROM|NORMALIZED_NOTE)=[^;]*;?";

  /// One value where the definition asks for one of each alternate: theirs takes it for the first.
  private static final String WRONG_COUNT = "888";

  /// Splitting alone, or with a reference.
  private static final Set<String> SPLITTING = Set.of("-m-", "-m -", "-m -any");

  @TempDir Path folder;

  private record Written(List<String> header, List<String> records, long late) {}

  private static Written write(byte[] vcf, @Nullable Path fasta) throws IOException {
    var out = new ByteArrayOutputStream();
    long late;
    try (var reference = fasta == null ? null : ReferenceFasta.open(fasta, "ref");
        var input = Input.of(new ByteArrayInputStream(vcf), "vcf", Limits.DEFAULT);
        var reader = new VcfReader(input, VcfLimits.DEFAULT, new Problems())) {
      var contigs = new FileContigs(reader, reader.header());
      var normalizer = new Normalizer(reader, "vcf", contigs, reference, "ref");
      try (var written = new NormalizedVcf(reader, normalizer, true, out)) {
        while (reader.next()) {
          if (reader.record().isReadable()) {
            written.add();
          }
        }
        late = written.end();
      }
    }
    var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    return new Written(
        lines.stream().filter(line -> line.startsWith("#")).toList(),
        lines.stream().filter(line -> !line.startsWith("#")).toList(),
        late);
  }

  private Written write(String header, String records, String bases) throws IOException {
    var fasta = Files.writeString(folder.resolve("ref.fa"), ">c\n" + bases + "\n");
    var text = "##fileformat=VCFv4.3\n" + header + COLUMNS + records;
    return write(text.getBytes(StandardCharsets.UTF_8), fasta);
  }

  private static String places(Written written) {
    return written.records().stream()
        .map(line -> String.join(" ", Arrays.asList(line.split("\t")).subList(1, 5)))
        .collect(Collectors.joining("; "));
  }

  @Test
  void whatMovesLeftStaysInOrder() throws IOException {
    var bases = "G" + "A".repeat(50) + "C".repeat(9);
    var records = "c\t10\tx\tA\tT\t.\t.\t.\nc\t40\ty\tAA\tA\t.\t.\t.\nc\t40\tz\tA\tC\t.\t.\t.\n";
    var written = write("", records, bases);
    assertThat(places(written)).isEqualTo("1 y GA G; 10 x A T; 40 z A C");
    assertThat(written.late()).isZero();
    assertThat(written.records().getFirst()).contains("NORMALIZED_FROM=40|AA|A|1");
  }

  @Test
  void whatMovesFurtherThanTheWindowIsCounted() throws IOException {
    int far = NormalizedVcf.WINDOW + 100;
    var bases = "G" + "A".repeat(far) + "C";
    var records =
        "c\t10\tx\tA\tT\t.\t.\t.\n".repeat(1000)
            + "c\t"
            + (far - 10)
            + "\tw\tA\tG\t.\t.\t.\nc\t"
            + far
            + "\ty\tAA\tA\t.\t.\t.\n";
    var written = write("", records, bases);
    assertThat(written.late()).isOne();
    assertThat(written.records()).hasSize(1002);
  }

  @Test
  void aStatementAboutAStretchStaysWhole() throws IOException {
    var block = "c\t2\t.\tA\t<NON_REF>\t.\t.\tEND=5\n";
    var nothing = "c\t8\t.\tAA\t.\t.\t.\t.\n";
    var written = write("", block + nothing, "GAAAAAAAAAAC");
    assertThat(written.records()).containsExactly(block.strip(), nothing.strip());
  }

  /// As `bcftools norm -m -any` 1.16, but for the other allele in GT (`.`, where it writes 0), and
  /// PGT, which says nothing where GT has not the alternate.
  @Test
  void anUnspecifiedAlternateBesideOthersIsARecordOfItsOwn() throws IOException {
    var header =
        """
        ##INFO=<ID=AF,Number=A,Type=Float,Description="x">
        ##FORMAT=<ID=GT,Number=1,Type=String,Description="x">
        ##FORMAT=<ID=AD,Number=R,Type=Integer,Description="x">
        ##FORMAT=<ID=PL,Number=G,Type=Integer,Description="x">
        ##FORMAT=<ID=PGT,Number=1,Type=String,Description="x">
        """;
    var columns = COLUMNS.strip() + "\tFORMAT\ts\n";
    var records =
        """
        c 6 . AA A,<NON_REF> 50 . AF=0.5,0;DP=9 GT:AD:PL:PGT 0|1:4,5,0:90,0,80,91,81,99:0|1
        c 12 . C G,T,<NON_REF> 50 . AF=0.5,0.4,0 GT:AD:PL:PGT 1/2:0,4,5,0:1,2,3,4,5,6,7,8,9,10:.
        c 13 . G T,<*> 50 . DP=9 GT:AD:PL:PGT 0/0:9,0,0:0,10,20,30,40,50:0|1
        """
            .replace(' ', '\t');
    var fasta = Files.writeString(folder.resolve("ref.fa"), ">c\nGAAAAAAAAAACGT\n");
    var text = "##fileformat=VCFv4.2\n" + header + columns + records;
    var written = write(text.getBytes(StandardCharsets.UTF_8), fasta);
    assertThat(
            written.records().stream()
                .map(line -> line.replaceAll(";?(VRS_Allele_IDs|NORMALIZED_[A-Z]*)=[^;\t]*", "")))
        .map(line -> line.replace('\t', ' '))
        .containsExactly(
            "c 1 . GA G 50 . AF=0.5;DP=9 GT:AD:PL:PGT 0|1:4,5:90,0,80:0|1",
            "c 6 . AA <NON_REF> 50 . AF=0;DP=9 GT:AD:PL:PGT 0|.:4,0:90,91,99:.",
            "c 12 . C G 50 . AF=0.5 GT:AD:PL:PGT 1/.:0,4:1,2,3:.",
            "c 12 . C T 50 . AF=0.4 GT:AD:PL:PGT ./1:0,5:1,4,6:.",
            "c 12 . C <NON_REF> 50 . AF=0 GT:AD:PL:PGT ./.:0,0:1,7,10:.",
            "c 13 . G T 50 . DP=9 GT:AD:PL:PGT 0/0:9,0:0,10,20:.",
            "c 13 . G <*> 50 . DP=9 GT:AD:PL:PGT 0/0:9,0:0,30,50:.");
  }

  @Test
  void aSecondTimeChangesNothingButOurOwnFields() throws IOException {
    var once = write("", "c\t5\t.\tAA\tA,AAA,C\t.\t.\tDP=3\n", "GAAAAAAAAAAC");
    var text = String.join("\n", once.header()) + "\n" + String.join("\n", once.records()) + "\n";
    var again = write(text.getBytes(StandardCharsets.UTF_8), folder.resolve("ref.fa"));
    assertThat(again.header()).isEqualTo(once.header());
    assertThat(places(again)).isEqualTo(places(once));
    assertThat(again.records().getFirst())
        .isEqualTo(once.records().getFirst().replaceAll(";NORMALIZED_FROM=[^;]*", ""));
  }

  @Test
  void whatHasNoFormSaysWhy() throws IOException {
    var records = "c\t2\t.\tA\tT\t.\t.\t.\n".repeat(200) + "c\t3\t.\tC\tT\t.\t.\t.\n";
    var written = write("", records, "GAAAAAAAAAAC");
    assertThat(written.records().getLast())
        .isEqualTo("c\t3\t.\tC\tT\t.\t.\tNORMALIZED_NOTE=reference_differs");
  }

  /// The cases of samtools/bcftools for splitting. An allele of a genotype that is another
  /// alternate is 0 there and `.` here (samtools/bcftools#343): a false claim of reference is the
  /// one difference. Without a reference alleles are not trimmed there.
  @Test
  void publishedCases() throws IOException {
    var cases = Truth.data("variants/normal-form/bcftools/cases.tsv");
    int compared = 0;
    for (var row : Files.readAllLines(cases)) {
      var cells = row.split("\t", -1);
      if (!SPLITTING.contains(cells[3])) {
        continue;
      }
      var fasta = cells[2].equals("-") ? null : cases.resolveSibling(cells[2]);
      var ours = write(Files.readAllBytes(cases.resolveSibling(cells[1])), fasta).records();
      var theirs =
          Files.readAllLines(cases.resolveSibling(cells[4])).stream()
              .filter(line -> !line.startsWith("#"))
              .toList();
      assertSame(cells[0], ours, theirs);
      compared++;
    }
    assertThat(compared).isGreaterThanOrEqualTo(8);
  }

  private static void assertSame(String name, List<String> ours, List<String> theirs) {
    assertThat(ours).as(name).hasSameSizeAs(theirs);
    var own = sorted(ours);
    var other = sorted(theirs);
    for (int i = 0; i < own.size(); i++) {
      assertThat(own.get(i).rest()).as(name).isEqualTo(other.get(i).rest());
      assertThat(masked(own.get(i).genotypes(), other.get(i).genotypes()))
          .as(name)
          .isEqualTo(other.get(i).genotypes());
    }
  }

  private record Compared(String rest, String genotypes) {}

  private static List<Compared> sorted(List<String> lines) {
    return lines.stream()
        .map(NormalizedVcfTest::compared)
        .sorted(Comparator.comparing(Compared::rest))
        .toList();
  }

  private static Compared compared(String line) {
    var cells = new ArrayList<>(Arrays.asList(line.split("\t", -1)));
    trim(cells);
    var info = cells.get(7).replaceAll(OURS, "").replaceAll(";$", "");
    var isMiscounted = cells.get(1).equals(WRONG_COUNT);
    cells.set(7, info.isEmpty() ? "." : isMiscounted ? "XAS" : info);
    var genotypes = new ArrayList<String>();
    boolean isCalled = cells.size() > 8 && cells.get(8).matches("GT(:.*)?");
    for (int i = 9; i < cells.size(); i++) {
      // One point stands for many; trailing fields may be left out.
      var sample = cells.get(i).replaceAll("\\.(,\\.)+", ".").replaceAll("(:\\.)+$", "");
      var genotype = isCalled ? sample.split(":", 2)[0] : "";
      genotypes.add(genotype);
      cells.set(i, sample.substring(genotype.length()));
    }
    return new Compared(String.join("\t", cells), String.join(" ", genotypes));
  }

  /// Ours, with 0 where ours says nothing and theirs says reference.
  private static String masked(String ours, String theirs) {
    var masked = new StringBuilder(ours);
    for (int i = 0; i < Math.min(ours.length(), theirs.length()); i++) {
      if (ours.charAt(i) == '.' && theirs.charAt(i) == '0') {
        masked.setCharAt(i, '0');
      }
    }
    return masked.toString();
  }

  private static void trim(List<String> cells) {
    var reference = cells.get(3).toUpperCase(Locale.ROOT);
    var alternate = cells.get(4).toUpperCase(Locale.ROOT);
    int start = Integer.parseInt(cells.get(1));
    while (alternate.length() > 1
        && reference.length() > 1
        && alternate.matches("[ACGTN]+")
        && reference.charAt(reference.length() - 1) == alternate.charAt(alternate.length() - 1)) {
      reference = reference.substring(0, reference.length() - 1);
      alternate = alternate.substring(0, alternate.length() - 1);
    }
    while (alternate.length() > 1
        && reference.length() > 1
        && reference.charAt(0) == alternate.charAt(0)) {
      reference = reference.substring(1);
      alternate = alternate.substring(1);
      start++;
    }
    // A stretch without an alternate is all of it here, its first base there.
    cells.set(1, Integer.toString(start));
    cells.set(3, alternate.equals(".") ? reference.substring(0, 1) : reference);
    cells.set(4, alternate);
  }
}
