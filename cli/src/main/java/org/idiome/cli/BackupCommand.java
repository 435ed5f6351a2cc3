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
      return done(upkeep.backup(to, Instant.now()));
    } catch (StoreFault fault) {
      var checked = fault.problem().code() == ProblemCode.STORE_DAMAGED ? rescued(at) : null;
      if (checked == null) {
        throw fault;
      }
      shell.say(fault.problem());
      done(checked);
      shell.say(
          "  all of it could be read row by row and is in the backup: idiome store restore "
              + Typed.word(to.toString()));
      return ExitCode.MACHINE;
    }
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
