package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.record.door.Door;
import org.idiome.store.Accepted;
import org.idiome.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `idiome store accept BATCH`: goes on with what is left of a batch that was damaged.
@Command(
    name = "accept",
    mixinStandardHelpOptions = true,
    description = {
      "Goes on with what is left of batches that 'store verify' names as damaged, so that backups",
      "work again; and with persons of whom 'store restore' could not record everything again. A",
      "batch and the audit say who did and why; 'store verify', and 'show' of whoever is concerned,",
      "go on to say so. After a batch that is missing, which may be about anybody, everybody is",
      "held until they are let go by a second accept. It heals nobody: a person who is damaged is erased, or comes back out of a",
      "backup."
    },
    footer = {
      "",
      "Example: idiome store accept 7 --author Ada --reason 'looked into; one flipped bit'"
    })
final class AcceptCommand implements Callable<Integer>, Faults.Asked {
  private final Shell shell;

  @Parameters(paramLabel = "BATCH", arity = "1..*", description = "Numbers of batches.")
  private final List<Long> batches = new ArrayList<>();

  @Mixin private final StatedOptions stated = new StatedOptions();
  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final DoorOptions asking = new DoorOptions();
  @Mixin private final WriterOptions writer = new WriterOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  AcceptCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Integer call() {
    var asker = asking.asker();
    var head = stated.head(asker, "store accept");
    var done =
        Door.accept(
            Store.at(store.folder()),
            asker,
            batches,
            head,
            WriterOptions.holder("store accept"),
            writer.waitMillis());
    if (!done.whole().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "nothing was accepted, for nothing is to be accepted of batch " + done.whole().first());
    }
    ClockBehind.say(shell, head.recorded(), store);
    if (!common.quiet) {
      shell.say("accepted; what else is damaged is named by: idiome store verify");
    }
    if (done.held() == 0) {
      return ExitCode.DONE;
    }
    shell.say(
        "what is missing may be anybody's, such as a consent that was withdrawn: nobody is read"
            + " until somebody says that it was recorded, or need not be");
    shell.say("  idiome store accept " + done.held() + " --author NAME --reason TEXT");
    return ExitCode.PARTLY;
  }

  /// What is said of damage that was accepted, and of persons who were let go, by whoever tells of
  /// what it concerns.
  static List<Problem> problems(Accepted.Acceptance one) {
    var problems = new ArrayList<Problem>();
    if (one.isOfDamage()) {
      problems.add(problem(ProblemCode.STORE_DAMAGE_ACCEPTED, one, "what", one.damage()));
    }
    if (one.isOfHold()) {
      problems.add(problem(ProblemCode.STORE_HOLD_ACCEPTED, one, "recorded", one.recorded()));
    }
    return problems;
  }

  private static Problem problem(
      ProblemCode code, Accepted.Acceptance one, String name, String value) {
    return Problem.of(
        code,
        Place.file("idiome.sqlite"),
        "damaged",
        Long.toString(one.damaged()),
        name,
        value,
        "batch",
        Long.toString(one.batch()),
        "author",
        one.author() == null ? "somebody whose name was erased" : one.author(),
        "reason",
        one.reason() == null ? "the reason was erased" : one.reason());
  }
}
