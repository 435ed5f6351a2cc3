package org.idiome.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.idiome.cli.Whole;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Observation;
import org.idiome.core.run.Run;
import org.idiome.core.source.CitedRow;
import org.idiome.core.source.Locator;
import org.idiome.core.source.SourceRow;
import org.idiome.profile.Profile;

/// One person of the demo, interpreted.
///
/// @param folder where the person's files lie
record Told(Path folder, Run run, Profile profile) {

  static Told of(Path folder) {
    var interpreted = Whole.interpret(folder);
    return new Told(folder, interpreted.run(), interpreted.profile());
  }

  /// The finding whose key begins so; there must be exactly one.
  Finding finding(String... parts) {
    var start = String.join("|", parts) + "|";
    var found = run.findings().stream().filter(one -> one.key().text().startsWith(start)).toList();
    assertThat(found).as("findings of " + start).hasSize(1);
    return found.getFirst();
  }

  /// Every row that an explanation cites, in its order.
  static List<CitedRow> rows(Finding finding) {
    var rows = new ArrayList<CitedRow>();
    gather(finding.why(), rows);
    return rows;
  }

  private static void gather(Explanation node, List<CitedRow> rows) {
    switch (node) {
      case Explanation.Claim claim -> claim.children().forEach(child -> gather(child, rows));
      case Explanation.Rule rule -> {
        if (rule.row() != null) {
          rows.add(rule.row());
        }
        rule.children().forEach(child -> gather(child, rows));
      }
      case Explanation.Used used -> used.children().forEach(child -> gather(child, rows));
      case Explanation.Row row -> rows.add(row.row());
      case Explanation.Note _ -> {}
    }
  }

  /// Every node of an explanation, from the top.
  static List<Explanation> nodes(Finding finding) {
    var nodes = new ArrayList<Explanation>();
    nodes.add(finding.why());
    for (int i = 0; i < nodes.size(); i++) {
      switch (nodes.get(i)) {
        case Explanation.Claim claim -> nodes.addAll(claim.children());
        case Explanation.Rule rule -> nodes.addAll(rule.children());
        case Explanation.Used used -> nodes.addAll(used.children());
        case Explanation.Row _, Explanation.Note _ -> {}
      }
    }
    return nodes;
  }

  /// The one answer of a finding: its only possibility, the limit of an exclusion, or what is said
  /// of a question that was not assessed.
  static Details answer(Finding finding) {
    return switch (finding.state()) {
      case State.Found found -> {
        assertThat(found.possibilities()).hasSize(1);
        yield found.possibilities().getFirst();
      }
      case State.Excluded excluded -> excluded.limit();
      case State.NotAssessed not -> not.details();
    };
  }

  /// Everything that the record holds of a layer.
  List<Observation> observations(Layer layer) {
    var all = new ArrayList<Observation>(profile.statements(layer));
    all.addAll(profile.images(layer));
    var columns = profile.quantities(layer);
    for (int row = 0; row < columns.size(); row++) {
      all.add(columns.quantity(row));
    }
    return all;
  }

  /// What the record holds of one place: `file:line`.
  List<Observation> at(String place) {
    var all = new ArrayList<Observation>();
    for (var layer : Layer.values()) {
      for (var one : observations(layer)) {
        if (one.rows().stream().anyMatch(row -> place(row).equals(place))) {
          all.add(one);
        }
      }
    }
    return all;
  }

  /// `file:line` of a row.
  String place(SourceRow row) {
    return profile.file(row).name() + ":" + line(profile.locator(row));
  }

  /// Whether a cited row is the line of a table, or the value of a document that the line lies in.
  static boolean covers(CitedRow row, String file, long line, String shows) {
    if (!row.file().name().equals(file)) {
      return false;
    }
    return switch (row.at()) {
      case Locator.Line at -> at.number() == line && row.text().contains(shows);
      case Locator.Pointer at -> at.line() <= line && compact(row.text()).contains(compact(shows));
    };
  }

  private static String compact(String json) {
    return json.replaceAll("\\s", "");
  }

  private static long line(Locator at) {
    return switch (at) {
      case Locator.Line line -> line.number();
      case Locator.Pointer pointer -> pointer.line();
    };
  }
}
