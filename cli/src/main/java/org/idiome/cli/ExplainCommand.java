package org.idiome.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.idiome.core.finding.Finding;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `idiome explain PERSON|FOLDER [FINDING]`: why, down to the row.
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    header = "Why a finding says what it says, down to the row.",
    description = "Says why a finding says what it says; without FINDING, lists the findings.",
    footer = {"", "Example: idiome explain demo/lung-01 CYP2C19"})
final class ExplainCommand implements Callable<Integer>, Faults.Asked {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "PERSON|FOLDER", description = "Whom.")
  private String who = ".";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FINDING",
      description = "Its key, or a part of it.")
  private @Nullable String wanted;

  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final DoorOptions asking = new DoorOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final RunOptions options = new RunOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  ExplainCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Integer call() {
    try (var subject = Subject.of(who, store, asking, common, spec)) {
      return answer(subject);
    }
  }

  private int answer(Subject subject) {
    var interpreted = People.interpret(subject, options, store, common);
    var reports = new Reports(interpreted, common);
    var findings = interpreted.run().findings();
    var chosen = wanted == null ? findings : chosen(findings, wanted);
    subject.answered(chosen.size());
    int refused = People.problems(interpreted.run(), shell);
    if (wanted == null) {
      shell.print(reports.list());
      return refused;
    }
    if (chosen.isEmpty()) {
      throw new NothingException(
          "no finding has '" + wanted + "' in its key; without FINDING all keys are listed");
    }
    shell.print(String.join("\n", chosen.stream().map(reports::explanation).toList()));
    return refused;
  }

  /// The finding of that key, or all whose key holds the text, whatever its case.
  private static List<Finding> chosen(List<Finding> findings, String wanted) {
    for (var finding : findings) {
      if (finding.key().text().equals(wanted)) {
        return List.of(finding);
      }
    }
    var part = wanted.toLowerCase(Locale.ROOT);
    return findings.stream()
        .filter(one -> one.key().text().toLowerCase(Locale.ROOT).contains(part))
        .toList();
  }
}
