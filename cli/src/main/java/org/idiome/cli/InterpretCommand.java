package org.idiome.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.profile.Unresolved;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `idiome interpret PERSON|FOLDER`: every interpreter over one person.
@Command(
    name = "interpret",
    mixinStandardHelpOptions = true,
    header = "One person: every finding, as a page and as JSON.",
    description = {
      "Interprets a person of the store, or a person's folder without one. Exit code 1 where a",
      "file could not be read, and the answer is without it; 2 where nothing could; 3 where there",
      "is nobody, or, under --strict, nothing but not assessed."
    },
    footer = {"", "Example: idiome interpret demo/lung-01 -o lung-01.html"})
final class InterpretCommand implements Callable<Integer>, Faults.Asked {
  private final Shell shell;

  @Parameters(
      paramLabel = "PERSON|FOLDER",
      description = {
        "A person of the store; or, without a store, a folder with a phenopacket.json and the",
        "files it names, or a phenopacket. Where both are called so: person:ID, or ./PATH."
      })
  private String who = ".";

  @Option(
      names = "-o",
      paramLabel = "FILE",
      description = "Write the report as one HTML file; '-' for standard output.")
  private @Nullable String html;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      arity = "0..1",
      fallbackValue = "-",
      description = "Write the run as JSON; standard output where no file is given.")
  private @Nullable String json;

  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final DoorOptions asking = new DoorOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final RunOptions options = new RunOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  InterpretCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public boolean isJsonWanted() {
    return "-".equals(json);
  }

  @Override
  public Integer call() {
    if ("-".equals(html) && "-".equals(json)) {
      throw new ParameterException(
          spec.commandLine(), "the report and the JSON cannot both go to standard output");
    }
    for (var target : Arrays.asList(html, json)) {
      if (target != null && !target.equals("-")) {
        checkTarget(target);
      }
    }
    try (var subject = Subject.of(who, store, asking, common, spec)) {
      return answer(subject);
    }
  }

  private int answer(Subject subject) {
    var interpreted = subject.told(People.interpret(subject, options, store, common));
    options.sayFuture(shell);
    subject.keep(interpreted.run(), options, store);
    subject.answered(interpreted.run().findings().size());
    var reports = new Reports(interpreted, common);
    if (html != null) {
      var beside = html.equals("-") ? null : fileName(json);
      write(html, reports.html(command(subject), beside, subject.keptAs(interpreted.run())));
    }
    if (json != null) {
      write(json, reports.json());
    }
    if (!"-".equals(html) && !"-".equals(json)) {
      shell.print(reports.summary(who));
    }
    unresolved(subject);
    boolean isKept = subject.kept() != null;
    var run = interpreted.run();
    long count = isKept ? run.problems().size() : run.problemCount();
    int refused = People.problems(run.problems(), count, isKept, common, shell);
    int code = People.exitCode(List.of(interpreted.run()), options, common, shell);
    return code == ExitCode.DONE ? refused : code;
  }

  /// What no interpreter could look up is counted, so that nobody takes silence for an answer.
  private void unresolved(Subject subject) {
    var kept = subject.kept();
    if (kept == null || common.quiet) {
      return;
    }
    var found = Unresolved.of(kept.person(), StarterKnowledge.shipped());
    if (!found.unresolved().isEmpty()) {
      shell.say(
          UnresolvedTable.count(found)
              + "; to list them: idiome show "
              + Called.word(subject.name())
              + " --unresolved");
    }
  }

  private void checkTarget(String target) {
    var wrong = OutputFile.whatIsWrongWith(Path.of(target));
    if (wrong != null) {
      throw new ParameterException(spec.commandLine(), wrong);
    }
  }

  /// The command that repeats the page, without the folders of this machine.
  private String command(Subject subject) {
    var repeated = "idiome interpret " + Called.word(subject.name());
    if (options.at != null) {
      repeated += " --at " + options.at;
    }
    return html == null || html.equals("-") ? repeated : repeated + " -o " + fileName(html);
  }

  private static @Nullable String fileName(@Nullable String target) {
    return target == null || target.equals("-")
        ? null
        : String.valueOf(Path.of(target).getFileName());
  }

  private void write(String target, byte[] bytes) {
    if (target.equals("-")) {
      shell.print(new String(bytes, StandardCharsets.UTF_8));
    } else {
      OutputFile.write(Path.of(target), bytes);
    }
  }
}
