package org.idiome.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;
import org.idiome.record.door.Door;
import org.idiome.record.kept.ImportRequest;
import org.idiome.record.kept.Importing;
import org.idiome.record.kept.Joining;
import org.idiome.record.kept.Keeper;
import org.idiome.record.kept.PersonIds;
import org.idiome.report.words.Quoted;
import org.idiome.store.Store;
import org.idiome.store.folder.StoreFault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `idiome import PATH…`: persons and their layers into the store, as one batch.
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    header = "Persons into the store: folders, phenopackets, files.",
    description = {
      "Takes persons into the store, as one batch: folders, phenopackets, or many one a line;",
      "and variant files and tables alone, which need --person and a word on their columns.",
      "Exit code 0: all taken, or there already; 1: an input, a file that one names,",
      "a row or an element was refused, and the rest is taken, or a value contradicts",
      "what is there; 2: nothing is taken;",
      "4: another writer holds the store (--wait), or it is damaged or full."
    },
    footer = {
      "",
      "Example: idiome import demo/lung-01 demo/course-01",
      "With files of your own in place of FILE:",
      "         idiome import FILE.vcf.gz --person lung-01",
      "         idiome import FILE.csv --person lung-01 --layer laboratory --feature code"
          + " --value value --unit unit --time date --timeUnit date"
    })
final class ImportCommand implements Callable<Integer>, Faults.Asked {
  private static final int NOTES = 3;

  private final Shell shell;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = {
        "A person's folder, a phenopacket, phenopackets one a line, a variant file or a table",
        "(also .gz); '-' is standard input."
      })
  private final List<Path> paths = new ArrayList<>();

  @Option(
      names = {"--person", "--as"},
      paramLabel = "ID",
      description = {
        "Whose the data are: the person's id in the store (default: the id of the phenopacket).",
        "Who imports is not said here but with --author."
      })
  private @Nullable String person;

  @Option(
      names = "--same-person",
      description = "A person of the same subject id is the same person.")
  private boolean isSamePerson;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "What the input is known by (default: the packet's id, or the file's name).")
  private @Nullable String source;

  @Option(names = "--tsv", description = "A table of what became of every person.")
  private boolean isTsv;

  @Option(names = "--json", description = "The same as one JSON document, with the problems.")
  private boolean isJson;

  @Mixin private final ImportOptions said = new ImportOptions();
  @Mixin private final BatchOptions batch = new BatchOptions();
  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  /// Names by which somebody asks or imports.
  private Predicate<String> isAsker = _ -> false;

  private ImportOutcomes outcomes = new ImportOutcomes(false, false);
  private final Map<ProblemCode, Long> noted = new EnumMap<>(ProblemCode.class);

  /// Persons to whom an objection went along, sorted.
  private final SortedSet<String> restricted = new TreeSet<>();

  ImportCommand(Shell shell) {
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
    checkWhose();
    said.requireKnown(spec);
    outcomes = new ImportOutcomes(common.verbose, person != null);
    try (var inputs = new InputFiles(shell, common.bounds);
        var before = new KeptBefore(store.folder());
        var writer = batch.write(Store.orNew(store.folder()), "import")) {
      var importing = new Importing(writer, request());
      isAsker = id -> isById() && (id.equals(author()) || Door.isAsker(writer, id));
      for (var path : paths) {
        take(path, inputs, importing, before);
      }
      importing.end((person, problem) -> {
        if (before.mayTell(person, problem)) {
          notice(problem);
        }
      });
      if (before.isHeldBack()) {
        shell.say("what is kept and differs is not told of who objected to care");
      }
      before.damaged().forEach(this::notice);
      if (!writer.isEmpty()) {
        Door.taking(writer, DoorOptions.user("import"), outcomes.persons());
      }
      var behind = writer.isEmpty() ? null : ClockBehind.of(writer, store);
      if (behind != null) {
        notice(behind);
      }
      writer.acknowledge();
      restricted.forEach(before::consent);
      if (writer.pendingErasures() > 0) {
        outcomes.problem(pending());
        shell.say(pending());
      }
    }
    if (isTsv || isJson) {
      shell.print(isTsv ? outcomes.tsv() : outcomes.json().pretty());
    }
    noted.forEach((code, count) -> {
      if (count > NOTES) {
        shell.say(
            "and " + (count - NOTES) + " more like " + code.code() + "; the report counts them");
      }
    });
    if (!common.quiet) {
      outcomes.summary().forEach(shell::say);
    }
    return outcomes.exitCode();
  }

  /// Somebody is out of the record, and this writer could not take their last bytes away either.
  private Problem pending() {
    return Problem.of(ProblemCode.STORE_ERASURE_PENDING, Place.file(store.folder().toString()));
  }

  private void checkWhose() {
    if (person != null && isSamePerson) {
      throw new ParameterException(
          spec.commandLine(), "--as names the person, --same-person finds them; choose one");
    }
    if (person != null && person.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--person needs an id");
    }
    checkName(person, "an id");
    checkName(source, "the name of a source");
    if (source != null && (paths.size() > 1 || source.isBlank())) {
      throw new ParameterException(spec.commandLine(), "--source is the name of one input");
    }
  }

  private void checkName(@Nullable String name, String what) {
    var wrong = name == null || name.isBlank() ? null : PersonIds.wrong(PersonIds.normal(name));
    if (wrong != null) {
      throw new ParameterException(
          spec.commandLine(),
          "'" + Quoted.text(String.valueOf(name)) + "' cannot be " + what + ": " + wrong);
    }
  }

  /// Whether the id was given by the name that elsewhere is who asks.
  private boolean isById() {
    return spec.commandLine().getParseResult().originalArgs().stream()
        .anyMatch(word -> word.equals("--as") || word.startsWith("--as="));
  }

  private @Nullable String author() {
    return batch.author == null ? System.getProperty("user.name") : batch.author;
  }

  private ImportRequest request() {
    return new ImportRequest(
        new Joining(person, isSamePerson),
        source,
        said.attributes(),
        common.bounds.folder(),
        common.bounds.variants());
  }

  private void take(Path path, InputFiles inputs, Importing importing, KeptBefore before) {
    var name = name(path);
    try {
      importing.take(inputs.at(path), name, new Said(name, before));
    } catch (BadInputException bad) {
      refuse(name, bad.problem());
    } catch (StoreFault fault) {
      refuse(name, Importing.ofOne(fault));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void notice(Problem problem) {
    outcomes.problem(problem);
    shell.say(problem);
  }

  private void refuse(String name, Problem problem) {
    outcomes.refused(name, problem);
    shell.say(problem);
  }

  /// What an input is called in the store: its own name, without the folders of this machine.
  private static String name(Path path) {
    return path.toString().equals(InputFiles.STANDARD_INPUT)
        ? InputFiles.STANDARD_INPUT
        : String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }

  /// What is said of the persons of one input.
  private final class Said implements Importing.Taker {
    private final String name;
    private final KeptBefore before;
    private Map<ProblemCode, Long> counts = Map.of();

    Said(String name, KeptBefore before) {
      this.name = name;
      this.before = before;
    }

    @Override
    public void taken(Keeper.Outcome kept, List<Problem> problems) {
      var outcome = before.told(kept);
      var met = new ArrayList<>(outcome.notes());
      if (met.stream().anyMatch(one -> one.code() == ProblemCode.IMPORT_OBJECTION_CARRIED)) {
        restricted.add(outcome.person());
      }
      if (outcome.kind() == Keeper.Outcome.Kind.NEW && isAsker.test(outcome.person())) {
        met.add(
            Problem.of(
                ProblemCode.IMPORT_ID_OF_ASKER,
                Place.file(name),
                "id",
                outcome.person(),
                "source",
                outcome.source()));
      }
      if (outcome.kind() != Keeper.Outcome.Kind.SAME) {
        // What is said here, once, a run of the person only counts.
        met.addAll(problems);
      }
      outcomes.taken(name, outcome, met);
      say(met, outcome.kind() == Keeper.Outcome.Kind.SAME ? Map.of() : refusedUnlisted(problems));
      if (outcome.kind() != Keeper.Outcome.Kind.SAME) {
        more(problems);
      }
    }

    /// Of many alike in a large file the first tell enough; all are kept with their person.
    private void say(List<Problem> met, Map<ProblemCode, Long> unlisted) {
      var rows = new RemarkGroups(unlisted, "--json");
      for (var problem : met) {
        switch (problem.reach()) {
          case HEADER, RECORD, FIELD, GENOTYPE -> rows.add(problem);
          case FILE -> shell.say(problem);
          case WARNING -> {
            if (noted.merge(problem.code(), 1L, Long::sum) <= NOTES) {
              shell.say(problem);
            }
          }
        }
      }
      rows.say(false, shell);
    }

    /// How many rows were refused beside those that are listed, by why.
    private Map<ProblemCode, Long> refusedUnlisted(List<Problem> problems) {
      var unlisted = new TreeMap<ProblemCode, Long>();
      counts.forEach((code, count) -> {
        long listed = problems.stream().filter(one -> one.code() == code).count();
        if (isOfRow(code.reach()) && count > listed) {
          unlisted.put(code, count - listed);
        }
      });
      return unlisted;
    }

    private static boolean isOfRow(Reach reach) {
      return reach != Reach.FILE && reach != Reach.WARNING;
    }

    /// Counts the remarks of which only the first were kept.
    private void more(List<Problem> problems) {
      counts.forEach((code, count) -> {
        long listed = problems.stream().filter(one -> one.code() == code).count();
        if (code.reach() == Reach.WARNING && count > listed) {
          noted.merge(code, count - listed, Long::sum);
        }
      });
    }

    @Override
    public void met(Map<ProblemCode, Long> counted) {
      counts = counted;
    }

    @Override
    public void because(List<Problem> problems) {
      problems.forEach(outcomes::problem);
      problems.stream().limit(NOTES).forEach(shell::say);
    }

    @Override
    public void refused(Problem problem) {
      refuse(name, problem);
    }
  }
}
