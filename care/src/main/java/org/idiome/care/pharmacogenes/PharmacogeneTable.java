package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  private static final String MISSING = ".";
  private static final String OR = " OR ";

  private final List<String> sources = EngineRules.shipped().sources();

  /// The rows of a run, by gene, one cell a column.
  public List<List<String>> rows(Run run) {
    var rows = new ArrayList<List<String>>();
    for (var finding : run.findings()) {
      if (finding.key().interpreter().equals(PharmacogeneInterpreter.NAME)
          && finding.key().kind().equals(GeneFinding.KIND)) {
        rows.add(row(run, finding));
      }
    }
    return rows;
  }

  private List<String> row(Run run, Finding finding) {
    var details = finding.why().details();
    var samples = texts(details.get("samples"));
    var cells = new ArrayList<String>();
    cells.add(samples.isEmpty() ? run.individual().id() : String.join(",", samples));
    cells.add(finding.subject().id());
    switch (finding.state()) {
      case State.Found found -> {
        cells.add(found.isAmbiguous() ? "ambiguous" : "found");
        cells.add(diplotypes(found));
        cells.add(bounded(details, "phenotype_"));
        cells.add(bounded(details, "activity_score_"));
      }
      case State.Excluded excluded -> cells.addAll(List.of(excluded.code(), "", "", ""));
      case State.NotAssessed not -> cells.addAll(List.of(not.code(), "", "", ""));
    }
    cells.add(
        details.get("positions_matched") instanceof Value.Count count
            ? Long.toString(count.count())
            : "");
    cells.add(String.join(",", texts(details.get("positions_missing"))));
    cells.add(String.join(",", texts(details.get("cannot_exclude"))));
    cells.add(String.join("; ", new TableNotes(sources).of(finding)));
    cells.add(String.join(",", texts(details.get("files"))));
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

  /// The values of one source, with the word for their bound before them: `at best 1.0`.
  private String bounded(Details details, String prefix) {
    var source = String.join("", texts(details.get("source"))).toLowerCase(Locale.ROOT);
    var text = String.join(OR, texts(details.get(prefix + source)));
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
