package org.idiome.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.calls.FileContigs;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.normalize.NormalizedAllele;
import org.idiome.genomics.normalize.Normalizer;
import org.idiome.genomics.reference.ReferenceFasta;
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

/// `idiome normalize IN.vcf`: every allele in its normal form, with its identifiers.
@Command(
    name = "normalize",
    mixinStandardHelpOptions = true,
    header = "Alleles in normal form, with VRS, HGVS and SPDI.",
    description = {
      "Trims every allele and, with a reference, moves it to the left; computes its identifiers.",
      "Without a reference insertions and deletions are only trimmed, which their rows say."
    },
    footer = {"", "Example: idiome normalize demo/lung-01/germline-G1.g.vcf.gz --tsv"})
final class NormalizeCommand implements Callable<Integer>, Faults.Asked {
  private static final List<String> COLUMNS =
      List.of(
          "contig",
          "position",
          "ref",
          "alt",
          "normal_position",
          "normal_ref",
          "normal_alt",
          "vrs_id",
          "note",
          "hgvs",
          "spdi");

  /// So many rows are shown to eyes.
  private static final int SHOWN = 50;

  private final Shell shell;

  @Parameters(paramLabel = "VCF", description = "A variant file; '-' is standard input.")
  private Path file = Path.of("");

  @Option(
      names = "--fasta",
      paramLabel = "FILE",
      description = "The reference, plain or compressed with bgzip.")
  private @Nullable Path fasta;

  @Option(names = "--build", paramLabel = "BUILD", description = "What the file does not say.")
  private @Nullable String build;

  @Option(names = "--tsv", description = "A table with a header line, all of it.")
  private boolean isTsv;

  @Mixin private final CommonOptions common = new CommonOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  private long alleles;
  private long moved;
  private long withoutForm;

  NormalizeCommand(Shell shell) {
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
    try (var inputs = new InputFiles(shell, common.bounds)) {
      normalize(inputs.at(file), problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      problems.kept().forEach(shell::say);
    }
    if (!common.quiet) {
      shell.say(
          Figures.count(alleles, "allele")
              + ", "
              + Figures.count(moved)
              + " written otherwise, "
              + Figures.count(withoutForm)
              + " without normal form");
    }
    return problems.faults() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
  }

  private void normalize(Path at, Problems problems) throws IOException {
    var limits = common.bounds.variants();
    try (var reference = reference(problems);
        var input = Input.open(at, file.toString(), limits.file());
        var reader = new VcfReader(input, limits, problems)) {
      var contigs = new FileContigs(reader, reader.header());
      if (build != null && !contigs.detector().stated(build)) {
        throw new ParameterException(spec.commandLine(), "no build is called '" + build + "'");
      }
      var name = Objects.toString(fasta, "");
      var normalizer = new Normalizer(reader, file.toString(), contigs, reference, name);
      if (isTsv) {
        try (var table = new TsvStream(shell, COLUMNS)) {
          each(reader, normalizer, allele -> table.row(row(allele)));
        }
      } else {
        var rows = new ArrayList<List<String>>();
        each(
            reader,
            normalizer,
            allele -> {
              if (rows.size() < SHOWN) {
                rows.add(row(allele));
              }
            });
        shell.print(Tables.forEyes(COLUMNS, rows));
        if (alleles > SHOWN) {
          shell.print("The first " + SHOWN + " of " + alleles + "; --tsv has all.\n");
        }
      }
      normalizer.end().forEach(problems::add);
    }
  }

  private @Nullable ReferenceFasta reference(Problems problems) throws IOException {
    if (fasta == null) {
      return null;
    }
    var opened = ReferenceFasta.open(fasta, fasta.toString());
    opened.problems().forEach(problems::add);
    return opened;
  }

  private interface Taker {
    void take(NormalizedAllele allele);
  }

  private void each(VcfReader reader, Normalizer normalizer, Taker to) throws IOException {
    while (reader.next()) {
      if (!reader.record().isReadable()) {
        continue;
      }
      for (var allele : normalizer.alleles()) {
        count(allele);
        to.take(allele);
      }
    }
  }

  private void count(NormalizedAllele allele) {
    alleles++;
    var normal = allele.normal();
    if (normal == null) {
      withoutForm++;
    } else if (normal.position1() != allele.position1()
        || !normal.reference().equals(allele.reference())
        || !normal.alternate().equals(allele.alternate())) {
      moved++;
    }
  }

  private static List<String> row(NormalizedAllele allele) {
    var normal = allele.normal();
    return List.of(
        allele.contig(),
        Integer.toString(allele.position1()),
        allele.reference(),
        allele.alternate(),
        normal == null ? "" : Integer.toString(normal.position1()),
        normal == null ? "" : normal.reference(),
        normal == null ? "" : normal.alternate(),
        Objects.requireNonNullElse(allele.identifier(), ""),
        String.join(",", allele.noteCodes()),
        Objects.requireNonNullElse(allele.hgvs(), ""),
        Objects.requireNonNullElse(allele.spdi(), ""));
  }
}
