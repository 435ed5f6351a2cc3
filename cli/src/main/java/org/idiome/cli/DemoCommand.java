package org.idiome.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.idiome.cli.demo.DemoPeople;
import org.idiome.cli.demo.NotOfTheDemoException;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.profile.FolderSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `idiome demo`: three invented people, interpreted.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    header = "Three invented people, interpreted, with their reports.",
    description = {
      "Writes three invented people into a folder, interprets them and writes their reports;",
      "ends with the paths of the reports, one a line."
    },
    footer = {"", "Example: idiome demo -o demo"})
final class DemoCommand implements Callable<Integer>, Faults.Asked {
  private final Shell shell;

  @Option(names = "-o", paramLabel = "DIR", description = "Where to write (default: ./demo).")
  private Path folder = Path.of("demo");

  @Mixin private final CommonOptions common = new CommonOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  DemoCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Integer call() {
    if (folder.toString().equals("-")) {
      throw new ParameterException(
          spec.commandLine(), "'-' is standard output, and the demo writes a folder of files");
    }
    var interpretation = Interpreters.all(StarterKnowledge.shipped(), common.threads);
    var pages = new ArrayList<Path>();
    for (var person : written()) {
      var interpreted =
          interpretation.interpret(new FolderSource(person), new RunOptions().settings());
      var page = beside(person, ".html");
      var json = beside(person, ".json");
      var reports = new Reports(interpreted, common);
      var command = "idiome interpret " + person.getFileName() + " -o " + page.getFileName();
      OutputFile.write(json, reports.json());
      OutputFile.write(page, reports.html(command, String.valueOf(json.getFileName()), null));
      if (!common.quiet) {
        shell.print(reports.summary(person.toString()) + "\n");
      }
      pages.add(page);
    }
    pages.forEach(page -> shell.print(page + "\n"));
    return ExitCode.DONE;
  }

  private List<Path> written() {
    try {
      return new DemoPeople().writeInto(folder);
    } catch (NotOfTheDemoException inTheWay) {
      throw new MachineException(String.valueOf(inTheWay.getMessage()), inTheWay);
    } catch (IOException e) {
      throw new MachineException("cannot write " + folder + ": " + e.getMessage(), e);
    }
  }

  private static Path beside(Path person, String ending) {
    return person.resolveSibling(person.getFileName() + ending);
  }
}
