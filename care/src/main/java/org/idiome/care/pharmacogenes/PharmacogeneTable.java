package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;
import org.idiome.core.run.Run;
import org.jspecify.annotations.Nullable;

/// The table of `idiome pharmacogenes --tsv`: one row a person and gene, made from the findings of
/// a run, so that the shell and the report agree.
///
/// Cells are as printed: `.` for missing, no tab and no line end. The phenotype is that of the
/// first source in `sources.tsv` that has one for the gene; phenotype and score have the word for
/// their bound before them.
public final class PharmacogeneTable {
  /// Names of the columns, in order.
  public static final List<String> COLUMNS =
      List.of(
          "sample",
          "gene",
          "state",
          "diplotype",
          "phenotype",
          "activity_score",
          "matched_positions",
          "missing_positions",
          "cannot_exclude",
          "note",
          "file",
          "run",
          "snapshot",
          "software");

  /// Column of the rank among rows of one gene, where further answers are listed.
  private static final String RANK = "rank";

  private static final String MISSING = ".";
  private static final String OR = " OR ";

  private final List<String> sources = EngineRules.shipped().sources();
  private final boolean isOfAll;

  /// @param isOfAll whether to add a row for each answer of a lower score that fits what was seen,
  ///   and the column `rank`
  public PharmacogeneTable(boolean isOfAll) {
    this.isOfAll = isOfAll;
  }

  /// The best answers alone.
  public PharmacogeneTable() {
    this(false);
  }

  /// Names of this table's columns, in order.
  public List<String> columns() {
    if (!isOfAll) {
      return COLUMNS;
    }
    var columns = new ArrayList<>(COLUMNS);
    columns.add(COLUMNS.indexOf("run"), RANK);
    return List.copyOf(columns);
  }

  /// The rows of a run, by gene and rank, one cell a column.
  public List<List<String>> rows(Run run) {
    var rows = new ArrayList<List<String>>();
    for (var finding : run.findings()) {
      if (finding.key().interpreter().equals(PharmacogeneInterpreter.NAME)
          && finding.key().kind().equals(GeneFinding.KIND)) {
        rows.add(row(run, finding, answer(finding), "1"));
        if (isOfAll) {
          rows.addAll(further(run, finding));
        }
      }
    }
    return rows;
  }

  /// What stands in the columns from `state` to `activity_score`.
  private List<String> answer(Finding finding) {
    var details = finding.why().details();
    return switch (finding.state()) {
      case State.Found found ->
          List.of(
              found.isAmbiguous() ? "ambiguous" : "found",
              diplotypes(found),
              bounded(details),
              String.join(OR, texts(details.get("activity_score_" + source(details)))));
      case State.Excluded excluded -> List.of(excluded.code(), "", "", "");
      case State.NotAssessed not -> List.of(not.code(), "", "", "");
    };
  }

  /// A row for each answer of a lower score, the highest first; answers of one score share a rank.
  private List<List<String>> further(Run run, Finding finding) {
    var details = finding.why().details();
    var names = texts(details.get("also_consistent"));
    var phenotypes = texts(details.get("also_consistent_phenotypes"));
    var byScore = new TreeMap<Long, List<Integer>>(Comparator.reverseOrder());
    if (details.get("also_consistent_scores") instanceof Value.Several scores) {
      for (int i = 0; i < names.size(); i++) {
        if (scores.values().get(i) instanceof Value.Count score) {
          byScore.computeIfAbsent(score.count(), _ -> new ArrayList<>()).add(i);
        }
      }
    }
    var rows = new ArrayList<List<String>>();
    int rank = 1;
    for (var same : byScore.values()) {
      rank++;
      for (int i : same) {
        var answer = List.of("ambiguous", names.get(i), phenotypes.get(i), "");
        rows.add(row(run, finding, answer, Integer.toString(rank)));
      }
    }
    return rows;
  }

  private List<String> row(Run run, Finding finding, List<String> answer, String rank) {
    var details = finding.why().details();
    var samples = texts(details.get("samples"));
    var cells = new ArrayList<String>();
    cells.add(samples.isEmpty() ? run.individual().id() : String.join(",", samples));
    cells.add(finding.subject().id());
    cells.addAll(answer);
    cells.add(
        details.get("positions_matched") instanceof Value.Count count
            ? Long.toString(count.count())
            : "");
    cells.add(String.join(",", texts(details.get("positions_missing"))));
    cells.add(String.join(",", texts(details.get("cannot_exclude"))));
    cells.add(String.join("; ", new TableNotes(sources).of(finding)));
    cells.add(String.join(",", texts(details.get("files"))));
    if (isOfAll) {
      cells.add(rank);
    }
    cells.add(run.id().hex());
    cells.add(run.inputs().snapshot().manifest().hex());
    cells.add(run.inputs().software().release());
    return cells.stream().map(PharmacogeneTable::cell).toList();
  }

  private static String cell(String text) {
    var clean = new StringBuilder();
    text.chars().forEach(c -> clean.append(c < ' ' ? ' ' : (char) c));
    return clean.isEmpty() ? MISSING : clean.toString();
  }

  private static String diplotypes(State.Found found) {
    var diplotypes = new ArrayList<String>();
    for (var one : found.possibilities()) {
      if (one.get("diplotype") instanceof Value.Text text) {
        diplotypes.add(text.text());
      }
    }
    return String.join(OR, diplotypes);
  }

  /// The source that stands for all, as its details are named.
  private static String source(Details details) {
    return String.join("", texts(details.get("source"))).toLowerCase(Locale.ROOT);
  }

  /// The phenotypes of one source, with the word for their bound before them: `at best`.
  private static String bounded(Details details) {
    var source = source(details);
    var text = String.join(OR, texts(details.get("phenotype_" + source)));
    return !text.isEmpty() && details.get("bound_" + source) instanceof Value.Word word
        ? word.code().replace('_', ' ') + " " + text
        : text;
  }

  /// The texts of a list, or of one text; none of anything else.
  static List<String> texts(@Nullable Value value) {
    return switch (value) {
      case null -> List.of();
      case Value.Text text -> List.of(text.text());
      case Value.Several several ->
          several.values().stream().flatMap(one -> texts(one).stream()).toList();
      case Value.Word word -> List.of(word.code());
      case Value.Count _, Value.Measured _, Value.Time _, Value.Thing _, Value.Place _ -> List.of();
    };
  }
}
