package org.idiome.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.io.BlockGzipOutput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Where goes what a command makes of a variant file.
final class VariantOutput {
  private static final int BUFFER_BYTES = 1 << 16;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "-o",
      paramLabel = "FILE",
      description = "Where to write; compressed in BGZF where it ends in .gz (default: '-').")
  private @Nullable Path out;

  /// Makes it of a file that is there, on standard input too.
  @FunctionalInterface
  interface Making {
    /// Writes all of it.
    void of(Path at, OutputStream to) throws IOException;
  }

  /// Makes it of an input and says what was met.
  ///
  /// @throws ParameterException where it cannot be written there
  void write(Shell shell, CommonOptions common, Path input, Problems problems, Making making) {
    OutputFile.Writing writing =
        to -> {
          try (var inputs = new InputFiles(shell, common.bounds)) {
            making.of(inputs.at(input), new BufferedOutputStream(to, BUFFER_BYTES));
          } finally {
            problems.kept().forEach(shell::say);
          }
        };
    var target = out;
    if (target == null || target.toString().equals("-")) {
      shell.print(writing);
      return;
    }
    var wrong = OutputFile.whatIsWrongWithNew(target);
    if (wrong != null) {
      throw new ParameterException(command.commandLine(), wrong);
    }
    OutputFile.write(target, target.toString().endsWith(".gz") ? packed(writing) : writing);
  }

  private static OutputFile.Writing packed(OutputFile.Writing writing) {
    return to -> {
      var packed = new BlockGzipOutput(to);
      writing.to(packed);
      packed.finish();
    };
  }
}
