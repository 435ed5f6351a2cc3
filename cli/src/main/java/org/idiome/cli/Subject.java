package org.idiome.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.run.Run;
import org.idiome.genomics.io.Input;
import org.idiome.profile.FolderSource;
import org.idiome.profile.Interpretation;
import org.idiome.profile.PersonSource;
import org.idiome.profile.StoreSource;
import org.idiome.record.door.Door;
import org.idiome.record.door.OpenPerson;
import org.idiome.record.door.Purpose;
import org.idiome.record.json.Documents;
import org.idiome.record.kept.KeptAnswer;
import org.idiome.record.kept.KeptPerson;
import org.idiome.record.kept.PersonIds;
import org.idiome.report.html.ReportOptions;
import org.idiome.report.words.Quoted;
import org.idiome.store.folder.StoreFault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Whom a command is about: a person of the store, or a folder of files.
///
/// Open until everything that cites the person is written.
///
/// @param source what a run reads, made when it is asked for
/// @param name for the command that repeats it: the folder's own name, or the id in the store
/// @param door to the store of a person who is kept there; null for a folder
/// @param kept the person who is kept there; null for a folder
record Subject(
    Supplier<PersonSource> source, String name, @Nullable Door door, @Nullable OpenPerson kept)
    implements AutoCloseable {
  private static final String TABLE = "a table or another text";

  /// Finds out.
  ///
  /// @throws AmbiguousException where it is a person of the store and a path
  static Subject of(
      String argument,
      StoreOptions options,
      DoorOptions asking,
      CommonOptions common,
      CommandSpec command) {
    if (argument.equals(InputFiles.STANDARD_INPUT)) {
      throw new ParameterException(
          command.commandLine(),
          "'-' is standard input, which is one file; a person is a folder of files");
    }
    if (!mayBePerson(argument, options)) {
      if (!PersonIds.isPath(argument) && !Files.exists(Path.of(argument))) {
        throw neither(argument, options);
      }
      return folder(Path.of(argument), options, asking, common, command);
    }
    var door = asking.open(options);
    try {
      if (isPerson(door, argument) || !Files.exists(Path.of(argument))) {
        requireSomebody(door, argument);
        var kept = Persons.open(door, argument, options.batch(door));
        return new Subject(
            () -> source(kept, kept.person(), kept.batch(), common), kept.id(), door, kept);
      }
    } catch (RuntimeException e) {
      door.close();
      throw e;
    }
    door.close();
    return folder(Path.of(argument), options, asking, common, command);
  }

  private static BadInputException neither(String argument, StoreOptions options) {
    boolean isThere = options.isThere();
    return new BadInputException(
        Problem.of(
            ProblemCode.FILE_NOT_FOUND,
            Place.file(argument),
            isThere ? "nobody" : "store",
            isThere ? Quoted.text(argument) : options.folder().toString(),
            isThere ? "mark" : "option",
            isThere ? Persons.PREFIX : "--store"));
  }

  /// Whether somebody of the store is meant, not a path.
  ///
  /// @throws AmbiguousException where it is a person of the store and a path
  static boolean isPerson(String argument, StoreOptions options, DoorOptions asking) {
    if (!mayBePerson(argument, options)) {
      return false;
    }
    try (var door = asking.open(options)) {
      return isPerson(door, argument);
    }
  }

  private static boolean mayBePerson(String argument, StoreOptions options) {
    return argument.startsWith(Persons.PREFIX)
        || (!PersonIds.isPath(argument) && options.isThere());
  }

  private static boolean isPerson(Door door, String argument) {
    if (argument.startsWith(Persons.PREFIX)) {
      return true;
    }
    boolean isPerson = Persons.id(door, argument) != null;
    if (isPerson && Files.exists(Path.of(argument))) {
      var quoted = Quoted.text(argument);
      throw new AmbiguousException(
          quoted
              + " is a person in the store and a path; write "
              + Called.word(Persons.PREFIX + quoted)
              + " or "
              + Called.word("./" + quoted));
    }
    return isPerson;
  }

  private static void requireSomebody(Door door, String argument) {
    if (!argument.startsWith(Persons.PREFIX) && Persons.id(door, argument) == null) {
      throw new NothingException(
          "the store has no person "
              + Quoted.text(argument)
              + ", and no file or folder is called so; 'idiome people' lists persons, and "
              + Called.word(Persons.PREFIX + Quoted.text(argument))
              + " can be nobody else");
    }
  }

  /// Says both readings of a word that is neither.
  ///
  /// @throws BadInputException where nobody and no file is called so
  static void requireEither(String argument, StoreOptions options) {
    if (!PersonIds.isPath(argument) && !Files.exists(Path.of(argument))) {
      throw neither(argument, options);
    }
  }

  private static Subject folder(
      Path path,
      StoreOptions options,
      DoorOptions asking,
      CommonOptions common,
      CommandSpec command) {
    if (options.knownBy != null) {
      throw new ParameterException(
          command.commandLine(), "--known-by is about a store; files say what they say now");
    }
    if (asking.purpose() != Purpose.CARE) {
      throw new ParameterException(
          command.commandLine(), "files are read for care only; other purposes need a store");
    }
    requirePerson(path, common);
    var source = new FolderSource(path, common.bounds.folder(), common.bounds.variants());
    return new Subject(() -> source, String.valueOf(path.normalize().getFileName()), null, null);
  }

  /// A variant file or a table says nothing of whose it is.
  private static void requirePerson(Path path, CommonOptions common) {
    if (!Files.isRegularFile(path)) {
      return;
    }
    String holds;
    try (var input = Input.open(path, path.toString(), common.bounds.bytes())) {
      holds = holds(input);
    } catch (BadInputException _) {
      // Who reads it says what is wrong with it.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!holds.isEmpty()) {
      var columns = holds.equals(TABLE) ? " --layer LAYER --feature C --value C" : "";
      throw new BadInputException(
          Problem.of(
              ProblemCode.IMPORT_PERSON_NOT_NAMED,
              Place.file(path.toString()),
              "holds",
              holds,
              "with",
              "--person ID" + columns));
    }
  }

  private static String holds(Input input) throws IOException {
    return switch (input.content()) {
      case VCF -> "a variant file";
      case TEXT -> Documents.looksLikeYaml(input) ? "" : TABLE;
      case UTF16 -> TABLE;
      case EMPTY, JSON, XML, BCF, BAM, CRAM, GZIP, ZIP, OTHER_COMPRESSION, BINARY -> "";
    };
  }

  /// What a run reads of a person who was opened.
  ///
  /// @param person as of `batch`
  static StoreSource source(OpenPerson open, KeptPerson person, long batch, CommonOptions common) {
    return new StoreSource(
        person,
        open.store(),
        common.bounds.variants(),
        open.basis().state(),
        open.elsewhere(person, batch));
  }

  /// What was answered to the same question where nothing changed since, or null.
  @Nullable KeptAnswer standing(RunOptions options, StoreOptions store, CommonOptions common) {
    return kept == null || !common.bounds.areVariantsUsual()
        ? null
        : kept.standing(People.asked(options, store), Release.software());
  }

  /// The person of the store as a page names them; null for a folder.
  ReportOptions.@Nullable Kept keptAs(Run run) {
    return kept == null ? null : new ReportOptions.Kept(name, kept.hasOtherRun(run.id()));
  }

  /// Says that an answer is about to be given: the audit has it when this returns.
  void answered(long results) {
    if (kept != null) {
      kept.answered(results);
    }
  }

  /// What is wrong with the catalogue of the store, or null.
  private @Nullable Problem damage() {
    return door == null ? null : door.damage();
  }

  /// Problems that were met, before them what is wrong with the catalogue of the store.
  List<Problem> problems(List<Problem> met) {
    var damage = damage();
    return damage == null ? met : Stream.concat(Stream.of(damage), met.stream()).toList();
  }

  /// An answer that says what is wrong with the catalogue of the store, where anything is.
  Interpretation.Interpreted told(Interpretation.Interpreted answer) {
    var run = answer.run();
    return damage() == null
        ? answer
        : new Interpretation.Interpreted(
            new Run(
                run.individual(),
                run.inputs(),
                run.findings(),
                run.files(),
                run.releases(),
                problems(run.problems()),
                run.problemCount() + 1),
            answer.profile());
  }

  /// Keeps the run of a person of the store.
  void keep(Run run, RunOptions options, StoreOptions store) {
    // What was read out of damaged pages is told, and is no run that others may rest on.
    if (kept != null && damage() == null) {
      try {
        kept.keep(run, People.asked(options, store));
      } catch (StoreFault fault) {
        if (door == null || fault.problem().code() != ProblemCode.STORE_DAMAGED) {
          throw fault;
        }
        door.notKept(fault.problem());
      }
    }
  }

  @Override
  public void close() {
    try (door;
        kept) {
      // Both, also where closing one of them fails.
    }
  }
}
