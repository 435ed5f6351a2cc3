package org.idiome.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.idiome.record.door.Door;
import org.idiome.store.Store;
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
    try (var upkeep =
        Store.at(store.folder())
            .upkeep(WriterOptions.holder("store backup"), writer.waitMillis())) {
      Door.copying(upkeep, DoorOptions.user("store backup"));
      var checked = upkeep.backup(to, Instant.now());
      if (!common.quiet) {
        shell.say("copied and verified: " + StoreCommand.counts(checked));
      }
      shell.print(to + "\n");
      return ExitCode.DONE;
    }
  }
}
