package org.idiome.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.gene.GeneIndexWriter;
import org.idiome.genomics.gene.GeneReader;
import org.idiome.genomics.io.Input;
import org.idiome.report.words.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `idiome genes FILE`: genes compiled once, to be opened at once.
@Command(
    name = "genes",
    mixinStandardHelpOptions = true,
    header = "Compiles genes, so that annotate opens them at once.",
    description = {
      "Reads genes as annotate does, and writes them in a form of which only what is asked for is",
      "read. Answers stay the same; what could not be used is said here, and counted there."
    },
    footer = {
      "",
      "Exit codes: 0 done; 1 some lines or transcripts could not be used; 2 the file was refused.",
      "",
      "Example: idiome genes genes.gff3.gz -o genes.index"
    })
final class GenesCommand implements Callable<Integer>, Faults.Asked {
  private final Shell shell;

  @Parameters(
      paramLabel = "FILE",
      description = "GFF3 or GTF of Ensembl, GENCODE or RefSeq; '-' is standard input.")
  private Path file = Path.of("");

  @Option(names = "-o", paramLabel = "FILE", required = true, description = "Where to write.")
  private Path out = Path.of("");

  @Mixin private final CommonOptions common = new CommonOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  GenesCommand(Shell shell) {
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
    var wrong = OutputFile.whatIsWrongWith(out);
    if (wrong != null) {
      throw new ParameterException(spec.commandLine(), wrong);
    }
    var problems = new Problems();
    try (var inputs = new InputFiles(shell, common.bounds)) {
      var at = inputs.at(file);
      OutputFile.write(out, to -> compile(at, problems, to));
    } finally {
      problems.kept().forEach(shell::say);
    }
    return problems.faults() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
  }

  private void compile(Path at, Problems problems, OutputStream to) throws IOException {
    var limits = common.bounds.bytes();
    var name = file.toString();
    try (var input = Input.open(at, name, limits)) {
      var models = GeneReader.read(input, limits, problems);
      var source = name.substring(name.lastIndexOf('/') + 1);
      GeneIndexWriter.write(models, source, input.finish().hex(), problems.faults(), to);
      if (!common.quiet) {
        shell.say(Figures.count(models.count(), "transcript") + " compiled");
      }
    }
  }
}
