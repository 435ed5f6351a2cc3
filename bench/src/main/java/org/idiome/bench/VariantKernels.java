package org.idiome.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.consequence.Consequences;
import org.idiome.genomics.consequence.GeneticCode;
import org.idiome.genomics.gene.GeneReader;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.LineReader;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.reference.Refget;
import org.idiome.genomics.table.AlleleTable;
import org.idiome.genomics.table.ScoreTableMaker;
import org.idiome.genomics.table.TableChoice;
import org.idiome.genomics.table.TableSearch;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.genomics.vcf.VcfReader;
import org.idiome.genomics.vrs.VrsAllele;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// The inner loops of variants, one allele or record an operation: 1,000 made-up ones in and around
/// a gene of three transcripts, 85 % substitutions, the others of one to seven bases. With `-prof
/// gc` it says what each allocates.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class VariantKernels {
  private static final int ALLELES = 1_000;

  /// Each record stands so often in the file: what a reader takes once is spread thin.
  private static final int TIMES = 100;

  private static final int RECORDS = ALLELES * TIMES;
  private static final int BASES = 90_000;
  private static final int FIRST = 49_000;
  private static final int STRETCH = 35_000;
  private static final int LONGEST = 7;
  private static final String LETTERS = "ACGT";

  /// What stays open while it is measured.
  private record Open(
      ReferenceFasta reference,
      ReferenceSequence sequence,
      Consequences consequences,
      AlleleTable table,
      TableSearch search) {}

  /// An allele as a file writes it.
  private record Written(int start0, String reference, String alternate) {}

  private final List<Written> written = new ArrayList<>();
  private final List<NormalForm> forms = new ArrayList<>();
  private final Problems problems = new Problems();
  private Path folder = Path.of("");
  private String bases = "";
  private String refget = "";
  private byte[] records = {};
  private @Nullable Open open;

  /// Makes contig, gene, alleles, records and a table of the alleles.
  @Setup
  public void make() throws IOException {
    folder = Files.createTempDirectory("idiome-bench-");
    var draws = new Random(1);
    var contig = new byte[BASES];
    for (int i = 0; i < BASES; i++) {
      contig[i] = (byte) LETTERS.charAt(draws.nextInt(LETTERS.length()));
    }
    var genes = new StringWriter();
    new MadeUpGenes(genes).put("1", contig);
    bases = new String(contig, StandardCharsets.US_ASCII);
    var fasta = Files.writeString(folder.resolve("reference.fa"), ">1\n" + bases + "\n");
    var reference = ReferenceFasta.open(fasta, "reference.fa");
    var sequence = Objects.requireNonNull(reference.sequence("1"));
    refget = Refget.accession(sequence);
    for (int i = 0; i < ALLELES; i++) {
      var one = drawn(draws, FIRST + i * (STRETCH / ALLELES));
      written.add(one);
      forms.add(NormalForm.of(sequence, one.start0, one.reference, one.alternate));
    }
    records = records().getBytes(StandardCharsets.US_ASCII);
    try (var input = input(genes.toString())) {
      var models = GeneReader.read(input, Limits.DEFAULT, problems);
      var table = table(reference);
      open =
          new Open(
              reference,
              sequence,
              new Consequences(models, "genes", problems),
              table,
              new TableSearch(table));
    }
  }

  private static Input input(String text) throws IOException {
    return input(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Input input(byte[] bytes) throws IOException {
    return Input.of(new ByteArrayInputStream(bytes), "made", Limits.DEFAULT);
  }

  private Written drawn(Random draws, int start0) {
    var base = bases.substring(start0, start0 + 1);
    int kind = draws.nextInt(100);
    if (kind < 85) {
      var others = LETTERS.replace(base, "");
      return new Written(start0, base, String.valueOf(others.charAt(draws.nextInt(3))));
    }
    int length = 1 + draws.nextInt(LONGEST);
    var more = bases.substring(start0 + 1, start0 + 1 + length);
    return kind < 93
        ? new Written(start0, base, base + more)
        : new Written(start0, base + more, base);
  }

  private String records() {
    var text =
        new StringBuilder(
            """
            ##fileformat=VCFv4.2
            ##FORMAT=<ID=GT,Number=1,Type=String,Description="g">
            ##FORMAT=<ID=AD,Number=R,Type=Integer,Description="d">
            #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS
            """);
    for (var one : written) {
      var alleles = one.reference + "\t" + one.alternate;
      var record =
          "1\t" + (one.start0 + 1) + "\t.\t" + alleles + "\t50\tPASS\t.\tGT:AD\t0|1:10,12\n";
      text.repeat(record, TIMES);
    }
    return text.toString();
  }

  private AlleleTable table(ReferenceFasta reference) throws IOException {
    var text = new StringBuilder("chr\tpos\tref\talt\tscore\n");
    for (var one : written) {
      text.append("1\t").append(one.start0 + 1).append('\t').append(one.reference).append('\t');
      text.append(one.alternate).append("\t0.").append(one.start0).append('\n');
    }
    var file = folder.resolve("table");
    try (var input = input(text.toString());
        var lines = new LineReader(input, Limits.DEFAULT);
        var out = Files.newOutputStream(file);
        var maker =
            new ScoreTableMaker(
                lines,
                "made",
                reference,
                null,
                TableChoice.of(List.of()),
                LETTERS.length() * 4,
                out)) {
      maker.make(problems);
      maker.end("x", "0");
    }
    return AlleleTable.open(file, "table");
  }

  private Open open() {
    return Objects.requireNonNull(open);
  }

  /// Closes and removes them.
  @TearDown
  public void remove() throws IOException {
    open().table.close();
    open().reference.close();
    for (var name : List.of("table", "reference.fa")) {
      Files.delete(folder.resolve(name));
    }
    Files.delete(folder);
  }

  /// Trims, rolls and writes each allele on the left.
  @Benchmark
  @OperationsPerInvocation(ALLELES)
  public int leftAligned() {
    var sequence = open().sequence;
    int sum = 0;
    for (var one : written) {
      var form = NormalForm.of(sequence, one.start0, one.reference, one.alternate);
      sum += form.leftAligned(sequence).position1();
    }
    return sum;
  }

  /// The same over all of the stretch through which it rolls.
  @Benchmark
  @OperationsPerInvocation(ALLELES)
  public int justified() {
    var sequence = open().sequence;
    int sum = 0;
    for (var one : written) {
      var form = NormalForm.of(sequence, one.start0, one.reference, one.alternate);
      sum += form.justified().end0();
    }
    return sum;
  }

  /// Identifiers of GA4GH VRS 2 of alleles in normal form.
  @Benchmark
  @OperationsPerInvocation(ALLELES)
  public int identified() {
    int sum = 0;
    for (var form : forms) {
      sum += VrsAllele.of(refget, form).identifier().length();
    }
    return sum;
  }

  /// What each allele does to the three transcripts; how many answers.
  @Benchmark
  @OperationsPerInvocation(ALLELES)
  public int consequences() {
    var open = open();
    int sum = 0;
    for (var form : forms) {
      sum += open.consequences.of("1", open.sequence, form).size();
    }
    return sum;
  }

  /// Reads each record and its genotype; how many alternate alleles were called.
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public int genotypes() throws IOException {
    int sum = 0;
    try (var input = input(records);
        var reader = new VcfReader(input, VcfLimits.DEFAULT, new Problems())) {
      while (reader.next()) {
        sum += reader.sample(0).genotype().allele(1);
      }
    }
    return sum;
  }

  /// Looks each allele up and takes its value; how many were there.
  @Benchmark
  @OperationsPerInvocation(ALLELES)
  public int lookedUp() {
    var open = open();
    int found = 0;
    for (int i = 0; i < written.size(); i++) {
      var form = forms.get(i).leftAligned(open.sequence);
      if (open.search.find("1", form.position1(), form.reference(), form.alternate())) {
        found += open.search.value(0).isEmpty() ? 0 : 1;
      }
    }
    return found;
  }

  /// Reads the contig codon by codon; how many stops in 1,000 codons.
  @Benchmark
  @OperationsPerInvocation(ALLELES)
  public int translated() {
    int stops = 0;
    for (int i = 0; i < ALLELES; i++) {
      stops += GeneticCode.STANDARD.residue(bases, 3 * i) == GeneticCode.STOP ? 1 : 0;
    }
    return stops;
  }
}
