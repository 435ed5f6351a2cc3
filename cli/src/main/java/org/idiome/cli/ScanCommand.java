package org.idiome.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.idiome.core.canonical.Json;
import org.idiome.core.problem.BadInputException;
import org.idiome.report.words.ProblemText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `idiome scan FILE…`: what files are and hold.
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = "Says what files are and hold: type, build, samples, records, problems.",
    footer = {"", "Example: idiome scan demo/lung-01"})
final class ScanCommand implements Callable<Integer>, Faults.Verbose {
  private final Shell shell;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or folders of files.")
  private final List<Path> paths = new ArrayList<>();

  @Option(names = "--json", description = "One JSON document.")
  private boolean isJson;

  @Option(names = "--tsv", description = "A table of the samples of variant files.")
  private boolean isTsv;

  @Mixin private final CommonOptions common = new CommonOptions();

  ScanCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public boolean isVerbose() {
    return common.verbose;
  }

  @Override
  public Integer call() {
    var scans = new ArrayList<FileScan>();
    var files = files();
    int refused = 0;
    for (var file : files) {
      try {
        var scan = FileScan.of(file, common.bounds);
        scans.add(scan);
        scan.problems().forEach(problem -> shell.say(ProblemText.block(problem)));
      } catch (BadInputException bad) {
        refused++;
        shell.say(ProblemText.block(bad.problem()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    shell.print(text(scans));
    return refused == 0
        ? ExitCode.DONE
        : refused == files.size() ? ExitCode.WRONG_INPUT : ExitCode.PARTLY;
  }

  /// The files given, and those directly in the folders given, sorted by name.
  private List<Path> files() {
    var files = new ArrayList<Path>();
    for (var path : paths) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      try (Stream<Path> inside = Files.list(path)) {
        inside.filter(Files::isRegularFile).sorted().limit(common.bounds.files).forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  private String text(List<FileScan> scans) {
    if (isJson) {
      return Json.object().put("files", Json.array(scans)).end().pretty();
    }
    if (isTsv) {
      var rows = scans.stream().flatMap(scan -> scan.rows().stream()).toList();
      return Tables.tsv(FileScan.COLUMNS, rows);
    }
    return new ScanText(scans).text();
  }
}
