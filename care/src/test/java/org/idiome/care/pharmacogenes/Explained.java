package org.idiome.care.pharmacogenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;
import org.idiome.core.run.Run;

/// What findings say, for tests.
final class Explained {
  private Explained() {}

  static Details found(Finding finding) {
    assertThat(finding.state()).isInstanceOf(State.Found.class);
    return finding.state() instanceof State.Found found
        ? found.possibilities().getFirst()
        : Details.NONE;
  }

  static Advice advice(Finding finding) {
    var advice = finding.advice();
    if (advice == null) {
      throw new AssertionError("no advice: " + finding.key().text());
    }
    return advice;
  }

  static void notAssessed(Finding finding, ReasonCode reason, String detail) {
    assertThat(finding.state())
        .isEqualTo(new State.NotAssessed(reason, Details.NONE.word("detail", detail)));
  }

  static List<Explanation> all(Explanation node) {
    var nodes = new ArrayList<Explanation>();
    nodes.add(node);
    switch (node) {
      case Explanation.Claim claim -> claim.children().forEach(one -> nodes.addAll(all(one)));
      case Explanation.Rule rule -> rule.children().forEach(one -> nodes.addAll(all(one)));
      case Explanation.Used used -> used.children().forEach(one -> nodes.addAll(all(one)));
      case Explanation.Row _, Explanation.Note _ -> {}
    }
    return nodes;
  }

  static List<String> rows(Finding finding) {
    var rows = new ArrayList<String>();
    for (var node : all(finding.why())) {
      if (node instanceof Explanation.Row row) {
        rows.add(row.row().file().name() + " " + row.row().text());
      }
    }
    return rows;
  }

  static List<String> notes(Finding finding) {
    var notes = new ArrayList<String>();
    for (var node : all(finding.why())) {
      if (node instanceof Explanation.Note note) {
        notes.add(note.kind().code() + " " + note.code());
      }
    }
    return notes;
  }

  static void notAssessed(Finding finding, String detail) {
    assertThat(finding.state()).isInstanceOf(State.NotAssessed.class);
    if (finding.state() instanceof State.NotAssessed not) {
      assertThat(not.details().get("detail")).isEqualTo(new Value.Word(detail));
    }
  }

  static List<String> keys(Run run) {
    return run.findings().stream().map(one -> one.key().text()).toList();
  }
}
