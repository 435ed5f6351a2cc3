package org.idiome.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.idiome.core.problem.ProblemCode;
import org.idiome.record.door.Door;
import org.idiome.report.words.Typed;
import org.idiome.store.Store;
import org.idiome.store.StoreCheck;
import org.idiome.store.folder.StoreFault;
import org.jspecify.annotations.Nullable;
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
      var now = Instant.now();
      return isWithDamage
          ? damaged(upkeep.backupWithDamage(to, now))
          : done(upkeep.backup(to, now));
    } catch (StoreFault fault) {
      var checked = isDamage(fault) ? rescued(at) : null;
      if (checked == null && (isWithDamage || !isOpened || !isDamage(fault))) {
        throw fault;
      }
      shell.say(fault.problem());
      if (checked == null) {
        shell.say(
            "  with what is damaged as it is, and named for good: idiome store backup DIR"
                + " --with-damage");
        return ExitCode.MACHINE;
      }
      done(checked);
      shell.say(
          "  all of it could be read row by row and is in the backup: idiome store restore "
              + Typed.word(to.toString()));
      return ExitCode.MACHINE;
    }
  }

  private static boolean isDamage(StoreFault fault) {
    return fault.problem().code() == ProblemCode.STORE_DAMAGED;
  }

  /// What is damaged is named, and so is the copy.
  private int damaged(StoreCheck.Checked checked) {
    done(checked);
    if (checked.damage().isEmpty()) {
      return ExitCode.DONE;
    }
    StoreCommand.wrong(checked, to.toString()).forEach(one -> shell.say(one.problem()));
    shell.say(
        "what is damaged is in the backup as it is: store verify, and whatever is restored from"
            + " it, go on to name it");
    return ExitCode.MACHINE;
  }

  /// Where only pages or indexes of the catalogue are damaged, everything may be there.
  private StoreCheck.@Nullable Checked rescued(Store at) {
    return at.backupOfDamaged(
        to,
        WriterOptions.holder(NAME),
        writer.waitMillis(),
        persons -> Door.copying(at, DoorOptions.user(NAME), persons));
  }

  private int done(StoreCheck.Checked checked) {
    if (!common.quiet) {
      shell.say("copied and verified: " + StoreCommand.counts(checked));
    }
    shell.print(to + "\n");
    return ExitCode.DONE;
  }
}
