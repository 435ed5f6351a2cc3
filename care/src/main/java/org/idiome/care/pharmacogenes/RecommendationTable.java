package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;
import org.idiome.core.run.Run;

/// The table of `idiome pharmacogenes --recommendations --tsv`: one row for each consequence of
/// each guideline, made from the findings of a run.
public final class RecommendationTable {
  /// Names of the columns, in order.
  public static final List<String> COLUMNS =
      List.of(
          "sample",
          "drug",
          "source",
          "population",
          "gene",
          "phenotype_or_score",
          "classification",
          "recommendation",
          "citation",
          "state",
          "run",
          "snapshot",
          "software");

  private static final String MISSING = ".";

  private RecommendationTable() {}

  /// The rows of a run by drug; a drug of whose gene nothing was called has a row that says so.
  ///
  /// @param samples names of the samples that were read, as the first column has them
  public static List<List<String>> rows(Run run, List<String> samples) {
    var rows = new ArrayList<List<String>>();
    for (var finding : run.findings()) {
      if (finding.key().interpreter().equals(PharmacogeneInterpreter.NAME)
          && finding.key().kind().equals(RecommendationFinding.KIND)) {
        switch (finding.state()) {
          case State.Found found ->
              found
                  .possibilities()
                  .forEach(
                      one -> rows.add(row(run, samples, finding, finding.why().details(), one)));
          case State.Excluded _, State.NotAssessed _ ->
              rows.add(row(run, samples, finding, finding.why().details(), Details.NONE));
        }
      }
    }
    addDrugsOfNoAnswer(rows, run, samples);
    rows.sort(Comparator.comparing(row -> row.get(COLUMNS.indexOf("drug"))));
    return rows;
  }

  private static void addDrugsOfNoAnswer(List<List<String>> rows, Run run, List<String> samples) {
    var answered = new TreeSet<String>();
    rows.forEach(row -> answered.add(row.get(COLUMNS.indexOf("drug"))));
    for (var finding : run.findings()) {
      if (finding.key().interpreter().equals(PharmacogeneInterpreter.NAME)
          && finding.key().kind().equals(GeneFinding.KIND)
          && finding.state() instanceof State.NotAssessed) {
        for (var drug : GeneFinding.drugs(finding)) {
          if (!answered.contains(drug)) {
            var about =
                Details.of("drug", new Value.Text(drug)).text("genes", finding.subject().id());
            rows.add(row(run, samples, finding, about, Details.NONE));
          }
        }
      }
    }
  }

  private static List<String> row(
      Run run, List<String> samples, Finding finding, Details claim, Details possibility) {
    var cells = new ArrayList<String>();
    cells.add(samples.isEmpty() ? run.individual().id() : String.join(",", samples));
    cells.add(text(claim, "drug"));
    cells.add(text(claim, "source"));
    cells.add(text(claim, "population"));
    cells.add(text(claim, "genes"));
    cells.add(text(possibility, "lookups"));
    cells.add(text(possibility, "classification"));
    cells.add(text(possibility, "action"));
    cells.add(String.join(",", citations(finding, text(possibility, "recommendation"))));
    cells.add(state(finding, possibility));
    cells.add(run.id().hex());
    cells.add(run.inputs().snapshot().manifest().hex());
    cells.add(run.inputs().software().release());
    return cells.stream().map(cell -> cell.isEmpty() ? MISSING : cell).toList();
  }

  private static String state(Finding finding, Details possibility) {
    var standing = PharmacogeneTable.texts(possibility.get("standing"));
    if (!(finding.state() instanceof State.Found found)) {
      return finding.state().code();
    }
    return found.isAmbiguous() || !standing.contains("best") ? "ambiguous" : found.code();
  }

  private static String text(Details details, String name) {
    return String.join(",", PharmacogeneTable.texts(details.get(name)));
  }

  private static Set<String> citations(Finding finding, String recommendation) {
    var citations = new LinkedHashSet<String>();
    for (var child : finding.why().children()) {
      if (child instanceof Explanation.Rule rule
          && rule.details().get("recommendation") instanceof Value.Text text
          && text.text().equals(recommendation)) {
        citations.add(recommendation);
        citations.add(rule.citation().id().toString());
      }
    }
    return citations;
  }
}
