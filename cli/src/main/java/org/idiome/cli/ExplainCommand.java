package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.idiome.core.canonical.Json;
import org.idiome.core.finding.Finding;
import org.idiome.core.problem.Problem;
import org.idiome.core.run.RunInputs;
import org.idiome.record.kept.KeptAnswer;
import org.idiome.record.kept.KeptRun;
import org.idiome.report.FindingWords;
import org.idiome.report.text.ExplainText;
import org.idiome.report.text.Ink;
import org.idiome.report.words.ProblemText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
  private static final List<String> COLUMNS =
      List.of("person", "finding", "state", "claim", "value", "run", "snapshot", "software");

  private final Shell shell;

  @Parameters(
      index = "0",
      paramLabel = "PERSON|FOLDER",
      description = "Whom; person:ID is no path.")
  private String who = ".";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FINDING",
      description = "Its key, or a part of it; else words of what it claims.")
  private @Nullable String wanted;

  @Option(names = "--tsv", description = "A table of the findings, with a header line.")
  private boolean isTsv;

  @Option(names = "--json", description = "The findings whole, as one JSON document.")
  private boolean isJson;

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
  public boolean isJsonWanted() {
    return isJson;
  }

  @Override
  public Integer call() {
    Tables.checkForms(isJson, isTsv, spec);
    try (var subject = Subject.of(who, store, asking, common, spec)) {
      return answer(subject);
    }
  }

  /// What is said, what was met on the way, and what it was made from.
  ///
  /// @param count how many problems there are; of each code the first are listed
  private record Said(
      List<Finding> findings, List<Problem> problems, long count, RunInputs inputs) {}

  private int answer(Subject subject) {
    var said = said(subject);
    options.sayFuture(shell);
    subject.answered(said.findings().size());
    int refused =
        People.problems(said.problems(), said.count(), subject.kept() != null, common, shell);
    if (said.findings().isEmpty() && wanted != null) {
      throw new NothingException(
          "no finding has '"
              + wanted
              + "' in its key or its claim; without FINDING all keys are listed");
    }
    shell.print(
        isJson
            ? json(said)
            : isTsv ? Tables.tsv(COLUMNS, rows(subject.name(), said)) : text(said.findings()));
    return refused;
  }

  private String text(List<Finding> findings) {
    var ink = common.isColoured() ? Ink.COLOURED : Ink.PLAIN;
    return wanted == null
        ? ExplainText.list(findings, ink)
        : String.join("\n", findings.stream().map(one -> ExplainText.of(one, ink)).toList());
  }

  private static List<List<String>> rows(String person, Said said) {
    var inputs = said.inputs();
    var rows = new ArrayList<List<String>>();
    for (var finding : said.findings()) {
      rows.add(
          List.of(
              person,
              finding.key().text(),
              finding.state().code(),
              FindingWords.title(finding),
              FindingWords.value(finding),
              inputs.runId().hex(),
              inputs.snapshot().manifest().hex(),
              inputs.software().release()));
    }
    return rows;
  }

  private static String json(Said said) {
    return Json.object()
        .put("run", said.inputs().runId())
        .put("findings", Json.array(said.findings()))
        .put("problems", ProblemText.list(said.problems()))
        .end()
        .pretty();
  }

  /// By the run that was kept while it stands, by a new one otherwise.
  private Said said(Subject subject) {
    var standing = subject.standing(options, store, common);
    var kept = standing == null ? null : chosen(standing);
    if (standing != null && kept != null) {
      var problems = subject.problems(standing.problems());
      var inputs = KeptRun.of(standing.run()).inputs();
      return new Said(kept, problems, problems.size(), inputs);
    }
    var run = People.interpret(subject, options, store, common).run();
    subject.keep(run, options, store);
    var problems = subject.problems(run.problems());
    long count = subject.kept() == null ? run.problemCount() : problems.size();
    return new Said(chosen(run.findings()), problems, count, run.inputs());
  }

  /// The findings that are asked for, of a run that was kept, as much of them as is told; null
  /// where one would not be to the letter what was kept.
  private @Nullable List<Finding> chosen(KeptAnswer kept) {
    var keys = byKey(kept.keys());
    if (keys.isEmpty()) {
      var all = kept.claims(kept.keys());
      if (all == null) {
        return null;
      }
      keys =
          all.stream()
              .filter(this::claims)
              .map(one -> one.key().text())
              .collect(Collectors.toSet());
    }
    boolean isListed = isTsv || (wanted == null && !isJson);
    return isListed ? kept.claims(keys) : kept.findings(keys);
  }

  /// The findings whose keys are asked for; where no key is, those whose claims hold the words.
  private List<Finding> chosen(List<Finding> findings) {
    var keys = byKey(findings.stream().map(one -> one.key().text()).toList());
    return findings.stream()
        .filter(one -> keys.isEmpty() ? claims(one) : keys.contains(one.key().text()))
        .toList();
  }

  private boolean claims(Finding finding) {
    var part = wanted == null ? "" : wanted.toLowerCase(Locale.ROOT);
    return Stream.of(FindingWords.title(finding), finding.subject().label())
        .anyMatch(said -> said.toLowerCase(Locale.ROOT).contains(part));
  }

  /// All keys; or the one that was asked for, or those that hold the text, whatever its case.
  private Set<String> byKey(List<String> keys) {
    if (wanted == null) {
      return Set.copyOf(keys);
    }
    if (keys.contains(wanted)) {
      return Set.of(wanted);
    }
    var part = wanted.toLowerCase(Locale.ROOT);
    return keys.stream()
        .filter(one -> one.toLowerCase(Locale.ROOT).contains(part))
        .collect(Collectors.toUnmodifiableSet());
  }
}
