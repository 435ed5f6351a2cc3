package org.idiome.cli;

import java.util.List;
import java.util.TreeMap;
import org.idiome.record.door.OpenPerson;
import org.idiome.record.kept.KeptRun;
import org.idiome.report.words.Quoted;
import org.idiome.store.journal.RunRow;
import org.jspecify.annotations.Nullable;

/// Which two runs of a person are compared, by name or because none is named.
///
/// *Now* is what is said of everything that is known: a kept run of that question while nothing
/// changed since, else one that is made. A run that was asked with a date never passes for it.
final class RunChoice {
  private final OpenPerson open;
  private final CommonOptions common;
  private final List<RunRow> runs;
  private final @Nullable RunRow standing;

  RunChoice(OpenPerson open, CommonOptions common) {
    this.open = open;
    this.common = common;
    runs = open.runs();
    var answer =
        common.bounds.areVariantsUsual()
            ? open.standing(new TreeMap<>(), Release.software())
            : null;
    standing = answer == null ? null : answer.run();
  }

  /// Two that are named; the second is *now* where it is not.
  TwoRuns named(String before, @Nullable String after) {
    var newer = side(after == null ? TwoRuns.NOW : after);
    return new TwoRuns(open, side(before), newer, List.of(), common);
  }

  /// What holds now, and the newest other run of the same question; where there is none, one of
  /// another question that was kept before.
  TwoRuns newest() {
    if (runs.isEmpty()) {
      throw new NothingException(
          "no run of "
              + Quoted.text(open.id())
              + " was kept; 'idiome interpret' keeps one"
              + RunsTable.erased(open));
    }
    var before = before();
    var after =
        standing == null || standing.equals(before)
            ? TwoRuns.now(open, common)
            : TwoRuns.kept(open, standing, true);
    var apart =
        runs.stream()
            .filter(run -> run.number() > before.number() && !isPlain(run))
            .map(run -> "run " + run.number() + " (" + question(run) + ")")
            .toList();
    return new TwoRuns(open, kept(before), after, apart, common);
  }

  private RunRow before() {
    var same = runs.stream().filter(run -> isPlain(run) && !run.equals(standing)).toList();
    if (!same.isEmpty()) {
      return same.getLast();
    }
    var others =
        runs.stream().filter(run -> standing == null || run.number() < standing.number()).toList();
    return others.isEmpty() ? runs.getFirst() : others.getLast();
  }

  private TwoRuns.Side side(String name) {
    if (name.equals(TwoRuns.NOW)) {
      return TwoRuns.now(open, common);
    }
    for (var run : runs) {
      boolean isId = name.length() >= 6 && run.id().hex().startsWith(name);
      if (isId || Long.toString(run.number()).equals(name)) {
        return kept(run);
      }
    }
    throw new NothingException(
        "no run '"
            + Quoted.text(name)
            + "' of this person was kept; 'show --runs' lists them"
            + RunsTable.erased(open));
  }

  private TwoRuns.Side kept(RunRow run) {
    return TwoRuns.kept(open, run, run.equals(standing));
  }

  private static boolean isPlain(RunRow run) {
    return KeptRun.of(run).asked().isEmpty();
  }

  private static String question(RunRow run) {
    return TwoRuns.question(KeptRun.of(run).asked());
  }
}
