package org.idiome.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.idiome.genomics.io.BlockGzipOutput;
import org.idiome.genomics.simulated.SimulatedGenome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `idiome simulate genome`: made-up input.
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    header = "Made-up input for tests and benchmarks: a genome of any size.",
    synopsisSubcommandLabel = "COMMAND",
    description = "Makes input up, for tests and benchmarks.",
    footer = {"", "Example: idiome simulate genome --records 1000 -o genome.vcf.gz"})
final class SimulateCommand {
  private SimulateCommand() {}

  /// Its one kind under its name.
  static CommandLine line(Shell shell) {
    return new CommandLine(new SimulateCommand()).addSubcommand("genome", new Genome(shell));
  }

  /// A genome.
  @Command(
      name = "genome",
      mixinStandardHelpOptions = true,
      description = "A made-up genome on GRCh38 as VCF; the same for the same seed.",
      footer = {"", "Example: idiome simulate genome --records 1000 -o genome.vcf.gz"})
  static final class Genome implements Callable<Integer>, Faults.Asked {
    private final Shell shell;

    @Option(
        names = "--records",
        paramLabel = "N",
        description = "How many (default: ${DEFAULT-VALUE}).")
    private long records = SimulatedGenome.DEFAULT_RECORDS;

    @Option(
        names = "--seed",
        paramLabel = "S",
        description = "Another seed, another genome (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
        names = "-o",
        paramLabel = "FILE",
        description = "Where to (default: standard output); packed as BGZF where it ends in .gz.")
    private @Nullable Path out;

    @Mixin private final CommonOptions common = new CommonOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    Genome(Shell shell) {
      this.shell = shell;
    }

    @Override
    public CommonOptions common() {
      return common;
    }

    @Override
    public Integer call() {
      if (records < 1 || records > SimulatedGenome.MOST_RECORDS) {
        throw new ParameterException(
            spec.commandLine(), "--records is from 1 to " + SimulatedGenome.MOST_RECORDS);
      }
      var genome = new SimulatedGenome(records, seed);
      if (out == null || out.toString().equals("-")) {
        shell.print(genome::writeTo);
      } else {
        write(genome, out);
      }
      return ExitCode.DONE;
    }

    private void write(SimulatedGenome genome, Path file) {
      var wrong = OutputFile.whatIsWrongWith(file);
      if (wrong != null) {
        throw new ParameterException(spec.commandLine(), wrong);
      }
      boolean isPacked = file.toString().endsWith(".gz");
      OutputFile.write(file, to -> write(genome, isPacked, to));
    }

    private static void write(SimulatedGenome genome, boolean isPacked, OutputStream to)
        throws IOException {
      if (!isPacked) {
        genome.writeTo(to);
        return;
      }
      var packed = new BlockGzipOutput(to);
      genome.writeTo(packed);
      packed.finish();
    }
  }
}
