package org.idiome.cli;

import java.util.List;
import java.util.SortedMap;
import org.idiome.core.finding.State;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;
import org.idiome.core.run.Run;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.profile.Interpretation;
import org.idiome.profile.PersonSource;
import org.idiome.report.words.Figures;

/// Interprets persons, and says what the exit code of a run is.
final class People {
  private People() {}

  /// Every interpreter over one person.
  static Interpretation.Interpreted interpret(
      Subject subject, RunOptions options, StoreOptions store, CommonOptions common) {
    return interpret(subject.source().get(), asked(options, store), common);
  }

  /// Every interpreter over one person.
  static Interpretation.Interpreted interpret(
      PersonSource source, SortedMap<String, String> settings, CommonOptions common) {
    return Interpreters.all(StarterKnowledge.shipped(), common.threads).interpret(source, settings);
  }

  /// The settings of a run as they were given.
  static SortedMap<String, String> asked(RunOptions options, StoreOptions store) {
    var settings = options.settings();
    if (store.knownBy != null) {
      settings.put("known_by", store.knownBy);
    }
    return settings;
  }

  /// Says the problems of a run and answers with the exit code: a file that was refused is never
  /// passed over in silence.
  ///
  /// @param count how many there are; of each code the first are listed
  /// @param isKept whether the person is of a store, whose import said remarks already
  static int problems(
      List<Problem> problems, long count, boolean isKept, CommonOptions common, Shell shell) {
    long saidBefore = 0;
    var groups = new RemarkGroups(count - problems.size(), "the report");
    for (var problem : problems) {
      if (isKept && isSaidByImport(problem)) {
        saidBefore++;
      } else if (problem.code() != ProblemCode.STORE_SALVAGED) { // Said of every command.
        groups.add(problem);
      }
    }
    groups.say(common.quiet, shell);
    if (saidBefore > 0) {
      var remarks = Figures.count(saidBefore, "remark");
      shell.say(remarks + " on what was imported, which its import said; the report tells them");
    }
    return problems.stream().anyMatch(problem -> problem.reach() == Reach.FILE)
        ? ExitCode.PARTLY
        : ExitCode.DONE;
  }

  /// Whether it loses nothing and was there when the person's data came: a record may have many,
  /// and every run would say them again.
  private static boolean isSaidByImport(Problem problem) {
    return problem.reach() == Reach.WARNING
        && problem.code() != ProblemCode.CLINICAL_DATE_AFTER_DEATH
        && problem.code() != ProblemCode.CLINICAL_DATE_EARLY
        && problem.code() != ProblemCode.CLINICAL_DATE_FAR;
  }

  /// Says how much was not assessed; that is an answer, unless `--strict` asks for more.
  static int exitCode(List<Run> runs, RunOptions options, CommonOptions common, Shell shell) {
    var findings = runs.stream().flatMap(run -> run.findings().stream()).toList();
    long open =
        findings.stream().filter(finding -> finding.state() instanceof State.NotAssessed).count();
    if (!common.quiet) {
      shell.say(open + " of " + findings.size() + " questions could not be assessed");
    }
    return options.strict && open == findings.size() ? ExitCode.NOTHING_TO_ANSWER : ExitCode.DONE;
  }
}
