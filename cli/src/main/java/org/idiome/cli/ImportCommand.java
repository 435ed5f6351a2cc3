package org.idiome.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.Reach;
import org.idiome.record.kept.Importing;
import org.idiome.record.kept.Keeper;
import org.idiome.report.words.Figures;
import org.idiome.store.Rows;
import org.idiome.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `idiome import PATH…`: persons and their layers into the store, as one batch.
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    header = "Persons into the store: folders, phenopackets, or many a file.",
    description = "Takes persons into the store: folders, phenopackets, or many one a line.",
    footer = {"", "Example: idiome import demo/lung-01 demo/course-01"})
final class ImportCommand implements Callable<Integer>, Faults.Asked {
  private static final List<String> COLUMNS = List.of("input", "person", "state", "observations");
  private static final long MILLIS = 1_000;

  private final Shell shell;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "A person's folder, a phenopacket, or phenopackets one a line (also .gz).")
  private final List<Path> paths = new ArrayList<>();

  @Option(
      names = {"--person", "--as"},
      paramLabel = "ID",
      description = "The person's id in the store (default: the id of the phenopacket).")
  private @Nullable String person;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      arity = "0..1",
      fallbackValue = "3600",
      description = "Wait for another writer.")
  private long waitSeconds;

  @Option(names = "--tsv", description = "A table of what became of every person.")
  private boolean isTsv;

  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  private final List<List<String>> rows = new ArrayList<>();
  private long taken;
  private long same;
  private long refused;
  private long observations;

  ImportCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Integer call() {
    var head = new Rows.BatchHead(Instant.now(), "import", Release.software());
    var holder = "idiome import, process " + ProcessHandle.current().pid();
    try (var writer = Store.orNew(store.folder()).write(head, holder, waitSeconds * MILLIS)) {
      var keeper = new Keeper(writer, common.bounds.variants());
      for (var path : paths) {
        take(path, keeper);
      }
      writer.acknowledge();
    }
    if (isTsv) {
      shell.print(Tables.tsv(COLUMNS, rows));
    }
    if (!common.quiet) {
      shell.say(summary());
    }
    return refused == 0
        ? ExitCode.DONE
        : taken + same == 0 ? ExitCode.WRONG_INPUT : ExitCode.PARTLY;
  }

  private void take(Path path, Keeper keeper) {
    try {
      new Importing(keeper, common.bounds.folder(), person).take(path, new Said(path));
    } catch (BadInputException bad) {
      refuse(path, bad.problem());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuse(Path path, Problem problem) {
    refused++;
    rows.add(List.of(name(path), "", "refused", ""));
    shell.say(problem);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /// What is said of the persons of one input.
  private final class Said implements Importing.Taker {
    private final Path path;

    Said(Path path) {
      this.path = path;
    }

    @Override
    public void taken(Keeper.Outcome outcome, List<Problem> problems) {
      if (outcome.kind() == Keeper.Outcome.Kind.SAME) {
        same++;
        if (!common.quiet && Files.isDirectory(path)) {
          shell.say(name(path) + ": already imported");
        }
      } else {
        taken++;
        observations += outcome.observations();
        problems.stream()
            .filter(problem -> problem.reach() != Reach.WARNING)
            .forEach(problem -> shell.say(problem));
      }
      var state =
          switch (outcome.kind()) {
            case NEW -> "new";
            case CHANGED -> "changed";
            case SAME -> "already_imported";
          };
      var count = outcome.kind() == Keeper.Outcome.Kind.SAME ? "" : "" + outcome.observations();
      rows.add(List.of(name(path), outcome.person(), state, count));
    }

    @Override
    public void refused(Problem problem) {
      refuse(path, problem);
    }
  }

  private String summary() {
    return "imported "
        + Figures.count(taken)
        + (taken == 1 ? " person, " : " persons, ")
        + Figures.count(observations)
        + " observations; already imported "
        + Figures.count(same)
        + "; refused "
        + Figures.count(refused);
  }
}
