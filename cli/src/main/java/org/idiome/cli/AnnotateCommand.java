package org.idiome.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.annotate.AnnotatedAllele;
import org.idiome.genomics.annotate.AnnotatedRecord;
import org.idiome.genomics.annotate.Annotation;
import org.idiome.genomics.annotate.Annotator;
import org.idiome.genomics.annotate.CsqField;
import org.idiome.genomics.calls.FileContigs;
import org.idiome.genomics.consequence.Consequences;
import org.idiome.genomics.consequence.Term;
import org.idiome.genomics.gene.GeneReader;
import org.idiome.genomics.io.ByteText;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.normalize.Normalizer;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.vcf.VcfHeader;
import org.idiome.genomics.vcf.VcfReader;
import org.idiome.report.words.Figures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `idiome annotate IN.vcf`: what every allele does to every transcript.
@Command(
    name = "annotate",
    mixinStandardHelpOptions = true,
    header = "What alleles do to transcripts, joined by phase.",
    description = {
      "Writes the variant file with the consequences of every allele for every transcript in INFO",
      "(CSQ, its format is in the header); or a table of them.",
      "What surely stands on one copy of a sample is told together; what is not phased never is,",
      "and where it would matter both readings are given (docs/methods/consequences.md)."
    },
    footer = {
      "",
      "Exit codes: 0 done; 1 some records or genes were refused or do not fit; 2 a file was"
          + " refused.",
      "",
      "Example: idiome annotate in.vcf.gz --genes genes.gff3.gz --fasta reference.fa -o out.vcf.gz"
    })
final class AnnotateCommand implements Callable<Integer>, Faults.Asked {
  private static final List<String> COLUMNS =
      List.of(
          "contig",
          "position",
          "ref",
          "alt",
          "gene",
          "transcript",
          "consequence",
          "hgvs_c",
          "hgvs_p",
          "exon",
          "intron",
          "joined_with",
          "note");

  private final Shell shell;

  @Parameters(paramLabel = "VCF", description = "A variant file; '-' is standard input.")
  private Path file = Path.of("");

  @Option(
      names = "--genes",
      paramLabel = "FILE",
      required = true,
      description = "Genes: GFF3 or GTF of Ensembl, GENCODE or RefSeq, plain or compressed.")
  private Path genes = Path.of("");

  @Option(
      names = "--fasta",
      paramLabel = "FILE",
      required = true,
      description = "The reference, plain or compressed with bgzip.")
  private Path fasta = Path.of("");

  @Option(names = "--build", paramLabel = "BUILD", description = "What the file does not say.")
  private @Nullable String build;

  @Option(
      names = "--sample",
      paramLabel = "NAME",
      description = "Whose copies are told together (default: the only sample).")
  private @Nullable String sample;

  @Option(names = "--tsv", description = "A table of the consequences instead of a variant file.")
  private boolean isTsv;

  @Mixin private final VariantOutput output = new VariantOutput();
  @Mixin private final CommonOptions common = new CommonOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final ByteText text = new ByteText(1 << 12);
  private long alleles;
  private long told;
  private long joined;
  private long untold;

  AnnotateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public boolean isJsonWanted() {
    return false;
  }

  @Override
  public Integer call() {
    var problems = new Problems();
    output.write(shell, common, file, problems, (at, to) -> annotate(at, problems, to));
    if (!common.quiet) {
      shell.say(
          Figures.count(alleles, "allele")
              + ", "
              + Figures.count(told, "consequence")
              + ", "
              + Figures.count(joined)
              + " told with others of the same copy, "
              + Figures.count(untold, "allele")
              + " of which nothing can be told");
    }
    return problems.faults() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
  }

  private void annotate(Path at, Problems problems, OutputStream to) throws IOException {
    var limits = common.bounds.variants();
    try (var reference = ReferenceFasta.open(fasta, fasta.toString());
        var input = Input.open(at, file.toString(), limits.file());
        var reader = new VcfReader(input, limits, problems)) {
      reference.problems().forEach(problems::add);
      var contigs = new FileContigs(reader, reader.header());
      if (build != null && !contigs.detector().stated(build)) {
        throw new ParameterException(spec.commandLine(), "no build is called '" + build + "'");
      }
      int place = sample(reader.header());
      var models = GeneReader.read(genes, genes.toString(), limits.file(), problems);
      models.requireBuild(contigs.detector().answer().build(), genes.toString());
      var normalizer =
          new Normalizer(reader, file.toString(), contigs, reference, fasta.toString());
      var annotator =
          new Annotator(
              reader,
              normalizer,
              reference,
              new Consequences(models, genes.toString(), problems),
              place,
              isTsv ? record -> table(record, to) : record -> variants(record, to));
      begin(reader.header(), to);
      while (reader.next()) {
        if (reader.record().isReadable()) {
          annotator.add();
        }
      }
      annotator.end();
      models.requireBuild(contigs.detector().answer().build(), genes.toString());
      to.flush();
      normalizer.end().forEach(problems::add);
    }
  }

  /// The place of the sample whose copies are told together; -1 for none.
  private int sample(VcfHeader header) {
    var samples = header.samples();
    if (sample != null) {
      int place = samples.indexOf(sample);
      if (place < 0) {
        throw new ParameterException(spec.commandLine(), "no sample is called '" + sample + "'");
      }
      return place;
    }
    if (samples.size() > 1 && !common.quiet) {
      shell.say("Several samples: each allele is told alone; --sample NAME joins those of one.");
    }
    return samples.size() == 1 ? 0 : -1;
  }

  private void begin(VcfHeader header, OutputStream to) throws IOException {
    if (isTsv) {
      write(to, Tables.tsv(COLUMNS, List.of()));
      return;
    }
    var lines = new ArrayList<>(header.metaLines());
    if (lines.isEmpty() || !lines.getFirst().startsWith("##fileformat=")) {
      lines.addFirst("##fileformat=VCFv4.2");
    }
    lines.removeIf(line -> line.startsWith("##INFO=<ID=" + CsqField.KEY + ","));
    lines.add(CsqField.definition());
    lines.add(header.columns());
    write(to, lines.stream().collect(Collectors.joining("\n", "", "\n")));
  }

  private static void write(OutputStream to, String text) throws IOException {
    to.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void variants(AnnotatedRecord record, OutputStream to) throws IOException {
    record.alleles().forEach(this::count);
    var field = CsqField.of(record);
    if (field == null) {
      record.line().addTo(text);
    } else {
      record.line().addTo(text, field);
    }
    text.put('\n').moveTo(to);
  }

  private void table(AnnotatedRecord record, OutputStream to) throws IOException {
    for (var allele : record.alleles()) {
      count(allele);
      if (allele.annotations().isEmpty()) {
        write(to, Tables.line(untold(allele)));
      }
      for (var one : allele.annotations()) {
        write(to, Tables.line(row(allele, one)));
      }
    }
  }

  private void count(AnnotatedAllele allele) {
    alleles++;
    told += allele.annotations().size();
    joined += allele.annotations().stream().filter(one -> !one.joinedWith().isEmpty()).count();
    untold += allele.annotations().isEmpty() && !allele.isIntergenic() ? 1 : 0;
  }

  private static List<String> untold(AnnotatedAllele allele) {
    return List.of(
        allele.contig(),
        Integer.toString(allele.position1()),
        allele.reference(),
        allele.alternate(),
        "",
        "",
        allele.isIntergenic() ? Term.INTERGENIC.code() : "",
        "",
        "",
        "",
        "",
        "",
        String.join(",", allele.notes()));
  }

  private static List<String> row(AnnotatedAllele allele, Annotation one) {
    var transcript = one.alone().transcript();
    var notes = new ArrayList<String>();
    if (!one.pick().isEmpty()) {
      notes.add("pick:" + one.pick());
    }
    var decay = CsqField.decay(one.decay());
    if (!decay.isEmpty()) {
      notes.add("nmd:" + decay);
    }
    notes.addAll(one.notes());
    return List.of(
        allele.contig(),
        Integer.toString(allele.position1()),
        allele.reference(),
        allele.alternate(),
        transcript.gene().name(),
        transcript.id(),
        one.terms().stream().map(Term::code).collect(Collectors.joining(",")),
        CsqField.described(transcript.id(), one.alone().hgvs()),
        Objects.toString(one.proteinHgvs(), ""),
        one.alone().exon(),
        one.alone().intron(),
        String.join(",", one.joinedWith()),
        String.join(",", notes));
  }
}
