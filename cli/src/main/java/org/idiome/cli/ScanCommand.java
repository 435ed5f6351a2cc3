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
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.record.folder.ReadingOptions;
import org.idiome.report.words.ProblemText;
import org.idiome.report.words.Quoted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `idiome scan FILE…`: what files are and hold.
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    header = "What files are and hold, and what is wrong with them.",
    description = {
      "Says what files are and hold: type, build, samples, records, problems. Exit code 1 where",
      "some of the files could not be read, 2 where none, 3 where a folder holds none; of those",
      "that could, fault_count says how much in them would be refused."
    },
    footer = {"", "Example: idiome scan demo/lung-01"})
final class ScanCommand implements Callable<Integer>, Faults.Asked {
  private final Shell shell;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files, or folders of files; '-' is standard input.")
  private final List<Path> paths = new ArrayList<>();

  @Option(names = "--json", description = "One JSON document.")
  private boolean isJson;

  @Option(names = "--tsv", description = "A table of the samples of variant files.")
  private boolean isTsv;

  @Option(
      names = "--refget",
      description = {
        "Of FASTA files: the GA4GH digest of every contig, and which contig of GRCh37, GRCh38 or",
        "T2T-CHM13v2.0 it is. All of each file is read."
      })
  private boolean isOfDigests;

  @Option(
      names = "--line",
      paramLabel = "N",
      description = "Instead: line N of one file, as it stands there.")
  private @Nullable Long line;

  @Option(
      names = "--line-index",
      description = {
        "Instead: writes FILE.lines beside a BGZF file, by which --line reaches a line without",
        "reading all before it."
      })
  private boolean isLineIndexed;

  @Mixin private final CommonOptions common = new CommonOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  ScanCommand(Shell shell) {
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
    Tables.checkForms(isJson, isTsv, spec);
    if (line != null || isLineIndexed) {
      return lines();
    }
    if (isOfDigests) {
      return digests();
    }
    var scans = new ArrayList<FileScan>();
    var problems = new ArrayList<Problem>();
    var files = files();
    int refused = 0;
    try (var inputs = new InputFiles(shell, common.bounds)) {
      for (var file : files) {
        var found = new ArrayList<Problem>();
        refused += isRefused(file, inputs, scans, found) ? 1 : 0;
        found.forEach(shell::say);
        problems.addAll(found);
      }
    }
    shell.print(text(scans, problems));
    return exitCode(refused, files.size());
  }

  private int lines() {
    if (isJson || isTsv || isOfDigests || paths.size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "--line and --line-index are of one file, without another form");
    }
    try (var inputs = new InputFiles(shell, common.bounds)) {
      var scan = new LineScan(shell, common, paths.getFirst(), inputs);
      var wrong = isLineIndexed ? scan.index() : null;
      if (wrong != null) {
        throw new ParameterException(spec.commandLine(), wrong);
      }
      if (line != null) {
        scan.print(line);
      }
      return ExitCode.DONE;
    } catch (BadInputException bad) {
      shell.say(bad.problem());
      return ExitCode.WRONG_INPUT;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int digests() {
    var table = new RefgetTable();
    var problems = new ArrayList<Problem>();
    var files = files();
    int refused = 0;
    try (var inputs = new InputFiles(shell, common.bounds)) {
      for (var file : files) {
        try {
          table.add(inputs.at(file), file.toString(), problems::add);
        } catch (BadInputException bad) {
          problems.add(bad.problem());
          refused++;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    problems.forEach(shell::say);
    shell.print(
        isJson
            ? Json.object()
                .put("contigs", table.json())
                .put("problems", ProblemText.list(problems))
                .end()
                .pretty()
            : isTsv ? table.tsv() : table.forEyes());
    return exitCode(refused, files.size());
  }

  private static int exitCode(int refused, int files) {
    return refused == 0 ? ExitCode.DONE : refused == files ? ExitCode.WRONG_INPUT : ExitCode.PARTLY;
  }

  private boolean isRefused(
      Path file, InputFiles inputs, List<FileScan> scans, List<Problem> found) {
    try {
      var scan = FileScan.of(inputs.at(file), file.toString(), common.bounds);
      scans.add(scan);
      found.addAll(scan.problems());
      return scan.isRefused();
    } catch (BadInputException bad) {
      found.add(bad.problem());
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The files given, and those directly in the folders given, sorted by name.
  private List<Path> files() {
    var files = new ArrayList<Path>();
    for (var path : paths) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      var inside = filesIn(path);
      if (inside.size() > common.bounds.files) {
        throw tooMany(path);
      }
      files.addAll(inside);
    }
    if (files.isEmpty()) {
      throw new NothingException("there is no file in " + Quoted.text(paths.getFirst().toString()));
    }
    return files;
  }

  /// Up to one more than may be.
  private List<Path> filesIn(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(Files::isRegularFile).limit(common.bounds.files + 1L).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BadInputException tooMany(Path folder) {
    return new BadInputException(
        Problem.of(
            ProblemCode.FOLDER_TOO_MANY_FILES,
            Place.file(folder.toString()),
            "limit",
            Integer.toString(common.bounds.files),
            "option",
            ReadingOptions.FILES_OPTION));
  }

  private String text(List<FileScan> scans, List<Problem> problems) {
    if (isJson) {
      return Json.object()
          .put("files", Json.array(scans))
          .put("problems", ProblemText.list(problems))
          .end()
          .pretty();
    }
    if (isTsv) {
      var rows = scans.stream().flatMap(scan -> scan.rows().stream()).toList();
      return Tables.tsv(FileScan.COLUMNS, rows);
    }
    return new ScanText(scans, shell.isWatched()).text();
  }
}
