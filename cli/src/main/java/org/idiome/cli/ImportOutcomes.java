package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.canonical.Json;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;
import org.idiome.record.folder.ItemCounts;
import org.idiome.record.kept.GoneRow;
import org.idiome.record.kept.Keeper;
import org.idiome.record.kept.RowCounts;
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
          "problem",
          "corrected",
          "read",
          "kept",
          "kept_with_note",
          "refused",
          "not_understood");

  private static final List<String> GONE_COLUMNS =
      List.of("input", "person", "state", "layer", "concept", "said", "when", "place");

  private static final int SAID = 20;

  /// Persons who are named.
  private static final int IDS = 10;

  /// Rows that are named without `--verbose`.
  private static final int NAMED = 3;

  private final List<List<String>> rows = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final Set<String> persons = new TreeSet<>();
  private final Set<String> made = new TreeSet<>();
  private final SortedMap<String, Sums> byPerson = new TreeMap<>();
  private final List<List<String>> gone = new ArrayList<>();
  private final boolean isVerbose;
  private final boolean isAsked;
  private Sums total = Sums.NONE;
  private long silent;
  private long taken;
  private long same;
  private long partly;
  private long refused;

  /// Counts of observations, and of the items that they were made of.
  private record Sums(long observations, RowCounts rows, ItemCounts items) {
    static final Sums NONE = new Sums(0, RowCounts.NONE, ItemCounts.NONE);

    Sums plus(Sums more) {
      return new Sums(
          observations + more.observations, rows.plus(more.rows), items.plus(more.items));
    }

    Json.Builder json() {
      return Json.object()
          .put("observations", observations)
          .put("new", rows.added())
          .put("unchanged", rows.unchanged())
          .put("corrected", rows.corrected())
          .put("no_longer_said", rows.gone())
          .put("read", items.read())
          .put("kept", items.kept())
          .put("kept_with_note", items.noted())
          .put("refused", items.refused())
          .put("not_understood", items.notUnderstood());
    }
  }

  /// @param isVerbose whether everything is named that is
  /// @param isAsked whether the id was asked for, which may be mistyped
  ImportOutcomes(boolean isVerbose, boolean isAsked) {
    this.isVerbose = isVerbose;
    this.isAsked = isAsked;
  }

  /// Of how many persons something was taken.
  long persons() {
    return persons.size();
  }

  /// A person was taken, or was there already.
  ///
  /// @param met what was said of it
  void taken(String input, Keeper.Outcome outcome, List<Problem> met) {
    problems.addAll(met);
    rows.add(row(input, outcome));
    if (outcome.kind() == Keeper.Outcome.Kind.SAME) {
      same++;
    } else {
      taken++;
      partly += met.stream().anyMatch(ImportOutcomes::isRefusal) ? 1 : 0;
      persons.add(outcome.person());
      var sums = new Sums(outcome.observations(), outcome.rows(), outcome.items());
      total = total.plus(sums);
      byPerson.merge(outcome.person(), sums, Sums::plus);
    }
    if (outcome.kind() == Keeper.Outcome.Kind.NEW) {
      made.add(outcome.person());
    }
    outcome.gone().forEach(row -> gone.add(row(input, outcome.person(), row)));
    var line = line(input, outcome);
    if (line != null) {
      say(line);
      named(outcome);
    }
  }

  /// Whether a file, a row or an element was not taken.
  private static boolean isRefusal(Problem problem) {
    return problem.reach() == Reach.FILE || problem.reach() == Reach.RECORD;
  }

  private static List<String> row(String input, Keeper.Outcome outcome) {
    if (outcome.kind() == Keeper.Outcome.Kind.SAME) {
      return row(input, outcome.person(), state(outcome.kind()), outcome.source(), "");
    }
    var counts = outcome.rows();
    var items = outcome.items();
    return List.of(
        input,
        outcome.person(),
        state(outcome.kind()),
        Long.toString(outcome.observations()),
        outcome.source(),
        Long.toString(counts.added()),
        Long.toString(counts.unchanged()),
        Long.toString(counts.gone()),
        "",
        Long.toString(counts.corrected()),
        Long.toString(items.read()),
        Long.toString(items.kept()),
        Long.toString(items.noted()),
        Long.toString(items.refused()),
        Long.toString(items.notUnderstood()));
  }

  /// A row without counts.
  private static List<String> row(
      String input, String person, String state, String source, String problem) {
    return List.of(input, person, state, "", source, "", "", "", problem, "", "", "", "", "", "");
  }

  private static List<String> row(String input, String person, GoneRow row) {
    return List.of(
        input,
        person,
        row.isCorrected() ? "corrected" : "no_longer_said",
        row.layer(),
        row.concept(),
        row.said(),
        row.when(),
        row.place());
  }

  /// Names what was said before, under the line that counts it.
  private void named(Keeper.Outcome outcome) {
    var rows = outcome.gone();
    var some = isVerbose ? rows : rows.subList(0, Math.min(NAMED, rows.size()));
    for (var row : some) {
      said.add(
          (row.isCorrected() ? "  corrected: " : "  no longer said: ")
              + row.layer()
              + ", "
              + Quoted.text(row.concept())
              + ", "
              + Quoted.text(row.said())
              + (row.when().isEmpty() ? "" : ", " + Quoted.text(row.when()))
              + " ("
              + Quoted.text(row.place())
              + ")");
    }
    long rest = outcome.rows().corrected() + outcome.rows().gone() - some.size();
    if (rest > 0) {
      said.add(
          "  and "
              + Figures.count(rest)
              + " more; --verbose and --json name up to 1000 of an input (no variant records)");
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
      case RETURNED -> "returned";
      case JOINED -> "joined";
      case CHANGED -> "changed";
      case RESTATED -> "same_content";
      case SAME -> "already_imported";
    };
  }

  /// A line of its own for whatever is not simply new, and for who is new by an id that was asked
  /// for.
  private @Nullable String line(String input, Keeper.Outcome outcome) {
    var name = Quoted.text(input);
    var person = Quoted.text(outcome.person());
    return switch (outcome.kind()) {
      case NEW -> isAsked ? name + ": new person " + person : null;
      case RETURNED -> name + ": back to " + person + ", of whom nothing was in force";
      case SAME -> name + ": already imported";
      case JOINED ->
          made.contains(outcome.person())
              ? name + ": joined to " + person + ", who is new in this import"
              : name + ": joined to " + person + ", who was there";
      case RESTATED -> name + ": other bytes or options, the same content of " + person;
      case CHANGED ->
          name
              + ": takes the place of what "
              + Quoted.text(outcome.source())
              + " said of "
              + person
              + " before: "
              + counted(outcome.rows())
              + (outcome.details().isSame()
                  ? ""
                  : "; of birth, ids, specimens and relatives: " + counted(outcome.details()));
    };
  }

  private static String counted(RowCounts counts) {
    return Figures.count(counts.added())
        + " new, "
        + Figures.count(counts.unchanged())
        + " unchanged, "
        + Figures.count(counts.corrected())
        + " corrected, "
        + Figures.count(counts.gone())
        + " no longer said";
  }

  void refused(String input, Problem problem) {
    refused++;
    problems.add(problem);
    rows.add(row(input, "", "refused", "", problem.code().code()));
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
        .put(
            "persons",
            new Json.Arr(byPerson.entrySet().stream().map(ImportOutcomes::json).toList()))
        .put(
            "total",
            total
                .json()
                .put("persons", persons.size())
                .put("inputs_already_imported", same)
                .put("inputs_in_part", partly)
                .put("inputs_refused", refused)
                .end())
        .put("no_longer_said", Tables.json(GONE_COLUMNS, gone))
        .put("problems", ProblemText.list(problems))
        .end();
  }

  private static Json json(Map.Entry<String, Sums> person) {
    return person.getValue().json().put("person", person.getKey()).end();
  }

  /// What happened, line by line; of very many inputs that are not new the first are named.
  List<String> summary() {
    var lines = new ArrayList<>(said);
    if (silent > 0) {
      lines.add(String.format(Locale.ROOT, "and %d more; --tsv lists all of them", silent));
    }
    lines.add(
        "imported "
            + Figures.count(persons.size(), "person")
            + ", "
            + Figures.count(total.observations(), "observation")
            + (total.rows().added() == total.observations() && !total.rows().isCorrection()
                ? ""
                : ": " + counted(total.rows()))
            + "; already imported "
            + Figures.count(same)
            + "; refused "
            + Figures.count(refused)
            + (partly == 0 ? "" : "; in part " + Figures.count(partly)));
    if (!persons.isEmpty()) {
      lines.add(named());
    }
    var items = total.items();
    if (items.refused() + items.notUnderstood() > 0) {
      lines.add(items(items));
    }
    return lines;
  }

  /// The first ids, by which other commands know them.
  private String named() {
    var first = persons.stream().limit(IDS).map(Quoted::text).toList();
    int rest = persons.size() - first.size();
    return (persons.size() == 1 ? "in the store as " : "in the store as: ")
        + String.join(", ", first)
        + (rest == 0 ? "" : " and " + Figures.count(rest) + " more; idiome people lists all");
  }

  /// Of what was refused an observation may tell that it was there, and no more.
  private static String items(ItemCounts items) {
    return "of "
        + Figures.count(items.read())
        + " rows and elements "
        + Figures.count(items.kept())
        + " were kept, "
        + Figures.count(items.noted())
        + " kept with a note, "
        + Figures.count(items.refused())
        + " refused, "
        + Figures.count(items.notUnderstood())
        + " not understood"
        + (items.refused() == 0 ? "" : "; that they were there may count as an observation");
  }

  /// Whatever was not taken, an input, a file that one names, a row or an element, makes it less
  /// than done, and so does a value that contradicts what is there; what was there already is done.
  int exitCode() {
    if (problems.stream().anyMatch(one -> one.code() == ProblemCode.STORE_DAMAGED)) {
      return ExitCode.MACHINE;
    }
    boolean isContradicted =
        problems.stream().anyMatch(one -> one.code() == ProblemCode.RECORD_VALUES_CONTRADICTORY);
    return refused + partly == 0
        ? isContradicted ? ExitCode.PARTLY : ExitCode.DONE
        : taken + same == 0 ? ExitCode.WRONG_INPUT : ExitCode.PARTLY;
  }
}
