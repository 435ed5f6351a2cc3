package org.idiome.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.record.door.Door;
import org.idiome.report.words.Typed;
import org.idiome.store.Rows;
import org.idiome.store.Store;
import org.idiome.store.StoreCheck;
import org.idiome.store.folder.StoreFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `idiome store backup DIR`: a copy that was held to what was written.
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description =
        "Copies the store into a folder that is not there, and verifies the copy. It is used by"
            + " 'store restore', which erases from it whoever was erased since.",
    footer = {"", "Example: idiome store backup backup-2026-11-21"})
final class BackupCommand implements Callable<Integer>, Faults.Asked {
  private static final String NAME = "store backup";

  private final Shell shell;

  @Parameters(paramLabel = "DIR", description = "A folder that is not there, or is empty.")
  private Path to = Path.of("");

  @Option(
      names = "--with-damage",
      description =
          "Copy what is damaged, too, as it is: who is not damaged can be restored from it, and"
              + " what is damaged is named for good.")
  private boolean isWithDamage;

  /// Whether the store could be opened for a copy.
  private boolean isOpened;

  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final WriterOptions writer = new WriterOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  BackupCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Integer call() {
    var at = Store.at(store.folder());
    try (var upkeep = at.upkeep(WriterOptions.holder(NAME), writer.waitMillis())) {
      Door.copying(upkeep, DoorOptions.user(NAME));
      isOpened = true;
      return isWithDamage
          ? damaged(upkeep.backupWithDamage(to, head()))
          : done(upkeep.backup(to, Instant.now()));
    } catch (StoreFault fault) {
      if (!isDamage(fault) || (isWithDamage && isOpened)) {
        throw fault;
      }
      return rescued(at, fault);
    }
  }

  /// Of the batch of the copy that says what was lost.
  private static Rows.BatchHead head() {
    return new Rows.BatchHead(Instant.now(), NAME + " --with-damage", Release.software());
  }

  /// Where pages or indexes of the catalogue are damaged, everything may be there.
  ///
  /// @param fault why no backup was made as of a sound store
  private int rescued(Store at, StoreFault fault) {
    var said = fault;
    StoreCheck.Checked checked = null;
    try {
      checked =
          at.backupOfDamaged(
              to,
              isWithDamage ? head() : null,
              WriterOptions.holder(NAME),
              writer.waitMillis(),
              (journal, persons) -> Door.copying(journal, DoorOptions.user(NAME), persons));
    } catch (StoreFault lost) {
      if (isWithDamage || !isDamage(lost)) {
        throw lost;
      }
      said = lost;
      isOpened = true;
    }
    if (checked == null && !isOpened) {
      throw fault;
    }
    shell.say(said.problem());
    if (checked == null) {
      shell.say(
          "  with what is damaged as it is, and named for good: idiome store backup DIR"
              + " --with-damage");
      return ExitCode.MACHINE;
    }
    if (!checked.damage().isEmpty()) {
      return damaged(checked);
    }
    done(checked);
    shell.say(
        "  all of it could be read row by row and is in the backup: idiome store restore "
            + Typed.word(to.toString()));
    return ExitCode.MACHINE;
  }

  private static boolean isDamage(StoreFault fault) {
    return fault.problem().code() == ProblemCode.STORE_DAMAGED;
  }

  /// What is damaged is named, and so is the copy.
  private int damaged(StoreCheck.Checked checked) {
    if (checked.damage().isEmpty()) {
      return done(checked);
    }
    copied(checked);
    StoreCommand.wrong(checked, to.toString()).forEach(one -> shell.say(one.problem()));
    checked.losses().forEach(one -> shell.say(StoreCommand.problem(one)));
    shell.say(
        "what is damaged is in the backup as it is: store verify, and whatever is restored from"
            + " it, go on to name it");
    return ExitCode.MACHINE;
  }

  private int done(StoreCheck.Checked checked) {
    copied(checked);
    if (checked.pendingErasures() == 0) {
      return ExitCode.DONE;
    }
    var pending = ProblemCode.STORE_ERASURE_PENDING;
    shell.say(Problem.of(pending, Place.file(store.folder().toString())));
    shell.say(
        "bytes of them are in the backup, too: delete it, and make another once that is finished;"
            + " a restore of it finishes it");
    return ExitCode.MACHINE;
  }

  private void copied(StoreCheck.Checked checked) {
    if (!common.quiet) {
      shell.say("copied and verified: " + StoreCommand.counts(checked));
    }
    shell.print(to + "\n");
  }
}
