package org.idiome.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.idiome.core.canonical.Json;
import org.idiome.record.export.PersonExport;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Quoted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `idiome export PERSON -o DIR|FILE.zip`: everything about one person in open formats.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    header = "Everything about one person, in open formats.",
    description = {
      "Writes everything that the store keeps about a person: statements, values, variants,",
      "history, consent, audit, runs; with a README.txt and the hash of every file. The folder",
      "record/ can be imported again; what an import of it does not bring back is said by name.",
      "For the person themself: --purpose own_use; for others --purpose sharing or research,",
      "which needs their consent."
    },
    footer = {"", "Example: idiome export lung-01 -o lung-01.zip --purpose own_use"})
final class ExportCommand implements Callable<Integer>, Faults.Asked {
  private final Shell shell;

  @Parameters(paramLabel = "PERSON", description = "Id in the store.")
  private String who = "";

  @Option(
      names = "-o",
      required = true,
      paramLabel = "DIR|FILE.zip",
      description = "A folder or an archive that is not there yet.")
  private Path target = Path.of("");

  @Option(names = "--json", description = "Say what was written as JSON.")
  private boolean isJson;

  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final DoorOptions asking = new DoorOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  ExportCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public boolean isJsonWanted() {
    return isJson;
  }

  @Override
  public Integer call() {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new ParameterException(
          spec.commandLine(), "there is already something at " + Quoted.text(target.toString()));
    }
    var folder = target.toAbsolutePath().normalize().getParent();
    if (folder != null && OutputFile.isInStore(folder)) {
      throw new ParameterException(
          spec.commandLine(),
          Quoted.text(target.toString()) + " lies in a store, where an erasure would miss it");
    }
    try (var door = asking.open(store);
        var open = Persons.open(door, who, store.batch(door))) {
      var export = PersonExport.of(open);
      long count = export.count();
      var left = export.left();
      open.answered(count);
      write(export);
      if (isJson) {
        shell.print(
            Json.object()
                .put("person", open.id())
                .put("observations", count)
                .put("not_in_record", counts(left))
                .put("written", target.toString())
                .end()
                .pretty());
      } else if (!common.quiet) {
        shell.say(
            "wrote "
                + Figures.count(count, "observation")
                + " of "
                + Quoted.text(open.id())
                + " to "
                + Quoted.text(target.toString())
                + "; it is not encrypted");
      }
      if (!left.isEmpty()) {
        var said = new ArrayList<String>();
        left.forEach((name, number) -> said.add(Figures.count(number) + " " + name));
        shell.say("an import of record/ does not bring back: " + String.join("; ", said));
      }
      return ExitCode.DONE;
    }
  }

  private void write(PersonExport export) {
    try {
      new ExportPlace(target).write(export);
    } catch (IOException e) {
      throw new MachineException("cannot write " + target + ": " + MachineException.reason(e), e);
    }
  }

  private static Json counts(SortedMap<String, Long> left) {
    var out = Json.object();
    left.forEach((name, count) -> out.put(name, count.longValue()));
    return out.end();
  }
}
