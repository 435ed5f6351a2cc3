package org.idiome.cli;

import org.idiome.record.door.Asker;
import org.idiome.store.Rows;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Who goes on with a store that lost something, and why: neither is done without.
final class StatedOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--author",
      paramLabel = "NAME",
      required = true,
      description = "Who says so; kept with the batch.")
  private String author = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why; kept with the batch.")
  private String reason = "";

  /// What the batch says of itself.
  ///
  /// @param said what was asked for
  /// @throws ParameterException where one of them is blank
  Rows.BatchHead head(Asker asker, String said) {
    if (author.isBlank() || reason.isBlank()) {
      throw new ParameterException(command.commandLine(), "--author and --reason need words");
    }
    var now = asker.clock().instant();
    return new Rows.BatchHead(now, said, Release.software(), author.strip(), reason.strip());
  }
}
