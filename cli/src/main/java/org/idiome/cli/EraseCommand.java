package org.idiome.cli;

import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.record.door.Door;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Quoted;
import org.idiome.store.Rows;
import org.idiome.store.Store;
import org.idiome.store.Upkeep;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `idiome erase PERSON`: takes a person out of the record, and off the disk.
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    header = "Takes one person out of the store, to the last byte.",
    description = {
      "Takes a person out of the store: rows, dense files, runs and findings; the audit keeps a"
          + " keyed hash.",
      "Backups, copies and reports elsewhere are outside of what it can reach."
    },
    footer = {"", "Example: idiome erase lung-01 --yes"})
final class EraseCommand implements Callable<Integer>, Faults.Asked {
  private static final int NAMED = 5;

  private final Shell shell;

  /// Whether words stay that name the person.
  private boolean isNamedOn;

  @Parameters(paramLabel = "PERSON", description = "Id in the store.")
  private String who = "";

  @Option(names = "--yes", description = "Do it without asking; needed where nobody can be asked.")
  private boolean isSure;

  @Option(
      names = "--replaced",
      paramLabel = "WHAT",
      description = {
        "Of the same bytes that others had and replaced by a later file: 'take', they were of",
        "PERSON, or 'leave', they are the others' own history. Asked for where there are any."
      })
  private @Nullable Replaced replaced;

  @Option(
      names = "--words",
      paramLabel = "WHAT",
      description = {
        "Of who said so and why in others' consents and settlements, where that names PERSON or a",
        "sample of theirs: 'erase' takes the words out, 'keep' leaves them. Asked for where there",
        "are any."
      })
  private @Nullable Words words;

  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final DoorOptions asking = new DoorOptions();
  @Mixin private final WriterOptions writer = new WriterOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  EraseCommand(Shell shell) {
    this.shell = shell;
  }

  /// What becomes of bytes that others had and replaced.
  enum Replaced {
    /// They go.
    TAKE,
    /// They stay.
    LEAVE
  }

  /// What becomes of words of others that name the person.
  enum Words {
    /// They are taken out.
    ERASE,
    /// They stay.
    KEEP
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Integer call() {
    if (store.knownBy != null) {
      throw new ParameterException(
          spec.commandLine(), "--known-by is about reading; a person is erased at all times");
    }
    var begun = begun();
    if (begun != null) {
      return begun;
    }
    var id = id();
    requireDecided(id);
    if (!isSure && !isConfirmed(id)) {
      shell.say("nothing was erased");
      return ExitCode.WRONG_INPUT;
    }
    var head = new Rows.BatchHead(Instant.now(), "erase", Release.software());
    try (var upkeep =
        Store.at(store.folder()).upkeep(WriterOptions.holder("erase"), writer.waitMillis())) {
      var person = person(upkeep, id);
      var naming = upkeep.namedBy(person);
      requireDecided(id, naming, upkeep.replacedBy(person));
      account(id);
      var holders = upkeep.alsoOf(person, replaced == Replaced.TAKE);
      sayWhatStays(upkeep.namedInAudit(person), naming);
      var erased =
          upkeep.erase(
              person, head, replaced == Replaced.TAKE, words != Words.KEEP, writer.readersMillis());
      ClockBehind.say(shell, head.recorded(), store);
      return said(erased, namesakes(id), holders);
    }
  }

  private Rows.PersonRow person(Upkeep upkeep, String id) {
    var person = upkeep.person(id);
    if (person != null) {
      return person;
    }
    try (var door = asking.open(store)) {
      if (!door.isGone(id)) {
        throw Persons.nobody(id);
      }
    }
    var gone = upkeep.gone(id);
    if (gone == null) {
      throw new StoreFault(
          ProblemCode.STORE_DAMAGED,
          StoreFolder.CATALOGUE,
          "said",
          "the row of " + Quoted.text(id) + " is gone, and which rows were theirs cannot be told");
    }
    return gone;
  }

  /// Goes on with erasures that a kill or a reader cut off: whoever is meant may have gone by one.
  ///
  /// @return how it ended, or null where none of them was of whoever is meant
  private @Nullable Integer begun() {
    var at = Store.at(store.folder());
    var id = Persons.called(who);
    if (isThere(id) || at.pendingErasures() == 0) {
      return null;
    }
    Upkeep.Erased erased;
    try (var upkeep = at.upkeep(WriterOptions.holder("erase"), writer.waitMillis())) {
      Door.tending(upkeep, DoorOptions.user("erase"));
      shell.say("an erasure was begun and not finished; going on with it");
      erased = upkeep.goOn(id, Instant.now(), writer.readersMillis());
    }
    if (erased.batch() == 0) {
      if (!isPending(erased)) {
        shell.say("it is finished now; it was not known to be of " + Quoted.text(id));
      }
      return null;
    }
    sayTaken(erased);
    if (isPending(erased) || isUncertain(erased)) {
      return ExitCode.MACHINE;
    }
    if (!common.quiet) {
      shell.say(
          "what the store kept as theirs is gone; backups made before still hold it"
              + (erased.foreign().isEmpty() ? "" : ", and the files named above may"));
      shell.say("whether others have the same files can no longer be told");
    }
    sayFormer();
    sayNamesakes(namesakes(id));
    return ExitCode.DONE;
  }

  private boolean isThere(String id) {
    try (var door = asking.open(store)) {
      return door.has(id);
    }
  }

  /// Only by the id in the store: what inputs call somebody may be somebody else tomorrow.
  private String id() {
    try (var door = asking.open(store)) {
      if (door.isGone(Persons.called(who))) {
        return Persons.called(who);
      }
      var id = Persons.known(door, who);
      if (!id.equals(Persons.called(who))) {
        throw new NothingException(
            "nobody in the store has the id "
                + Quoted.text(Persons.called(who))
                + "; inputs call "
                + Quoted.text(id)
                + " so, and only that id erases them");
      }
      return id;
    }
  }

  /// What nobody but a human can decide; asked before anybody waits, and again by the one writer.
  private void requireDecided(String id, List<String> naming, List<String> others) {
    if (replaced == null && !others.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "others had files of the same bytes and replaced them by later ones: "
              + named(others)
              + "; say --replaced take where they were of "
              + Quoted.text(id)
              + " (as of then the others cannot be told any more), or --replaced leave where"
              + " they are the others' own history");
    }
    if (words == null && !naming.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "words of others name "
              + Quoted.text(id)
              + " or a sample of theirs: "
              + named(naming)
              + "; say --words erase to take them out, or --words keep to leave them");
    }
  }

  private void requireDecided(String id) {
    try (var door = asking.open(store)) {
      requireDecided(id, door.namedBy(id), door.replacedBy(id));
    }
  }

  private void sayWhatStays(long rows, List<String> naming) {
    isNamedOn = rows > 0 || (words == Words.KEEP && !naming.isEmpty());
    if (rows > 0) {
      shell.say(
          "the audit names them, or a sample of theirs, as who asked, and keeps that, for it is"
              + " only added to: "
              + Figures.count(rows, "row"));
    }
  }

  /// The door is closed before anything is erased: a reader would hold the erasure up.
  private void account(String id) {
    try (var door = asking.open(store)) {
      door.erasing(id);
    }
  }

  /// Without a terminal there is no console, whatever the checker holds of newer Java.
  @SuppressWarnings("SystemConsoleNull")
  private boolean isConfirmed(String id) {
    var console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new ParameterException(
          spec.commandLine(), "nobody can be asked here; say --yes to erase " + Quoted.text(id));
    }
    var answer =
        console.readLine(
            "Erase %s with everything that the store has of them? This cannot be undone."
                + " Type the id again: ",
            Quoted.text(id));
    return id.equals(answer == null ? null : answer.strip());
  }

  /// Other persons whom an input calls so: their rows keep the name.
  private List<String> namesakes(String id) {
    try (var door = asking.open(store)) {
      return door.calledSo(id);
    }
  }

  private void sayTaken(Upkeep.Erased erased) {
    if (!common.quiet) {
      erased
          .foreign()
          .forEach(file -> shell.say("not looked into, for it is no file of the store: " + file));
      shell.say("taken out of the record, in batch " + erased.batch());
    }
    if (!erased.cut().isEmpty()) {
      shell.say(
          "inputs of theirs that others once had went, too; as of then these cannot be told any"
              + " more: "
              + named(erased.cut()));
    }
  }

  /// Whether bytes are left, of whomever; says so and why.
  private boolean isPending(Upkeep.Erased erased) {
    var why = erased.why();
    if (why != null) {
      shell.say(why);
    }
    if (erased.isPending()) {
      shell.say(
          Problem.of(ProblemCode.STORE_ERASURE_PENDING, Place.file(store.folder().toString())));
    } else if (erased.othersPending() > 0) {
      shell.say(
          "nothing is left of theirs; of somebody who was erased before there is: "
              + Figures.count(erased.othersPending(), "erasure")
              + " not finished");
    }
    return erased.isPending() || erased.othersPending() > 0;
  }

  /// Whether rows are left that may be theirs; says so.
  private boolean isUncertain(Upkeep.Erased erased) {
    if (erased.isUncertain()) {
      shell.say(
          "they were damaged: what could be told to be theirs is gone, and rows of others, or of"
              + " nobody, that may be theirs are left; idiome store verify names them");
    }
    return erased.isUncertain();
  }

  private int said(Upkeep.Erased erased, List<String> namesakes, List<String> holders) {
    sayTaken(erased);
    if (!erased.shared().isEmpty()) {
      shell.say(
          "taken out of batches that wrote of others, too, for it named them: "
              + named(erased.shared()));
    }
    if (isPending(erased)) {
      return ExitCode.MACHINE;
    }
    if (isUncertain(erased)) {
      return ExitCode.MACHINE;
    }
    if (!common.quiet) {
      shell.say(
          erased.foreign().isEmpty() && holders.isEmpty() && erased.named().isEmpty() && !isNamedOn
              ? "no byte of the store holds them; backups made before still do"
              : "what the store kept as theirs is gone; backups made before still hold it"
                  + (erased.foreign().isEmpty() ? "" : ", and the files named above may"));
    }
    if (isNamedOn && words == Words.KEEP) {
      shell.say("words of others that name them stay, as was asked for");
    }
    if (!holders.isEmpty()) {
      shell.say(
          (holders.size() == 1
                  ? "another person has"
                  : Figures.count(holders.size()) + " other persons have")
              + " the same values or calls, or had other files of the same name, which stay: "
              + named(holders)
              + "; what is not theirs goes with idiome withdraw, or with them (idiome erase)");
    }
    if (!erased.named().isEmpty()) {
      shell.say(
          "inputs of other persons name them, as a file, a source, a sample or in what they say,"
              + " and stay: "
              + named(erased.named())
              + "; those go with idiome withdraw, or with these persons (idiome erase)");
    }
    sayFormer();
    sayNamesakes(namesakes);
    return ExitCode.DONE;
  }

  /// Stores that a restore put aside are whole, and reached by their own name alone.
  private void sayFormer() {
    var root = Store.at(store.folder()).root();
    var former = new ArrayList<String>();
    for (int number = 1; Files.exists(StoreFolder.before(root, number)); number++) {
      former.add(StoreFolder.before(root, number).toString());
    }
    if (!former.isEmpty()) {
      shell.say(
          "what a restore put aside may hold them still: "
              + named(former)
              + "; delete it, or erase them there, too (--store)");
    }
  }

  private void sayNamesakes(List<String> namesakes) {
    if (!namesakes.isEmpty()) {
      shell.say(
          "other persons of the store are called so by their inputs, and stay: "
              + Quoted.text(String.join(", ", namesakes)));
    }
  }

  private static String named(List<String> ids) {
    return Quoted.text(String.join(", ", ids.subList(0, Math.min(NAMED, ids.size()))))
        + (ids.size() > NAMED ? " and more" : "");
  }
}
