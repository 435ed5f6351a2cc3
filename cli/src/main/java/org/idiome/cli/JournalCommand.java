package org.idiome.cli;

import java.util.concurrent.Callable;
import org.idiome.record.door.Door;
import org.idiome.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `idiome store journal`: begins a journal where the one that was is lost.
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    description =
        "Begins a new journal where the one that was is lost and no backup has it. Its first row"
            + " and a batch say who did and why; 'store verify' goes on to name it.",
    footer = {"", "Example: idiome store journal --author Ada --reason 'disk failed, no backup'"})
final class JournalCommand implements Callable<Integer>, Faults.Asked {
  private final Shell shell;

  @Mixin private final StatedOptions stated = new StatedOptions();
  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final DoorOptions asking = new DoorOptions();
  @Mixin private final WriterOptions writer = new WriterOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  JournalCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Integer call() {
    var asker = asking.asker();
    var head = stated.head(asker, "store journal");
    boolean isBegun =
        Door.beginJournal(
            Store.at(store.folder()),
            asker,
            head,
            WriterOptions.holder("store journal"),
            writer.waitMillis());
    if (!common.quiet) {
      shell.say(
          isBegun
              ? "a new journal was begun; the audit and the runs of the one before are gone"
              : "the journal is there; nothing was done");
    }
    return ExitCode.DONE;
  }
}
