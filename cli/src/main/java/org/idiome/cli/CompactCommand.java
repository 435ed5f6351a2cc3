package org.idiome.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.idiome.record.door.Door;
import org.idiome.report.words.Figures;
import org.idiome.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `idiome store compact`: frees room, and finishes what readers held up.
@Command(
    name = "compact",
    mixinStandardHelpOptions = true,
    description =
        "Frees room: few dense files out of many small ones, and nothing of what was erased or"
            + " given up. Those who read go on meanwhile.",
    footer = {"", "Example: idiome store compact"})
final class CompactCommand implements Callable<Integer>, Faults.Asked {
  private final Shell shell;

  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final WriterOptions writer = new WriterOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  CompactCommand(Shell shell) {
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
            .upkeep(WriterOptions.holder("store compact"), writer.waitMillis())) {
      Door.tending(upkeep, DoorOptions.user("store compact"));
      var done = upkeep.compact(Instant.now(), writer.readersMillis());
      if (!common.quiet) {
        shell.say(
            "dense files: "
                + Figures.count(done.partsBefore())
                + ", now "
                + Figures.count(done.partsAfter())
                + "; bytes: "
                + Figures.count(done.bytesBefore())
                + ", now "
                + Figures.count(done.bytesAfter()));
      }
      if (done.isPending()) {
        shell.say("a program reads an earlier state; what it needs is still there");
        shell.say("  run it again when that has ended, or with --wait");
        return ExitCode.MACHINE;
      }
      return ExitCode.DONE;
    }
  }
}
