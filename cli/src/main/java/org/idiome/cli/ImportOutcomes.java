package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.idiome.core.canonical.Json;
import org.idiome.core.problem.Problem;
import org.idiome.record.kept.Keeper;
import org.idiome.report.words.Figures;
import org.idiome.report.words.ProblemText;
import org.idiome.report.words.Quoted;
import org.jspecify.annotations.Nullable;

/// What became of the inputs of one import.
final class ImportOutcomes {
  static final List<String> COLUMNS =
      List.of(
          "input",
          "person",
          "state",
          "observations",
          "source",
          "new",
          "unchanged",
          "no_longer_said",
          "problem");

  private static final int SAID = 20;

  private final List<List<String>> rows = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final Set<String> persons = new TreeSet<>();
  private final Set<String> made = new TreeSet<>();
  private long silent;
  private long taken;
  private long same;
  private long refused;
  private long observations;

  /// @param hasReason whether the command gave one
  void taken(String input, Keeper.Outcome outcome, boolean hasReason) {
    boolean isSame = outcome.kind() == Keeper.Outcome.Kind.SAME;
    rows.add(
        List.of(
            input,
            outcome.person(),
            state(outcome.kind()),
            isSame ? "" : Long.toString(outcome.observations()),
            outcome.source(),
            isSame ? "" : Long.toString(outcome.added()),
            isSame ? "" : Long.toString(outcome.unchanged()),
            isSame ? "" : Long.toString(outcome.gone()),
            ""));
    if (isSame) {
      same++;
    } else {
      taken++;
      persons.add(outcome.person());
      observations += outcome.observations();
    }
    if (outcome.kind() == Keeper.Outcome.Kind.NEW) {
      made.add(outcome.person());
    }
    var line = line(input, outcome, hasReason);
    if (line != null) {
      say(line);
    }
  }

  private void say(String line) {
    if (said.size() < SAID) {
      said.add(line);
    } else {
      silent++;
    }
  }

  private static String state(Keeper.Outcome.Kind kind) {
    return switch (kind) {
      case NEW -> "new";
      case JOINED -> "joined";
      case CHANGED -> "changed";
      case RESTATED -> "same_content";
      case SAME -> "already_imported";
    };
  }

  /// A line of its own for whatever is not simply new.
  private @Nullable String line(String input, Keeper.Outcome outcome, boolean hasReason) {
    var name = Quoted.text(input);
    var person = Quoted.text(outcome.person());
    return switch (outcome.kind()) {
      case NEW -> null;
      case SAME -> name + ": already imported";
      case JOINED ->
          made.contains(outcome.person())
              ? name + ": joined to " + person + ", who is new in this import"
              : name + ": joined to " + person + ", who was there";
      case RESTATED -> name + ": other bytes, the same content of " + person;
      case CHANGED ->
          name
              + ": takes the place of what "
              + Quoted.text(outcome.source())
              + " said of "
              + person
              + " before: "
              + Figures.count(outcome.added())
              + " new, "
              + Figures.count(outcome.unchanged())
              + " unchanged, "
              + Figures.count(outcome.gone())
              + " no longer said"
              + (hasReason || outcome.gone() == 0 ? "" : " (no --reason was given)");
    };
  }

  void refused(String input, Problem problem) {
    refused++;
    problems.add(problem);
    rows.add(List.of(input, "", "refused", "", "", "", "", "", problem.code().code()));
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  String tsv() {
    return Tables.tsv(COLUMNS, rows);
  }

  Json json() {
    return Json.object()
        .put("inputs", Tables.json(COLUMNS, rows))
        .put("problems", ProblemText.list(problems))
        .end();
  }

  /// What happened, line by line; of very many inputs that are not new the first are named.
  List<String> summary() {
    var lines = new ArrayList<>(said);
    if (silent > 0) {
      lines.add(String.format(Locale.ROOT, "and %d more; --tsv lists all of them", silent));
    }
    lines.add(
        "imported "
            + Figures.count(persons.size())
            + (persons.size() == 1 ? " person, " : " persons, ")
            + Figures.count(observations)
            + " observations; already imported "
            + Figures.count(same)
            + "; refused "
            + Figures.count(refused));
    return lines;
  }

  int exitCode() {
    return refused == 0
        ? ExitCode.DONE
        : taken + same == 0 ? ExitCode.WRONG_INPUT : ExitCode.PARTLY;
  }
}
