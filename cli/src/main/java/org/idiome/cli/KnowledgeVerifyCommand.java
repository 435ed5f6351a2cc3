package org.idiome.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.report.words.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `idiome knowledge verify`: every byte of every release held to its hash.
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Holds every byte of every release to what was imported.",
    footer = {
      "",
      "Exit codes: 0 all is as it was; 4 what is not is named by its file.",
      "",
      "Example: idiome knowledge verify"
    })
final class KnowledgeVerifyCommand implements Callable<Integer>, Faults.Asked {
  private final Shell shell;

  @Mixin private final KnowledgeOptions knowledge = new KnowledgeOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  KnowledgeVerifyCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public boolean isJsonWanted() {
    return false;
  }

  @Override
  public Integer call() {
    var wrong = new ArrayList<Problem>();
    StarterKnowledge.damaged()
        .forEach(
            file -> wrong.add(Problem.of(ProblemCode.STORE_KNOWLEDGE_DAMAGED, Place.file(file))));
    try {
      knowledge
          .home()
          .damaged()
          .forEach(file ->
              wrong.add(Problem.of(ProblemCode.KNOWLEDGE_RELEASE_DAMAGED, Place.file(file))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    wrong.forEach(shell::say);
    if (!common.quiet) {
      shell.say("not as it should be: " + Figures.count(wrong.size()));
    }
    return wrong.isEmpty() ? ExitCode.DONE : ExitCode.MACHINE;
  }
}
