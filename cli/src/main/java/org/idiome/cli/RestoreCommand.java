package org.idiome.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.idiome.record.door.Door;
import org.idiome.report.words.Quoted;
import org.idiome.store.Again;
import org.idiome.store.Correction;
import org.idiome.store.NamingWords;
import org.idiome.store.Restoring;
import org.idiome.store.Rows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `idiome store restore BACKUP`: a store out of a backup, without those who were erased since.
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Makes a store of a backup, after everybody was erased from it whom the store that is"
            + " there, or those that are named, have erased, and after what it recorded of consent"
            + " and settlements was recorded again. The store that is there is kept"
            + " beside it, as NAME.before-1.",
    footer = {"", "Example: idiome store restore backup-2026-11-21 --erased-by idiome-store"})
final class RestoreCommand implements Callable<Integer>, Faults.Asked {
  private final Shell shell;

  @Parameters(paramLabel = "BACKUP", description = "A folder that 'store backup' made.")
  private Path backup = Path.of("");

  @Option(
      names = "--erased-by",
      paramLabel = "STORE",
      description = "A store or later backup whose erasures count too; may be given again.")
  private final List<Path> lists = new ArrayList<>();

  @Option(
      names = "--without-list",
      description = "Go on where no list of erasures can be had: some who were erased may return.")
  private boolean isWithoutList;

  @Option(
      names = "--imported-again",
      paramLabel = "take|leave",
      description =
          "Of who was erased from a copy of the store, and came to the backup after that: take"
              + " erases them, too, leave lets them stay.")
  private Again again = Again.ASK;

  @Option(
      names = "--words",
      paramLabel = "erase|keep",
      description =
          "Of who said so and why in others' consents and settlements, where that names one of"
              + " those: erase takes the words out, keep leaves them.")
  private NamingWords words = NamingWords.ASK;

  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  RestoreCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Integer call() {
    var head = new Rows.BatchHead(Instant.now(), "restore", Release.software());
    var asker = DoorOptions.user("store restore");
    var restored =
        new Restoring(backup, store.folder(), lists, again, words)
            .restore(head, isWithoutList, upkeep -> Door.copying(upkeep, asker));
    if (!common.quiet) {
      shell.say("restored and verified: " + StoreCommand.counts(restored.checked()));
      shell.say("erased again, for they had been since: " + restored.erased());
      if (restored.isListMissing()) {
        shell.say(
            "who was erased since the backup was made may be in it again, for not every list was"
                + " there; whoever is imported from now on is never taken for one of them");
      }
      if (restored.former() != null) {
        shell.say("the store that was there is now " + restored.former());
        shell.say(
            "what it audited and answered since the backup stays there: idiome audit --store "
                + restored.former());
      }
    }
    if (!common.quiet) {
      restored
          .carried()
          .forEach(one -> shell.say("recorded again, for it was since: " + Quoted.text(one)));
    }
    restored
        .lost()
        .forEach(one ->
            shell.say("recorded since, and could not be recorded again: " + Quoted.text(one)));
    if (!restored.lost().isEmpty()) {
      shell.say(
          restored.newcomers().isEmpty()
              ? "  record it again before anybody is read"
              : "  record it again before anybody is read; of persons who are not in the restored"
                  + " store (below) once they are imported again");
    }
    held(restored);
    notThere(restored.newcomers(), "imported since the backup, and not in the restored store: ");
    notThere(
        restored.later(),
        "in the restored store without what was imported of them since the backup: ");
    restored.corrections().forEach(this::corrected);
    restored.damaged().forEach(shell::say);
    var wrong = StoreCommand.wrong(restored.checked(), store.folder().toString());
    wrong.forEach(one -> shell.say(one.problem()));
    restored.checked().losses().forEach(one -> shell.say(StoreCommand.problem(one)));
    ClockBehind.say(shell, head.recorded(), store);
    shell.print(store.folder() + "\n");
    if (!wrong.isEmpty() || !restored.damaged().isEmpty()) {
      return ExitCode.MACHINE;
    }
    return restored.lost().isEmpty()
            && restored.corrections().isEmpty()
            && restored.heldBefore().isEmpty()
        ? ExitCode.DONE
        : ExitCode.PARTLY;
  }

  /// Who is not read, and how they can be again.
  private void held(Restoring.Restored restored) {
    if (restored.held() > 0) {
      shell.say(
          "whom it may restrict is not read until somebody says that it was recorded, or need not"
              + " be: "
              + accept(Long.toString(restored.held())));
    }
    var before = restored.heldBefore();
    if (!before.isEmpty()) {
      shell.say(
          "the backup holds back since an earlier restore: "
              + persons(List.copyOf(before.keySet())));
      var batches = before.values().stream().map(hold -> Long.toString(hold.batch())).distinct();
      shell.say("  they are not read until: " + accept(batches.collect(Collectors.joining(" "))));
    }
  }

  private String accept(String batches) {
    return "idiome store accept "
        + batches
        + " --author NAME --reason TEXT --store "
        + word(store.folder().toString());
  }

  private static String persons(List<String> ids) {
    return ids.size() + (ids.size() == 1 ? " person: " : " persons: ") + Persons.named(ids);
  }

  /// A correction that the restored store has not, and the command that makes it again.
  private void corrected(Correction one) {
    var reason = one.reason();
    var author = one.author();
    shell.say(
        "corrected since the backup, and wrong again in the restored store: "
            + Quoted.text(one.person())
            + ": "
            + Quoted.text(one.command())
            + ", source "
            + Quoted.text(one.source())
            + ", "
            + one.recorded()
            + (author == null ? "" : ", by " + Quoted.text(author))
            + (reason == null ? ", why was taken out or never said" : ": " + Quoted.text(reason)));
    var isMoved = one.to() != null;
    boolean isImport = one.isReplaced() || (isMoved && !one.command().equals("split"));
    shell.say(
        "  idiome "
            + (isImport ? "import INPUT" : (isMoved ? "split " : "withdraw ") + word(one.person()))
            + (isImport ? "" : " --source " + word(one.source()))
            + (one.to() == null ? "" : " --as " + word(one.to()))
            + (author == null ? "" : " --author " + word(author))
            + " --reason "
            + (reason == null ? "TEXT" : word(reason))
            + (isImport ? "" : " --yes")
            + " --store "
            + word(store.folder().toString()));
  }

  private static String word(String text) {
    return Called.word(Quoted.text(text, Integer.MAX_VALUE));
  }

  /// Whom, or of whom, the backup cannot hold everything, and how it comes back.
  private void notThere(List<String> ids, String what) {
    if (ids.isEmpty()) {
      return;
    }
    shell.say(what + persons(ids));
    shell.say("  import it again");
  }
}
