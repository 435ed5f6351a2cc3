package org.idiome.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.idiome.care.identity.Doubts;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.profile.Settlement;
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
    String id;
    Finding finding;
    try (var subject = Subject.of(who, store, asking, common, spec)) {
      if (subject.kept() == null) {
        throw wrong("on files nothing can be settled; import the person into a store first");
      }
      id = subject.name();
      finding = chosen(People.interpret(subject, options, store, common).run().findings());
      subject.answered(1);
    }
    record(
        id,
        new Settlements.Said(
            finding.key().text(), Settlement.answer(finding), !isWithdrawn, by, reason.strip()));
    shell.print(
        finding.key().text() + (isWithdrawn ? ": blocks again" : ": settled by " + by) + "\n");
    return ExitCode.DONE;
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  /// The one finding that is meant.
  private Finding chosen(List<Finding> findings) {
    var part = wanted.toLowerCase(Locale.ROOT);
    var fitting = new ArrayList<Finding>();
    for (var finding : findings) {
      boolean isMismatch =
          finding.key().interpreter().equals(Doubts.INTERPRETER)
              && finding.state() instanceof State.Found;
      if (isMismatch && finding.key().text().equals(wanted)) {
        return finding;
      }
      if (isMismatch && finding.key().text().toLowerCase(Locale.ROOT).contains(part)) {
        fitting.add(finding);
      }
    }
    if (fitting.isEmpty()) {
      throw new NothingException(
          "no mismatch of samples or record has '" + Quoted.text(wanted) + "' in its key");
    }
    if (fitting.size() > 1) {
      throw wrong(
          "several findings have it in their keys: "
              + String.join(", ", fitting.stream().map(one -> one.key().text()).toList()));
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
    }
  }
}
