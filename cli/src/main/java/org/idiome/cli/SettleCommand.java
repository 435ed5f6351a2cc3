package org.idiome.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.idiome.care.identity.Doubts;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.profile.Settlement;
import org.idiome.record.door.Settled;
import org.idiome.report.words.Quoted;
import org.idiome.store.Rows;
import org.idiome.store.Settlements;
import org.idiome.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `idiome settle PERSON FINDING`: somebody looked into a mismatch, and it blocks no longer.
@Command(
    name = "settle",
    mixinStandardHelpOptions = true,
    header = "A mismatch was looked into: it blocks no longer.",
    description = {
      "Records who settled a finding of the identity checks, and why. It stays found and is shown",
      "with it; what rests on the sample is assessed again. Holds for what the finding says now:",
      "where it says something else later, it is open again."
    },
    footer = {
      "",
      "Example: idiome settle PERSON FINDING --as 'Dr Roe' --reason 'sex was mistyped'"
    })
final class SettleCommand implements Callable<Integer>, Faults.Asked {
  private static final long MILLIS = 1_000;

  private final Shell shell;

  @Parameters(index = "0", paramLabel = "PERSON", description = "Id in the store.")
  private String who = "";

  @Parameters(index = "1", paramLabel = "FINDING", description = "Its key, or a part of it.")
  private String wanted = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private @Nullable String reason;

  @Option(names = "--withdraw", description = "Take back what was settled: it blocks again.")
  private boolean isWithdrawn;

  @Option(
      names = "--wait",
      converter = Seconds.class,
      paramLabel = "SECONDS",
      arity = "0..1",
      fallbackValue = "3600",
      description = "Wait for another writer.")
  private long waitSeconds;

  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final DoorOptions asking = new DoorOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final RunOptions options = new RunOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  SettleCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Integer call() {
    var by = asking.named();
    if (by == null) {
      throw wrong("say with --as who settles it");
    }
    if (reason == null || reason.isBlank()) {
      throw wrong("say with --reason why");
    }
    if (store.knownBy != null) {
      throw wrong("what is settled is settled now, not as of an earlier day");
    }
    var why = reason.strip();
    var said = isWithdrawn ? takenBack(by, why) : settled(by, why);
    shell.print(said.finding() + (isWithdrawn ? ": blocks again" : ": settled by " + by) + "\n");
    return ExitCode.DONE;
  }

  private Settlements.Said settled(String by, String why) {
    String id;
    Finding finding;
    try (var subject = Subject.of(who, store, asking, common, spec)) {
      if (subject.kept() == null) {
        throw wrong("on files nothing can be settled; import the person into a store first");
      }
      id = subject.name();
      finding = mismatch(People.interpret(subject, options, store, common).run().findings());
      subject.answered(1);
    }
    var answer = Settlement.answer(finding);
    var said = new Settlements.Said(finding.key().text(), answer, true, by, why);
    record(id, said);
    return said;
  }

  /// What restricts can be recorded whether or not the person may be read: it is taken from what
  /// was recorded, and nothing is interpreted.
  private Settlements.Said takenBack(String by, String why) {
    String id;
    List<Settlements.Said> stand;
    try (var door = asking.open(store)) {
      id = Persons.known(door, who);
      stand = Settled.of(door, id);
    }
    var keys = stand.stream().map(Settlements.Said::finding).toList();
    var none = "nothing that stands as settled of " + Quoted.text(id) + " has '";
    var key = chosen(keys, none);
    var settled = stand.get(keys.indexOf(key));
    var said = new Settlements.Said(key, settled.answer(), false, by, why);
    record(id, said);
    return said;
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  /// The one finding that is meant.
  private Finding mismatch(List<Finding> findings) {
    var mismatches =
        findings.stream()
            .filter(one -> one.key().interpreter().equals(Doubts.INTERPRETER))
            .filter(one -> one.state() instanceof State.Found)
            .toList();
    var keys = mismatches.stream().map(one -> one.key().text()).toList();
    return mismatches.get(keys.indexOf(chosen(keys, "no mismatch of samples or record has '")));
  }

  /// The one key that is meant.
  ///
  /// @param none begins what is said where there is none
  private String chosen(List<String> keys, String none) {
    if (keys.contains(wanted)) {
      return wanted;
    }
    var part = wanted.toLowerCase(Locale.ROOT);
    var fitting = keys.stream().filter(key -> key.toLowerCase(Locale.ROOT).contains(part)).toList();
    if (fitting.isEmpty()) {
      throw new NothingException(none + Quoted.text(wanted) + "' in its key");
    }
    if (fitting.size() > 1) {
      throw wrong("several findings have it in their keys: " + String.join(", ", fitting));
    }
    return fitting.getFirst();
  }

  private void record(String id, Settlements.Said said) {
    var head = new Rows.BatchHead(Instant.now(), "settle", Release.software(), said.by(), reason);
    var holder = "idiome settle, process " + ProcessHandle.current().pid();
    try (var writer = Store.at(store.folder()).write(head, holder, waitSeconds * MILLIS)) {
      var person = writer.person(id);
      if (person == null) {
        throw Persons.nobody(who);
      }
      Settlements.add(writer, person.person(), said);
      writer.acknowledge();
      ClockBehind.say(shell, writer, store);
    }
  }
}
